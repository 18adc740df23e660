import NIOCore
import _NIOFileSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension OCILayout {
    /// How much of a file is read at a time.
    static let chunk = ByteCount.mebibytes(1)

    /// The bytes of a small file of the layout; nil if there is none.
    func read(_ name: String, limit: Int) async throws -> [UInt8]? {
        let file = "\(path)/\(name)"
        guard let info = try await info(file) else { return nil }
        guard info.type == .regular else { throw LayoutError(.fileSystem, "'\(file)' is no file") }
        guard info.size <= limit else { throw LayoutError(.tooLarge, "'\(file)' has more than \(limit) bytes") }
        return try await attempt("reading '\(file)'") {
            try await files.withFileHandle(forReadingAt: FilePath(file)) { handle in
                Array(try await handle.readToEnd(maximumSizeAllowed: .bytes(Int64(limit))).readableBytesView)
            }
        }
    }

    func info(_ file: String) async throws -> FileInfo? {
        try await attempt("looking at '\(file)'") { try await files.info(forFileAt: FilePath(file)) }
    }

    func makeFolder(_ folder: String) async throws {
        try await attempt("creating '\(folder)'") {
            do {
                try await files.createDirectory(at: FilePath(folder), withIntermediateDirectories: true)
            } catch let error as FileSystemError where error.code == .fileAlreadyExists {}
        }
    }

    /// Writes a file beside its place and moves it there when it is whole.
    func write(_ bytes: [UInt8], to file: String) async throws {
        try await write(to: file) { writer in
            try await writer.write(contentsOf: bytes)
        }
    }

    func write(
        to file: String,
        _ body: @Sendable @escaping (inout BufferedWriter<WriteFileHandle>) async throws -> Void
    ) async throws {
        let partial = "\(file).\(UInt64.random(in: 0 ... .max)).partial"
        try await attempt("writing '\(file)'") {
            do {
                try await files.withFileHandle(
                    forWritingAt: FilePath(partial),
                    options: .newFile(replaceExisting: true)
                ) { handle in
                    var writer = handle.bufferedWriter(capacity: Self.chunk)
                    try await body(&writer)
                    try await writer.flush()
                    try await handle.synchronize()
                }
                // One step that replaces what is there; the library's own moves refuse to, or take several.
                guard rename(partial, file) == 0 else {
                    throw LayoutError(.fileSystem, "writing '\(file)' failed: the complete file cannot be named")
                }
            } catch {
                _ = try? await files.removeItem(at: FilePath(partial))
                throw error
            }
        }
    }

    /// Runs `body`; says of a fault of the file system what was being done.
    func attempt<Result>(_ purpose: String, _ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let error as FileSystemError {
            throw LayoutError(.fileSystem, "\(purpose) failed: \(error.message)")
        }
    }
}
