import Diagnostics
import YAMLTree

/// Keeps the services that were asked for, with what they depend on, and the resources that they use.
enum ServiceSelection {
    static func apply(to tree: inout Node, _ context: LoadingContext) {
        let wanted = context.options.services
        guard !wanted.isEmpty, let services = tree["services"]?.mapping else { return }
        var kept: Set<String> = []
        var pending = wanted
        while let name = pending.popLast() {
            guard let service = services[name] else {
                if wanted.contains(name) { context.invalid(.composeUndefined, "there is no service \(name)", at: nil) }
                continue
            }
            guard kept.insert(name).inserted else { continue }
            pending.append(contentsOf: service["depends_on"]?.mapping?.names ?? [])
        }
        let selected = services.entries.filter { kept.contains($0.name) }.map { entry in
            var entry = entry
            if var dependencies = entry.value["depends_on"]?.mapping {
                dependencies.removeAll { !kept.contains($0.name) }
                entry.value["depends_on"] = .mapping(dependencies, location: entry.value["depends_on"]?.location)
            }
            return entry
        }
        tree["services"] = .mapping(Mapping(selected), location: tree["services"]?.location)
    }

    /// Leaves out the networks, volumes, configs, secrets and models that no service uses.
    static func removeUnused(from tree: inout Node) {
        var used: [String: Set<String>] = [:]
        for service in tree["services"]?.mapping?.entries ?? [] {
            for reference in ServiceReferences.all(of: service.value) {
                used[reference.kind, default: []].insert(reference.name)
            }
        }
        for kind in ["networks", "volumes", "secrets", "configs", "models"] {
            guard var resources = tree[kind]?.mapping else { continue }
            resources.removeAll { used[kind]?.contains($0.name) != true }
            tree[kind] = resources.isEmpty ? nil : .mapping(resources, location: tree[kind]?.location)
        }
    }
}
