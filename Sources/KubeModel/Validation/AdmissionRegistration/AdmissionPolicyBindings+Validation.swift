extension ValidatingAdmissionPolicyBinding: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        let field = field["spec"]
        field["policyName"].requiredSyntax(spec.policyName, .dnsSubdomain)
        spec.paramRef?.validate(field["paramRef"])
        spec.matchResources?.validate(field["matchResources"])
        field["validationActions"].validationActions(spec.validationActions)
    }
}

extension Field {
    fileprivate func validationActions(_ actions: [String]) {
        if actions.isEmpty { return required() }
        each(actions) { action, field in field.oneOf(action, ["Audit", "Deny", "Warn"]) }
        unique(actions)
        if Set(actions).isSuperset(of: ["Deny", "Warn"]) { invalid("Deny and Warn exclude each other") }
    }
}

extension MutatingAdmissionPolicyBinding: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        let field = field["spec"]
        field["policyName"].requiredSyntax(spec?.policyName, .dnsSubdomain)
        spec?.paramRef?.validate(field["paramRef"])
        spec?.matchResources?.validate(field["matchResources"])
    }
}

extension ParamRef {
    fileprivate func validate(_ field: Field) {
        switch (name.isSet, selector) {
        case (true, .some): field["name"].forbidden("name and selector exclude each other")
        case (true, nil): field["name"].syntax(name ?? "", .pathSegment)
        case (false, let selector?): selector.validate(field["selector"])
        case (false, nil): field.required("one of name and selector is required")
        }
        field["parameterNotFoundAction"].requiredOneOf(parameterNotFoundAction, ["Deny", "Allow"])
    }
}
