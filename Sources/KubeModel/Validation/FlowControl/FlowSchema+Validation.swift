extension FlowSchema: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        let field = field["spec"]
        let precedence = spec.matchingPrecedence.flatMap { $0 == 0 ? nil : $0 } ?? 1000
        field["matchingPrecedence"].range(precedence, 1...10_000)
        if precedence == 1, metadata.name != "exempt" {
            field["matchingPrecedence"].invalid("only the schema named 'exempt' may have the precedence 1")
        }
        field["distinguisherMethod"]["type"].oneOf(spec.distinguisherMethod?.type, ["ByNamespace", "ByUser"])
        field["priorityLevelConfiguration"]["name"].requiredSyntax(spec.priorityLevelConfiguration.name, .dnsSubdomain)
        field["rules"].each(spec.rules) { $0.validate($1) }
    }
}

extension PolicyRulesWithSubjects {
    fileprivate func validate(_ field: Field) {
        if subjects.isEmpty { field["subjects"].required("must have at least one subject") }
        field["subjects"].each(subjects) { $0.validate($1) }
        if resourceRules.isEmpty, nonResourceRules.isEmpty {
            field.required("at least one of resourceRules and nonResourceRules must have a rule")
        }
        field["resourceRules"].each(resourceRules) { rule, field in
            field["verbs"].allOrSome(rule.verbs)
            field["apiGroups"].allOrSome(rule.apiGroups)
            field["resources"].allOrSome(rule.resources)
            if rule.namespaces.isEmpty, rule.clusterScope != true {
                field["namespaces"].required("rules that are not about the cluster must have a namespace")
            }
            if rule.namespaces.count > 1, rule.namespaces.contains("*") {
                field["namespaces"].invalid("'*' must stand alone")
            }
            field["namespaces"].each(rule.namespaces) { name, field in
                if name != "*" { field.syntax(name, .dnsLabel) }
            }
        }
        field["nonResourceRules"].each(nonResourceRules) { rule, field in
            field["verbs"].allOrSome(rule.verbs)
            field["nonResourceURLs"].allOrSome(rule.nonResourceURLs)
            field["nonResourceURLs"].each(rule.nonResourceURLs) { url, field in
                if url != "*", !url.hasPrefix("/") { field.invalid("must begin with '/'") }
                if url.contains("//") { field.invalid("must not contain '//'") }
                if url.contains(where: \.isWhitespace) { field.invalid("must not contain spaces") }
                if url.dropLast().contains("*") { field.invalid("'*' may only stand at the end") }
            }
        }
    }
}

extension FlowSubject {
    fileprivate func validate(_ field: Field) {
        let parts: [(kind: String, field: String, isPresent: Bool)] = [
            ("ServiceAccount", "serviceAccount", serviceAccount != nil), ("User", "user", user != nil),
            ("Group", "group", group != nil),
        ]
        guard parts.contains(where: { $0.kind == kind }) else {
            return field["kind"].notSupported(parts.map(\.kind))
        }
        for part in parts {
            if part.kind == kind, !part.isPresent {
                field[part.field].required("must be there for a subject of this kind")
            }
            if part.kind != kind, part.isPresent { field[part.field].forbidden("is for a subject of another kind") }
        }
        if kind == "User", let user { field["user"]["name"].requiredText(user.name) }
        if kind == "Group", let group { field["group"]["name"].requiredText(group.name) }
        guard kind == "ServiceAccount", let serviceAccount else { return }
        let field = field["serviceAccount"]
        if field["name"].requiredText(serviceAccount.name), serviceAccount.name != "*" {
            field["name"].syntax(serviceAccount.name, .dnsSubdomain)
        }
        field["namespace"].requiredSyntax(serviceAccount.namespace, .dnsLabel)
    }
}
