import OrderedCollections

extension ResourceQuota: ValidatedKind {
    func validate(_ field: Field) {
        let field = field["spec"]
        let spec = spec ?? ResourceQuotaSpec()
        for (name, amount) in spec.hard {
            let field = field["hard"].key(name)
            ResourceName(name).validateOfQuota(field)
            ResourceName(name).validate(amount, field)
        }
        for scope in Set(spec.scopes).sorted() { spec.validateScope(scope, field["scopes"], field["scopes"]) }
        spec.validateConflicts(spec.scopes, field["scopes"])
        guard let requirements = spec.scopeSelector?.matchExpressions else { return }
        // The server leaves the place in the list out of the path.
        let list = field["scopeSelector"]["matchExpressions"]
        for scope in Set(requirements.map(\.scopeName)).sorted() {
            spec.validateScope(scope, list["scopeName"], list)
        }
        for requirement in requirements { requirement.validate(list) }
        spec.validateConflicts(requirements.map(\.scopeName), list)
    }

    func validate(replacing old: ResourceQuota, _ field: Field) {
        field["spec"]["scopes"].immutable(Set(spec?.scopes ?? []), Set(old.spec?.scopes ?? []))
    }
}

extension ResourceQuotaSpec {
    private static let counted: Set<String> = ["pods"]
    private static let computed: Set<String> = [
        "cpu", "memory", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory",
    ]
    private static let conflicts: [Set<String>] = [
        ["BestEffort", "NotBestEffort"], ["Terminating", "NotTerminating"],
    ]

    /// The resources that pods of a scope can be counted by; nil for an unknown scope.
    private static func resources(of scope: String) -> Set<String>? {
        switch scope {
        case "BestEffort": counted
        case "NotBestEffort", "Terminating", "NotTerminating", "PriorityClass", "CrossNamespacePodAffinity":
            counted.union(computed)
        default: nil
        }
    }

    fileprivate func validateScope(_ scope: String, _ name: Field, _ field: Field) {
        guard let resources = Self.resources(of: scope) else {
            // Scopes of newer servers are unknown resources' own.
            if scope == "VolumeAttributesClass", field.options.version >= KubernetesVersion(1, 34) { return }
            return name.invalid("unsupported scope")
        }
        let foreign = hard.keys.filter { ResourceName($0).isOfQuotas && !resources.contains($0) }
        if !foreign.isEmpty { field.invalid("the scope does not apply to \(foreign.joined(separator: ", "))") }
    }

    fileprivate func validateConflicts(_ scopes: [String], _ field: Field) {
        for pair in Self.conflicts where pair.isSubset(of: scopes) { field.invalid("conflicting scopes") }
    }
}

extension ScopedResourceSelectorRequirement {
    fileprivate func validate(_ list: Field) {
        let needsExists = [
            "BestEffort", "NotBestEffort", "Terminating", "NotTerminating", "CrossNamespacePodAffinity",
        ]
        if needsExists.contains(scopeName), `operator` != "Exists" {
            list["operator"].invalid("must be Exists for this scope")
        }
        switch `operator` {
        case "In", "NotIn":
            if values.isEmpty {
                list["values"].required("must have at least one value when the operator is \(`operator`)")
            }
        case "Exists", "DoesNotExist":
            if !values.isEmpty { list["values"].invalid("must have no value when the operator is \(`operator`)") }
        default: list["operator"].invalid("not a valid selector operator")
        }
    }
}
