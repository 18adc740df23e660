import YAMLTree

/// Leaves out the services whose profiles are not enabled (Compose Specification, "Profiles").
enum Profiles {
    /// The profiles that are enabled: the caller's, else those in `COMPOSE_PROFILES`.
    static func enabled(_ project: ProjectSettings, _ context: LoadingContext) -> [String] {
        if !context.options.profiles.isEmpty { return context.options.profiles }
        // Without the variable, a profile without a name is enabled, as in the reference.
        let names = (project.environment["COMPOSE_PROFILES"] ?? "").split(
            separator: ",",
            omittingEmptySubsequences: false
        )
        return names.map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// Takes the services out that are not enabled, and answers them.
    static func split(_ tree: inout Node, _ project: ProjectSettings, _ context: LoadingContext) -> Mapping {
        var profiles = Set(enabled(project, context))
        guard let services = tree["services"]?.mapping else { return Mapping() }
        for name in context.options.services {
            guard let service = services[name], !isEnabled(service, profiles) else { continue }
            profiles.formUnion((service["profiles"]?.sequence ?? []).compactMap(\.text))
        }
        guard services.entries.contains(where: { !isEnabled($0.value, profiles) }) else { return Mapping() }
        let disabled = services.entries.filter { !isEnabled($0.value, profiles) }
        let enabled = services.entries.filter { isEnabled($0.value, profiles) }
        tree["services"] = .mapping(Mapping(enabled), location: tree["services"]?.location)
        return Mapping(disabled)
    }

    private static func isEnabled(_ service: Node, _ profiles: Set<String>) -> Bool {
        guard let own = service["profiles"]?.sequence, !own.isEmpty else { return true }
        return profiles.contains("*") || own.contains { $0.text.map(profiles.contains) ?? false }
    }
}
