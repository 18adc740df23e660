import YAMLTree

/// Services that depend on each other in a circle can never start.
struct DependencyCycles {
    private enum State { case open, done }

    /// Reports the circles among the dependencies of `services`. O(services + dependencies).
    static func check(_ services: Mapping, _ context: LoadingContext) {
        var states: [String: State] = [:]
        for entry in services.entries where states[entry.name] == nil {
            visit(entry.name, services, &states, context)
        }
    }

    /// Walks depth first with a stack of its own, so that long chains do not exhaust that of the program.
    private static func visit(
        _ start: String,
        _ services: Mapping,
        _ states: inout [String: State],
        _ context: LoadingContext
    ) {
        var chain: [(name: String, dependencies: ArraySlice<Mapping.Entry>)] = []
        func open(_ name: String) {
            states[name] = .open
            chain.append((name, (services[name]?["depends_on"]?.mapping?.entries ?? [])[...]))
        }
        open(start)
        while let last = chain.indices.last {
            guard let dependency = chain[last].dependencies.popFirst() else {
                states[chain[last].name] = .done
                chain.removeLast()
                continue
            }
            guard services.contains(dependency.name) else { continue }
            switch states[dependency.name] {
            case .done?: continue
            case nil: open(dependency.name)
            case .open?:
                let first = chain.firstIndex { $0.name == dependency.name } ?? last
                let circle = (chain[first...].map(\.name) + [dependency.name]).joined(separator: " -> ")
                context.invalid(
                    .composeCycle,
                    "services depend on each other in a circle: \(circle)",
                    at: dependency.key.location ?? dependency.value.location,
                    path: .keys("services", chain[last].name, "depends_on", dependency.name)
                )
            }
        }
    }
}
