public import Diagnostics
public import YAMLTree

/// Rewrites single values of Compose files in place: comments, layout, anchors, quotes and line breaks of the rest stay
/// byte for byte.
///
/// ```swift
/// var project = try loader.load(["compose.yaml"], from: source).value
/// project.services["web"]?.image = "example/web:2.0"
/// let text = try ComposeEditor(loader: loader, source: source).text(of: "compose.yaml", for: project)
/// ```
///
/// A value keeps the short form of its key where that can say it (`environment` as a list), and gets the long form where
/// it cannot. The result is loaded again: it is the project that was asked for, or the change is refused with the place
/// that prevents it. Refused are values that others share (aliases, merge keys, anchors), that variables make
/// (`${TAG}`), or that stand in another file.
public struct ComposeEditor: Sendable {
    /// Loads the project before and after a change.
    public let loader: ComposeLoader
    /// Where the files are read from.
    public let source: any FileSource

    /// Creates an editor.
    public init(loader: ComposeLoader, source: any FileSource) {
        self.loader = loader
        self.source = source
    }

    /// The text of `file` that makes the files load as `project`.
    ///
    /// - Parameters:
    ///   - file: The file to rewrite, relative to the working directory of the loader.
    ///   - project: What `loader` loaded from the files, with the changes.
    ///   - files: The files of the project; `file` alone if there are none.
    /// - Returns: The whole text.
    /// - Throws: Why a change cannot be made in place, or why the files cannot be loaded with it.
    public func text(
        of file: String,
        for project: ComposeProject,
        files: [String] = []
    ) throws(InvalidInput) -> String {
        try text(of: file, files) { _ in project.makeNode() }
    }

    /// The text of `file` with another value at a path of the canonical form, such as `services.web.image`; nil removes.
    ///
    /// - Parameters:
    ///   - file: The file to rewrite, relative to the working directory of the loader.
    ///   - value: The value in its canonical form.
    ///   - path: The place in the canonical form.
    ///   - files: The files of the project; `file` alone if there are none.
    /// - Returns: The whole text.
    /// - Throws: Why the change cannot be made in place, or why the files cannot be loaded with it.
    public func text(
        of file: String,
        setting value: Node?,
        at path: NodePath,
        files: [String] = []
    ) throws(InvalidInput) -> String {
        try text(of: file, files) { tree in
            var tree = tree
            tree[path] = value
            return tree
        }
    }

    private func text(
        of file: String,
        _ files: [String],
        changing change: (Node) -> Node
    ) throws(InvalidInput) -> String {
        let files = files.isEmpty ? [file] : files
        let path = FilePath.resolve(file, in: loader.options.workingDirectory)
        let old = try ComposeProject(canonical: try loader.canonicalTree(files, from: source).value).makeNode()
        let wanted = change(old)
        let edits = TreeEdit.between(old, wanted)
        let bytes = try contents(of: path)
        if edits.isEmpty { return String(decoding: bytes, as: UTF8.self) }

        let expected = try normalized(wanted)
        var failure: InvalidInput?
        for detail in [EditForm.Detail.values, .keys] {
            let text: String
            do throws(YAMLError) {
                text = try rewrite(bytes, path, old, wanted, edits, detail)
            } catch {
                // Where the notation of a value is in the way, that of its key may do.
                failure = failure ?? InvalidInput(error.finding)
                if error.code == .yamlEditNotation || error.code == .yamlEditPath { continue }
                break
            }
            do throws(InvalidInput) {
                let changed = ChangedFile(source, path: path, bytes: Array(text.utf8))
                let result = try loader.canonicalTree(files, from: changed).value
                guard let difference = Self.difference(result, expected) else { return text }
                failure = failure ?? unsaid(difference, old, file)
            } catch {
                failure = failure ?? error
            }
        }
        throw failure ?? unsaid(NodePath(), old, file)
    }

    private func contents(of path: String) throws(InvalidInput) -> [UInt8] {
        do throws(FileFault) {
            return try source.contents(of: path)
        } catch {
            let place = SourceLocation(file: SourceFile(path), line: 1, column: 1)
            throw InvalidInput(Finding(.composeFile, .invalid, "\(path) \(error)", location: place))
        }
    }

    private func rewrite(
        _ bytes: [UInt8],
        _ path: String,
        _ old: Node,
        _ wanted: Node,
        _ edits: [TreeEdit],
        _ detail: EditForm.Detail
    ) throws(YAMLError) -> String {
        let editor = try YAMLEditor(bytes, file: SourceFile(path), limits: loader.options.limits.yaml)
        let escapes = loader.options.interpolation == .resolve
        var form = EditForm(editor: editor, old: old, wanted: wanted, escapes: escapes, detail: detail)
        for edit in edits { try form.apply(edit) }
        return form.editor.text
    }

    /// The tree that loaders make of the wanted one: they add what it leaves out.
    private func normalized(_ wanted: Node) throws(InvalidInput) -> Node {
        let text = ComposeWriter().text(try ComposeProject(canonical: wanted)).value
        let path = FilePath.join(loader.options.workingDirectory, "compose.yaml")
        var options = loader.options
        options.envFiles = .none
        options.projectName = nil
        options.profiles = ["*"]
        options.services = []
        let only = ChangedFile(source, path: path, bytes: Array(text.utf8))
        return try ComposeLoader(options: options).canonicalTree([path], from: only).value
    }

    /// The first path at which two trees differ, the order of keys apart.
    private static func difference(_ left: Node, _ right: Node) -> NodePath? {
        TreeEdit.between(left, right).first?.path
    }

    private func unsaid(_ path: NodePath, _ old: Node, _ file: String) -> InvalidInput {
        var nearest = path
        while old[nearest] == nil, !nearest.elements.isEmpty { nearest.elements.removeLast() }
        return InvalidInput(
            Finding(
                .composeEdit,
                .invalid,
                "\(path) cannot be changed by rewriting its value in \(file)",
                remedy: "Change the file by hand: the value comes from another file, from a base, or from a default.",
                location: old[nearest]?.location ?? SourceLocation(file: SourceFile(file), line: 1, column: 1),
                path: path.description
            )
        )
    }
}

/// Files of which one has other contents.
private struct ChangedFile: FileSource {
    private let base: any FileSource
    private let path: String
    private let bytes: [UInt8]

    init(_ base: any FileSource, path: String, bytes: [UInt8]) {
        self.base = base
        self.path = path
        self.bytes = bytes
    }

    func contents(of path: String) throws(FileFault) -> [UInt8] {
        path == self.path ? bytes : try base.contents(of: path)
    }

    func kind(of path: String) -> FileKind? { path == self.path ? .file : base.kind(of: path) }

    func resolvingSymbolicLinks(in path: String) -> String { base.resolvingSymbolicLinks(in: path) }

    func path(ofRemote address: String) throws(FileFault) -> String? { try base.path(ofRemote: address) }
}
