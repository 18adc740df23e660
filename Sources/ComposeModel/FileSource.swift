/// Where a loader reads files from: a disk, memory, an archive.
///
/// Paths are absolute, with `/` between their parts, and without `.` and `..`. The path `-` names standard input.
public protocol FileSource: Sendable {
    /// The bytes of a file.
    func contents(of path: String) throws(FileFault) -> [UInt8]

    /// What is at `path`; nil if there is nothing.
    func kind(of path: String) -> FileKind?

    /// `path` with its symbolic links followed; `path` itself where there are none.
    func resolvingSymbolicLinks(in path: String) -> String

    /// The absolute path at which the source serves a file of another machine, such as
    /// `oci://registry.example.com/shop:1`; nil if it fetches none.
    func path(ofRemote address: String) throws(FileFault) -> String?
}

extension FileSource {
    /// `path` itself: most sources have no symbolic links.
    public func resolvingSymbolicLinks(in path: String) -> String { path }

    /// Nil: most sources fetch nothing.
    public func path(ofRemote address: String) throws(FileFault) -> String? { nil }
}

/// What a path names.
@frozen public enum FileKind: Sendable, Hashable {
    /// A file that can be read.
    case file
    /// A folder.
    case directory
}

/// Why a file cannot be read.
@nonexhaustive public enum FileFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Nothing is there.
    case notFound
    /// A folder is there.
    case isDirectory
    /// The path leads out of the folder to which reading is confined.
    case outsideRoot(String)
    /// Something else; the text says what.
    case unreadable(String)

    /// The reason in words that follow the name of the file.
    public var description: String {
        switch self {
        case .notFound: "does not exist"
        case .isDirectory: "is a directory, not a file"
        case .outsideRoot(let root): "lies outside \(root)"
        case .unreadable(let reason): "cannot be read: \(reason)"
        }
    }
}

/// Files in memory.
public struct InMemoryFileSource: FileSource {
    private let files: [String: [UInt8]]
    private let directories: Set<String>

    /// Creates a source from absolute paths and the texts of the files.
    public init(_ texts: [String: String]) {
        self.init(bytes: texts.mapValues { Array($0.utf8) })
    }

    /// Creates a source from absolute paths and the bytes of the files; the folders follow from the paths.
    public init(bytes: [String: [UInt8]]) {
        var directories: Set<String> = ["/"]
        for path in bytes.keys {
            var folder = FilePath.directory(of: path)
            while directories.insert(folder).inserted { folder = FilePath.directory(of: folder) }
        }
        self.files = bytes
        self.directories = directories
    }

    /// The bytes of a file.
    public func contents(of path: String) throws(FileFault) -> [UInt8] {
        if let bytes = files[path] { return bytes }
        throw directories.contains(path) ? .isDirectory : .notFound
    }

    /// What is at `path`.
    public func kind(of path: String) -> FileKind? {
        if files[path] != nil { return .file }
        return directories.contains(path) ? .directory : nil
    }
}

/// A source that reads only below one folder of another, whatever the paths and symbolic links in a project say.
public struct ConfinedFileSource: FileSource {
    private let base: any FileSource
    private let root: String

    /// Creates a source.
    ///
    /// - Parameters:
    ///   - base: The source that reads.
    ///   - root: The absolute path of the folder to stay in.
    public init(_ base: any FileSource, root: String) {
        self.base = base
        self.root = FilePath.clean(base.resolvingSymbolicLinks(in: FilePath.clean(root)))
    }

    private func isInside(_ path: String) -> Bool {
        let target = FilePath.clean(base.resolvingSymbolicLinks(in: FilePath.clean(path)))
        return target == root || target.hasPrefix(root == "/" ? root : root + "/")
    }

    /// The bytes of a file below the root; fails for any other.
    public func contents(of path: String) throws(FileFault) -> [UInt8] {
        guard path == "-" || isInside(path) else { throw .outsideRoot(root) }
        return try base.contents(of: path)
    }

    /// What is at `path`; nil outside the root, so that nothing can be learnt about what is there.
    public func kind(of path: String) -> FileKind? {
        isInside(path) ? base.kind(of: path) : nil
    }

    /// `path` with its symbolic links followed.
    public func resolvingSymbolicLinks(in path: String) -> String {
        base.resolvingSymbolicLinks(in: path)
    }

    /// Where the other source serves a file of another machine, if that is below the root.
    public func path(ofRemote address: String) throws(FileFault) -> String? {
        guard let path = try base.path(ofRemote: address) else { return nil }
        guard isInside(path) else { throw .outsideRoot(root) }
        return path
    }
}
