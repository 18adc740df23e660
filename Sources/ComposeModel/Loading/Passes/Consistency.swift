import YAMLTree

/// Rules that bind several values of a project together (Compose Specification, throughout).
enum Consistency {
    /// Checks the enabled services of a canonical tree.
    ///
    /// - Parameters:
    ///   - tree: The tree.
    ///   - disabled: The services whose profiles are not enabled: depending on one is an error only if the dependency
    ///     is required.
    ///   - context: Takes the findings.
    static func check(_ tree: inout Node, disabled: Mapping, _ context: LoadingContext) {
        let services = tree["services"]?.mapping ?? Mapping()
        for entry in services.entries {
            let checks = ServiceConsistency(
                name: entry.name,
                service: entry.value,
                services: services,
                disabled: disabled,
                tree: tree,
                context: context
            )
            checks.run()
        }
        for entry in tree["secrets"]?.mapping?.entries ?? [] {
            let secret = entry.value
            if secret["external"] != nil || secret["file"] != nil || secret["environment"] != nil { continue }
            context.invalid(
                .composeMissing,
                "the secret \(entry.name) has neither a file nor an environment",
                at: secret.location ?? entry.key.location,
                path: .keys("secrets", entry.name)
            )
        }
        DependencyCycles.check(services, context)
        tree.modifyEntries(of: "services") { _, service in
            guard let scale = service["scale"], service["deploy"]?.mapping != nil else { return }
            service["deploy"]?["replicas"] = scale
        }
    }
}
