extension PriorityClass: ValidatedKind {
    static var isNamespaced: Bool { false }

    /// The classes that Kubernetes brings; their prefix is theirs.
    private static let system = ["system-node-critical": 2_000_001_000, "system-cluster-critical": 2_000_000_000]

    func validate(_ field: Field) {
        if let name = metadata.name, name.hasPrefix("system-") {
            if Self.system[name] != value ?? 0 || globalDefault == true {
                field["metadata"]["name"].forbidden("names that begin with 'system-' are reserved")
            }
        } else if value ?? 0 > 1_000_000_000 {
            field["value"].forbidden("the highest priority of a user's class is 1000000000")
        }
        field["preemptionPolicy"].oneOf(
            preemptionPolicy ?? "PreemptLowerPriority",
            ["PreemptLowerPriority", "Never"]
        )
    }

    func validate(replacing old: PriorityClass, _ field: Field) {
        if value ?? 0 != old.value ?? 0 { field["value"].forbidden("may not be changed") }
        field["preemptionPolicy"].immutable(
            preemptionPolicy.orDefault("PreemptLowerPriority"),
            old.preemptionPolicy.orDefault("PreemptLowerPriority")
        )
    }
}
