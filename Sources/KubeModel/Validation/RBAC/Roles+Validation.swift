extension Role: ValidatedKind {
    static var names: NameSyntax { .pathSegment }

    func validate(_ field: Field) {
        field["rules"].each(rules) { rule, field in rule.validate(isNamespaced: true, field) }
    }
}

extension ClusterRole: ValidatedKind {
    static var names: NameSyntax { .pathSegment }
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        field["rules"].each(rules) { rule, field in rule.validate(isNamespaced: false, field) }
        guard let aggregationRule else { return }
        let selectors = field["aggregationRule"]["clusterRoleSelectors"]
        if aggregationRule.clusterRoleSelectors.isEmpty { selectors.required("at least one selector is required") }
        selectors.each(aggregationRule.clusterRoleSelectors) { selector, field in
            selector.validate(field)
            if !selector.isWellFormed { field.invalid("the selector is not valid") }
        }
    }
}

extension PolicyRule {
    fileprivate func validate(isNamespaced: Bool, _ field: Field) {
        if verbs.isEmpty { field["verbs"].required("must have at least one verb") }
        guard nonResourceURLs.isEmpty else {
            if isNamespaced { field["nonResourceURLs"].invalid("rules of a namespace cannot apply to URLs") }
            if !apiGroups.isEmpty || !resources.isEmpty || !resourceNames.isEmpty {
                field["nonResourceURLs"].invalid("rules cannot apply to both resources and URLs")
            }
            return
        }
        if apiGroups.isEmpty { field["apiGroups"].required("must have at least one API group") }
        if resources.isEmpty { field["resources"].required("must have at least one resource") }
    }
}
