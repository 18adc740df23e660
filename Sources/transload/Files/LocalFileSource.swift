package import ComposeModel
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Files of the disk, and standard input under the name `-`.
///
/// Pipes, standard input among them, give their bytes only once; the source remembers them for those who ask again.
package final class LocalFileSource: FileSource {
    private let limit: Int
    private let streams = Mutex<[String: [UInt8]]>([:])

    /// Creates a source.
    ///
    /// - Parameter limit: The size in bytes above which a file is refused; 256 MiB unless said otherwise.
    package init(limit: Int = 256 << 20) {
        self.limit = limit
    }

    /// The bytes of a file or a pipe.
    package func contents(of path: String) throws(FileFault) -> [UInt8] {
        switch FileOnDisk.kind(of: path) {
        case _ where path == "-": return try stream(path) { Descriptor(standard: 0) }
        case .directory: throw .isDirectory
        case .special: return try stream(path) { () throws(FileFault) in try Self.open(path) }
        case .regular, nil: break
        }
        let descriptor = try Self.open(path)
        defer { try? descriptor.finish(path) }
        return try bytes(of: descriptor)
    }

    /// What is at `path`.
    package func kind(of path: String) -> FileKind? {
        switch FileOnDisk.kind(of: path) {
        case .regular, .special: .file
        case .directory: .directory
        case nil: path == "-" ? .file : nil
        }
    }

    /// `path` with its symbolic links followed.
    package func resolvingSymbolicLinks(in path: String) -> String { FileOnDisk.resolved(path) }

    private func stream(_ name: String, _ open: () throws(FileFault) -> Descriptor) throws(FileFault) -> [UInt8] {
        if let bytes = streams.withLock({ $0[name] }) { return bytes }
        let bytes = try bytes(of: open())
        streams.withLock { $0[name] = bytes }
        return bytes
    }

    private static func open(_ path: String) throws(FileFault) -> Descriptor {
        do {
            return try Descriptor(opening: path, O_RDONLY)
        } catch {
            throw error.number == ENOENT || error.number == ENOTDIR ? .notFound : .unreadable(error.reason)
        }
    }

    private func bytes(of descriptor: Descriptor) throws(FileFault) -> [UInt8] {
        let bytes: [UInt8]?
        do {
            bytes = try descriptor.readAll(limit: limit)
        } catch {
            throw error.number == EISDIR ? .isDirectory : .unreadable(error.reason)
        }
        guard let bytes else { throw .unreadable("it has more than \(limit) bytes") }
        return bytes
    }
}
