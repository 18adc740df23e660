/// Which requests a webhook or policy is about.
struct AdmissionRule {
    let apiGroups: [String]
    let apiVersions: [String]
    let operations: [String]
    let resources: [String]
    let scope: String?

    init(_ rule: RuleWithOperations) {
        self.apiGroups = rule.apiGroups
        self.apiVersions = rule.apiVersions
        self.operations = rule.operations
        self.resources = rule.resources
        self.scope = rule.scope
    }

    init(_ rule: NamedRuleWithOperations) {
        self.apiGroups = rule.apiGroups
        self.apiVersions = rule.apiVersions
        self.operations = rule.operations
        self.resources = rule.resources
        self.scope = rule.scope
    }

    func validate(_ field: Field) {
        field["operations"].allOrSome(operations)
        field["operations"].each(operations) { operation, field in
            field.oneOf(operation, ["*", "CONNECT", "CREATE", "DELETE", "UPDATE"])
        }
        field["apiGroups"].allOrSome(apiGroups)
        field["apiVersions"].allOrSome(apiVersions)
        field["apiVersions"].each(apiVersions) { version, field in field.requiredText(version) }
        validateResources(field["resources"])
        field["scope"].oneOf(scope, ["*", "Cluster", "Namespaced"])
    }

    private func validateResources(_ field: Field) {
        if resources.isEmpty { return field.required() }
        var wholeResources: Set<Substring> = []
        var wholeSubresources: Set<Substring> = []
        field.each(resources) { resource, field in
            if resource.isEmpty { return field.required() }
            let parts = resource.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return }
            if wholeResources.contains(parts[0]) { field.invalid("is part of '\(parts[0])/*', which is there too") }
            if wholeSubresources.contains(parts[1]) { field.invalid("is part of '*/\(parts[1])', which is there too") }
            if parts[1] == "*" { wholeResources.insert(parts[0]) }
            if parts[0] == "*" { wholeSubresources.insert(parts[1]) }
        }
        if resources.count > 1, resources.contains("*/*") { field.invalid("'*/*' must stand alone") }
        if resources.contains("*"), resources.contains(where: { $0 != "*" && !$0.isEmpty && !$0.contains("/") }) {
            field.invalid("beside '*' there must be no other resources without subresources")
        }
    }
}

extension Field {
    /// A list that has items, and `*` only alone.
    func allOrSome(_ items: [String]) {
        if items.isEmpty { required() }
        if items.count > 1, items.contains("*") { invalid("'*' must stand alone") }
    }
}
