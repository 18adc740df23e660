import Diagnostics
import YAMLTree

/// Goes on with what is sound in a faulty file, so that an author learns of all independent problems at once.
enum FaultyFiles {
    /// Sections whose entries are sound or faulty as a whole: without a faulty key, something else would be missing.
    private static let wholes: Set<NodePath.Element> = [.key("configs"), .key("secrets")]

    /// Takes the values with faults out: at most a key of a service or resource, so that one fault does not cause others.
    static func prune(_ tree: inout Node, _ context: LoadingContext) {
        for finding in context.report.findings where finding.severity == .invalid {
            guard let path = finding.path.flatMap({ NodePath($0) }), let section = path.elements.first else { continue }
            tree[NodePath(Array(path.elements.prefix(wholes.contains(section) ? 2 : 3)))] = nil
        }
    }

    /// Checks names that a faulty project of one file refers to, and circles among its dependencies.
    ///
    /// References into a section that has faults itself are left alone: what they name may have been taken out.
    static func checkReferences(of tree: Node, _ context: LoadingContext) {
        let faulty = Set(
            context.report.findings.lazy.filter { $0.severity == .invalid }
                .compactMap { $0.path.flatMap { NodePath($0) } }
                .filter { $0.elements.count < 3 || $0.elements.first.map(wholes.contains) == true }
                .compactMap(\.elements.first)
        )
        guard !faulty.contains(.key("services")) else { return }
        let services = tree["services"]?.mapping ?? Mapping()
        for entry in services.entries {
            let checks = ServiceConsistency(
                name: entry.name,
                service: entry.value,
                services: services,
                disabled: Mapping(),
                tree: tree,
                context: context
            )
            checks.checkReferences { reference in
                faulty.contains(.key(reference.kind)) || (reference.kind == "networks" && reference.name == "default")
            }
            checks.checkDependencies()
        }
        DependencyCycles.check(services, context)
    }
}
