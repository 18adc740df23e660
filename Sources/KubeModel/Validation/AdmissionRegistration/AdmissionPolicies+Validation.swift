extension ValidatingAdmissionPolicy: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        let field = field["spec"]
        let spec = spec ?? ValidatingAdmissionPolicySpec()
        field["failurePolicy"].oneOf(spec.failurePolicy, ["Fail", "Ignore"])
        spec.paramKind?.validate(field["paramKind"])
        field["matchConstraints"].constraints(spec.matchConstraints)
        field["matchConditions"].matchConditions(spec.matchConditions)
        field["variables"].variables(spec.variables)
        if spec.validations.isEmpty, spec.auditAnnotations.isEmpty {
            for name in ["validations", "auditAnnotations"] {
                field[name].required("validations or auditAnnotations must be specified")
            }
        }
        field["validations"].each(spec.validations) { $0.validate($1) }
        if spec.auditAnnotations.count > 20 { field["auditAnnotations"].tooMany(20) }
        var keys: Set<String> = []
        field["auditAnnotations"].each(spec.auditAnnotations) { annotation, field in
            field["valueExpression"].expression(annotation.valueExpression)
            guard field["key"].requiredText(annotation.key) else { return }
            field["key"].syntax("\(metadata.name ?? "a")/\(annotation.key)", .qualifiedName)
            if !keys.insert(annotation.key).inserted { field["key"].duplicate() }
        }
    }
}

extension MutatingAdmissionPolicy: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        let field = field["spec"]
        let spec = spec ?? MutatingAdmissionPolicySpec()
        field["failurePolicy"].oneOf(spec.failurePolicy, ["Fail", "Ignore"])
        field["reinvocationPolicy"].requiredOneOf(spec.reinvocationPolicy, ["IfNeeded", "Never"])
        spec.paramKind?.validate(field["paramKind"])
        field["matchConstraints"].constraints(spec.matchConstraints)
        field["matchConditions"].matchConditions(spec.matchConditions)
        field["variables"].variables(spec.variables)
        if spec.mutations.isEmpty { field["mutations"].required() }
        field["mutations"].each(spec.mutations) { mutation, field in
            field["patchType"].requiredOneOf(mutation.patchType, ["ApplyConfiguration", "JSONPatch"])
            switch mutation.patchType {
            case "ApplyConfiguration":
                field["applyConfiguration"]["expression"].expression(mutation.applyConfiguration?.expression)
                if mutation.jsonPatch != nil { field["jsonPatch"].forbidden("is of the other patch type") }
            case "JSONPatch":
                field["jsonPatch"]["expression"].expression(mutation.jsonPatch?.expression)
                if mutation.applyConfiguration != nil {
                    field["applyConfiguration"].forbidden("is of the other patch type")
                }
            default: break
            }
        }
    }
}

extension Validation {
    fileprivate func validate(_ field: Field) {
        field["expression"].expression(expression)
        if let message {
            let field = field["message"]
            if message.allSatisfy(\.isWhitespace) { field.invalid("must be non-empty if specified") }
            if message.contains(where: \.isNewline) { field.invalid("must not contain line breaks") }
        } else if expression.contains(where: \.isNewline) {
            field["message"].required("must be specified if the expression contains line breaks")
        }
        if let messageExpression, messageExpression.allSatisfy(\.isWhitespace) {
            field["messageExpression"].invalid("must be non-empty if specified")
        }
        field["reason"].oneOf(reason, ["Forbidden", "Invalid", "RequestEntityTooLarge", "Unauthorized"])
    }
}

extension ParamKind {
    fileprivate func validate(_ field: Field) {
        if field["apiVersion"].requiredText(apiVersion), let apiVersion {
            let parts = apiVersion.split(separator: "/", omittingEmptySubsequences: false)
            if parts.count > 2 { return field["apiVersion"].invalid("must be a group and a version") }
            if parts.count == 2 { field["apiVersion"].syntax(String(parts[0]), .dnsSubdomain, "the group") }
            field["apiVersion"].syntax(String(parts[parts.count - 1]), .dns1035Label, "the version")
        }
        if field["kind"].requiredText(kind) { field["kind"].syntax((kind ?? "").lowercased(), .dns1035Label) }
    }
}

extension Field {
    /// The requests that a policy is about, which it must name.
    fileprivate func constraints(_ resources: MatchResources?) {
        guard let resources else { return required() }
        resources.validate(self)
        if resources.resourceRules.isEmpty { self["resourceRules"].required() }
    }

    fileprivate func variables(_ variables: [Variable]) {
        each(variables) { variable, field in
            field["name"].requiredSyntax(variable.name, .identifier)
            field["expression"].expression(variable.expression)
        }
        uniqueNames(variables.map(\.name))
    }
}

extension MatchResources {
    func validate(_ field: Field) {
        field["matchPolicy"].oneOf(matchPolicy, ["Equivalent", "Exact"])
        namespaceSelector?.validate(field["namespaceSelector"])
        objectSelector?.validate(field["objectSelector"])
        for (name, rules) in [("resourceRules", resourceRules), ("excludeResourceRules", excludeResourceRules)] {
            field[name].each(rules) { rule, field in
                AdmissionRule(rule).validate(field)
                field["resourceNames"].each(rule.resourceNames) { $1.syntax($0, .pathSegment) }
                field["resourceNames"].unique(rule.resourceNames)
            }
        }
    }
}
