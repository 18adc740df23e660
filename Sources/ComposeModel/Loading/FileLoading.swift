import Diagnostics
import YAMLTree

/// Loads the files of a project, or of a part of it that is included, and merges them.
struct FileLoading {
    private let context: LoadingContext
    /// The absolute path of the folder against which the files' own paths are resolved.
    let directory: String
    let environment: ComposeEnvironment
    /// The files that include each other down to this one.
    private let included: [String]

    init(_ context: LoadingContext, directory: String, environment: ComposeEnvironment, included: [String] = []) {
        self.context = context
        self.directory = directory
        self.environment = environment
        self.included = included
    }

    /// Loads files one over the other, completes the result and resolves its paths against `base`.
    func model(of files: [String], base: String) -> Node {
        var tree = Node.mapping(Mapping())
        for file in files { load(file, onto: &tree) }
        if context.hasFailed { FaultyFiles.prune(&tree, context) }
        Defaults.apply(to: &tree)
        StructureChecks.run(on: tree, context)
        guard !context.hasFailed else { return tree }
        if context.options.resolvesPaths || !included.isEmpty { Paths.resolve(in: &tree, base: base, context) }
        UnsetVariables.resolve(in: &tree, environment)
        return tree
    }

    private func load(_ file: String, onto tree: inout Node) {
        for document in context.documents(of: file) {
            guard var prepared = prepare(document) else { continue }
            let resets = prepared.resets
            Include(context, self, chain: included + [file]).apply(to: &prepared.tree, resets)
            resets.apply(to: &tree)
            ServiceInheritance(context, prepared.dialect, loadFile: services)
                .apply(to: &prepared.tree, file: file, directory: directory, resets)
            // What is faulty is taken out, so that it does not hide the faults of later files.
            if context.hasFailed { FaultyFiles.prune(&prepared.tree, context) }
            if prepared.dialect == .version1 {
                tree.modifyEntries(of: "services") { name, service in
                    guard let later = prepared.tree["services"]?[name] else { return }
                    Version1Rules.dropRival(of: later, from: &service)
                }
            }
            merge(prepared, onto: &tree, validates: prepared.dialect != .version1)
        }
    }

    /// A document whose tags are taken out, with variables replaced, in the shape of today's version.
    private struct Prepared {
        var tree: Node
        var resets: Resets
        var dialect: ComposeSchema.Dialect
    }

    /// Nil after a fault was recorded.
    private func prepare(_ document: Node) -> Prepared? {
        guard document.mapping != nil else {
            context.invalid(
                .composeShape,
                "a Compose file is a mapping, and this is \(document.kindDescription())",
                at: document.location
            )
            return nil
        }
        var document = document
        let versions = LegacyVersions(document, context)
        versions.wrap(&document)
        if versions.dialect == .version1 { Version1Scalars.normalize(document: &document) }
        let resets = Resets(extractingFrom: &document)
        Keys.check(document, context)
        if context.options.interpolation == .resolve {
            Interpolation(environment, context, versions.dialect).apply(to: &document)
        }
        if versions.dialect == .version1, let services = document["services"] { validate(services, .version1) }
        EmptyTexts.drop(from: &document, context)
        versions.normalize(&document)
        return Prepared(tree: document, resets: resets, dialect: versions.dialect)
    }

    private func validate(_ document: Node, _ dialect: ComposeSchema.Dialect) {
        let isLenient = context.options.unknownKeys == .notice
        for finding in ComposeSchema.validate(document, dialect: dialect, lenient: isLenient) { context.add(finding) }
    }

    private func merge(_ document: Prepared, onto tree: inout Node, validates: Bool) {
        Merge.merge(document.tree, onto: &tree, context)
        tree.location = tree.location ?? document.tree.location
        Unicity.enforce(in: &tree)
        if validates {
            validate(tree, document.dialect)
            if context.hasFailed { FaultyFiles.prune(&tree, context) }
        }
        removeVersion(from: &tree)
        CanonicalForms.apply(to: &tree, context)
        EmptyEntries.remove(from: &tree)
        Unicity.enforce(in: &tree)
    }

    private func removeVersion(from tree: inout Node) {
        guard let version = tree["version"] else { return }
        // The formats ended with 3: today's loader ignores the key, and those that heed it know no later one.
        let major = version.text?.split(separator: ".").first.flatMap { Int($0) }
        if let major, major > 3 {
            context.invalid(
                .composeVersion,
                "there is no version \(major) of Compose files",
                at: version.location,
                path: .keys("version"),
                remedy: "Remove the key: today's files have no version."
            )
        }
        context.notice(
            .composeLegacy,
            "version is obsolete and has no effect",
            at: version.location,
            path: .keys("version"),
            remedy: "Remove it."
        )
        tree["version"] = nil
    }

    /// The services of a file that another extends, in canonical form, with paths relative to `folder`.
    private func services(of path: String, _ folder: String, _ location: SourceLocation?) -> ServiceInheritance.Scope? {
        let key = LoadingContext.ExtendedFile(path: path, folder: folder)
        if let known = context.extended[key] { return known }
        guard context.countFile(location) else { return nil }
        var tree = Node.mapping(Mapping())
        var last: Resets?
        for document in context.documents(of: path, for: location) {
            guard let prepared = prepare(document) else { continue }
            prepared.resets.apply(to: &tree)
            merge(prepared, onto: &tree, validates: false)
            last = prepared.resets
        }
        guard !context.hasFailed, let resets = last else { return nil }
        Paths.resolve(in: &tree, base: FilePath.relative(FilePath.directory(of: path), to: folder), context)
        let services = tree["services"]?.mapping ?? Mapping()
        let scope = ServiceInheritance.Scope(file: path, services: services, resets: resets, directory: folder)
        context.extended[key] = scope
        return scope
    }
}
