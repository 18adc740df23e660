import Diagnostics
import YAMLTree

/// Loads the files that a document includes and puts what they define beside what the document defines
/// (Compose Specification, "Include").
///
/// Each included part has its own folder and variables; a resource that both define is merged, the document's own
/// definition over the included one.
struct Include {
    private let context: LoadingContext
    private let parent: FileLoading
    private let chain: [String]

    /// - Parameters:
    ///   - context: Takes the findings.
    ///   - parent: The part that includes.
    ///   - chain: The files that include each other down to the document.
    init(_ context: LoadingContext, _ parent: FileLoading, chain: [String]) {
        self.context = context
        self.parent = parent
        self.chain = chain
    }

    private static let resources = ["services", "volumes", "networks", "secrets", "configs", "models"]

    func apply(to document: inout Node, _ resets: Resets) {
        guard let include = document["include"] else { return }
        document["include"] = nil
        if include.isNull() { return }
        guard let items = include.sequence else {
            context.invalid(
                .composeInclude,
                "include takes a list, not \(include.kindDescription())",
                at: include.location,
                path: .keys("include")
            )
            return
        }
        for item in items {
            guard let part = load(item) else { continue }
            take(part, into: &document, resets)
        }
    }

    private func load(_ item: Node) -> Node? {
        let names = texts(item.mapping == nil ? item : item["path"])
        let files = names.compactMap { name in
            context.path(named: name, in: parent.directory, at: item.location, .keys("include"))
        }
        guard files.count == names.count else { return nil }
        guard let main = files.first else {
            // Today's reference includes nothing then.
            context.notice(
                .composeInclude,
                "an include entry names no file, and is left out",
                at: item.location,
                path: .keys("include"),
                remedy: "Write a path, or a mapping with path."
            )
            return nil
        }
        guard !chain.contains(main) else {
            let circle = (chain + [main]).joined(separator: " -> ")
            context.invalid(.composeCycle, "files include each other in a circle: \(circle)", at: item.location)
            return nil
        }
        guard chain.count < context.options.limits.nesting else {
            context.invalid(.composeLimit, "files include each other too deep", at: item.location)
            return nil
        }
        for _ in files where !context.countFile(item.location) { return nil }
        for file in files where context.source.kind(of: file) != .file {
            _ = context.read(file, for: item.location)
            return nil
        }

        let given = item["project_directory"]?.text.map { FilePath.resolve($0, in: parent.directory) }
        let directory = given ?? FilePath.directory(of: main)
        let part = FileLoading(
            context,
            directory: directory,
            environment: environment(item, directory),
            included: chain
        )
        let isFolder = context.source.kind(of: directory) == .directory
        let base = isFolder ? directory : FilePath.directory(of: directory)
        return part.model(of: files, base: FilePath.relative(base, to: parent.directory))
    }

    private func environment(_ item: Node, _ directory: String) -> ComposeEnvironment {
        var files = texts(item["env_file"]).filter { $0 != "/dev/null" }
            .map { FilePath.resolve($0, in: parent.directory) }
        if item["env_file"] == nil {
            let standard = FilePath.join(directory, ".env")
            if context.source.kind(of: standard) == .file { files = [standard] }
        }
        let variables = EnvironmentFiles.variables(of: files, parent.environment, context, for: item.location)
        return parent.environment.addingDefaults(variables)
    }

    private func texts(_ node: Node?) -> [String] {
        guard let node else { return [] }
        return (node.sequence ?? [node]).filter { !$0.isNull() }.compactMap(\.text)
    }

    private func take(_ part: Node, into document: inout Node, _ resets: Resets) {
        for kind in Self.resources {
            guard case .mapping(let definitions)? = part[kind]?.content else { continue }
            var own = document[kind]?.mapping ?? Mapping()
            for definition in definitions.entries {
                guard let mine = own[definition.name] else {
                    own.append(definition)
                    continue
                }
                var merged = definition.value
                resets.apply(to: &merged, at: .keys(kind, definition.name))
                Merge.merge(mine, onto: &merged, at: .keys(kind, definition.name), context)
                own[definition.name] = merged
            }
            document[kind] = .mapping(own, location: document[kind]?.location ?? part[kind]?.location)
        }
    }
}
