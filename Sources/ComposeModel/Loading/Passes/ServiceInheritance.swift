import Diagnostics
import YAMLTree

/// Merges each service of a document over the service that it extends (Compose Specification, "Services", `extends`).
struct ServiceInheritance {
    /// The services that stand side by side in one file, and what its tags reset.
    struct Scope {
        var file: String
        var services: Mapping
        var resets: Resets
        /// The folder against which the file names that the services extend are resolved; absolute.
        var directory: String
    }

    private let context: LoadingContext
    private let dialect: ComposeSchema.Dialect
    private let loadFile: (String, String, SourceLocation?) -> Scope?

    /// - Parameters:
    ///   - context: Takes the findings.
    ///   - dialect: The version of the documents.
    ///   - loadFile: Loads the services of a file in canonical form, given its absolute path, and the folder of the
    ///     project, against which its paths are made relative; nil after a fault was recorded.
    init(
        _ context: LoadingContext,
        _ dialect: ComposeSchema.Dialect,
        loadFile: @escaping (String, String, SourceLocation?) -> Scope?
    ) {
        self.context = context
        self.dialect = dialect
        self.loadFile = loadFile
    }

    func apply(to document: inout Node, file: String, directory: String, _ resets: Resets) {
        guard let services = document["services"]?.mapping,
            services.entries.contains(where: { $0.value["extends"] != nil })
        else { return }
        var scope = Scope(file: file, services: services, resets: resets, directory: directory)
        for name in services.names {
            guard let merged = resolve(name, in: &scope, chain: []) else { continue }
            scope.services[name] = merged
        }
        document["services"] = .mapping(scope.services, location: document["services"]?.location)
    }

    private struct Link: Equatable {
        let file: String
        let service: String
    }

    private func resolve(_ name: String, in scope: inout Scope, chain: [Link]) -> Node? {
        guard let service = scope.services[name], let extends = service["extends"] else { return scope.services[name] }
        guard chain.count < context.options.limits.nesting else {
            context.invalid(.composeLimit, "services extend each other too deep", at: extends.location)
            return nil
        }
        let reference = extends.mapping == nil ? extends : extends["service"]
        guard let reference, let base = reference.string() else {
            context.invalid(
                .composeExtends,
                "extends does not say which service",
                at: extends.location,
                path: .keys("services", name, "extends"),
                remedy: "Write extends: {service: NAME}."
            )
            return nil
        }
        let link = Link(file: scope.file, service: name)
        if let start = chain.firstIndex(of: link) {
            let circle = (chain[start...].map(\.service) + [name]).joined(separator: " -> ")
            guard context.isNewCircle(chain[start...].map { "\($0.file) \($0.service)" }) else { return nil }
            context.invalid(
                .composeCycle,
                "services extend each other in a circle: \(circle)",
                at: extends.location,
                path: .keys("services", name, "extends")
            )
            return nil
        }

        let file = extends["file"]
        guard var merged = inherited(base, reference, from: file, for: name, in: &scope, chain: chain + [link]) else {
            return nil
        }
        if merged.isNull() { return service }
        if dialect == .version1 {
            checkHeritage(merged, base, reference, name)
            Version1Rules.dropRival(of: service, from: &merged)
        }
        scope.resets.apply(to: &merged, at: .keys("services", name))
        Merge.merge(service, onto: &merged, at: .keys("services", name), context)
        merged["extends"] = nil
        merged.location = service.location
        scope.services[name] = merged
        return merged
    }

    /// The service that is extended, resolved; nil after a fault was recorded.
    private func inherited(
        _ base: String,
        _ reference: Node,
        from file: Node?,
        for name: String,
        in scope: inout Scope,
        chain: [Link]
    ) -> Node? {
        if let file = file?.text {
            let place = NodePath.keys("services", name, "extends")
            guard let path = context.path(named: file, in: scope.directory, at: reference.location, place) else {
                return nil
            }
            guard var other = loadFile(path, scope.directory, reference.location) else { return nil }
            guard other.services.contains(base) else {
                undefined(base, path, reference, name)
                return nil
            }
            return resolve(base, in: &other, chain: chain)
        }
        guard scope.services.contains(base) else {
            undefined(base, scope.file, reference, name)
            return nil
        }
        return resolve(base, in: &scope, chain: chain)
    }

    private func undefined(_ base: String, _ file: String, _ reference: Node, _ name: String) {
        context.invalid(
            .composeExtends,
            "the service \(base), which \(name) extends, is not defined in \(file)",
            at: reference.location,
            path: .keys("services", name, "extends")
        )
    }

    /// In version 1, a service that refers to others cannot be extended.
    private func checkHeritage(_ service: Node, _ base: String, _ reference: Node, _ name: String) {
        var references = ["links", "volumes_from", "depends_on"].filter { service[$0]?.isNullOrEmpty == false }
        if let mode = service["network_mode"]?.text, mode.hasPrefix("container:") || mode.hasPrefix("service:") {
            references.append("network_mode")
        }
        for key in references {
            context.invalid(
                .composeExtends,
                "the service \(base) has \(key), and cannot be extended in version 1 of the format",
                at: reference.location,
                path: .keys("services", name, "extends"),
                remedy: "Move \(key) to the services that extend it."
            )
        }
    }
}
