#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    // `stat` belongs to whichever of these modules the compiler loads first.
    import CoreFoundation
    import Glibc
#endif

/// What is at a path of the disk.
enum FileOnDisk {
    enum Kind: Sendable {
        case regular(mode: mode_t)
        case directory
        /// A pipe, a terminal, `/dev/null`: something to write into, not to replace.
        case special
    }

    /// What is at `path`, symbolic links followed; nil if there is nothing.
    static func kind(of path: String) -> Kind? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .regular(mode: status.st_mode & 0o7777)
        case S_IFDIR: .directory
        default: .special
        }
    }

    /// `path` without symbolic links and relative parts; of a file that is not there yet, its folder counts.
    static func resolved(_ path: String) -> String {
        if let real = realPath(path) { return real }
        let parts = split(path)
        guard let folder = realPath(parts.folder) else { return path }
        return (folder == "/" ? "" : folder) + "/" + parts.name
    }

    /// The folder and the last part of a path.
    static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        return (folder, String(path[path.index(after: slash)...]))
    }

    private static func realPath(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }
}
