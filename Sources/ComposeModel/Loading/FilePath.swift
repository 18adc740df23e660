/// Paths as texts: joining and cleaning follow the rules of POSIX, without a look at the disk.
package enum FilePath {
    /// Whether `path` begins at the root.
    package static func isAbsolute(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

    /// The shortest path with the same meaning: no `.`, no empty parts, `..` only at the start of a relative path.
    package static func clean(_ path: String) -> String {
        if path.isEmpty { return "." }
        let absolute = isAbsolute(path)
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." {
                if let last = parts.last, last != ".." {
                    parts.removeLast()
                    continue
                }
                if absolute { continue }
            }
            parts.append(part)
        }
        let joined = parts.joined(separator: "/")
        if absolute { return "/" + joined }
        return joined.isEmpty ? "." : joined
    }

    /// `path` below `base`, cleaned; empty parts do not count.
    package static func join(_ base: String, _ path: String) -> String {
        switch (base.isEmpty, path.isEmpty) {
        case (true, true): ""
        case (true, false): clean(path)
        case (false, true): clean(base)
        case (false, false): clean(base + "/" + path)
        }
    }

    /// `path` itself if it is absolute, else `path` below `base`; cleaned.
    package static func resolve(_ path: String, in base: String) -> String {
        isAbsolute(path) ? clean(path) : join(base, path)
    }

    /// The folder that holds `path`.
    package static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return clean(slash == path.startIndex ? "/" : String(path[..<slash]))
    }

    /// The last part of `path`.
    package static func name(of path: String) -> String {
        let parts = path.split(separator: "/")
        return parts.last.map(String.init) ?? (path.isEmpty ? "." : "/")
    }

    /// The way from the folder `base` to `path`, both absolute and clean.
    package static func relative(_ path: String, to base: String) -> String {
        let target = path.split(separator: "/")
        let origin = base.split(separator: "/")
        var shared = 0
        while shared < target.count, shared < origin.count, target[shared] == origin[shared] { shared += 1 }
        let up = Array(repeating: Substring(".."), count: origin.count - shared)
        let parts = up + target[shared...]
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }

    /// `path` with a leading `~` replaced by the home folder.
    static func expandingHome(_ path: String, _ environment: ComposeEnvironment) -> String {
        guard path.utf8.first == UInt8(ascii: "~"), let home = environment["HOME"], !home.isEmpty else { return path }
        return join(home, String(path.dropFirst()))
    }

    /// Whether `path` is absolute on Windows: `C:\…`, `C:/…`, `\\host\share`, `\\.\pipe\…`.
    static func isWindowsAbsolute(_ path: String) -> Bool {
        let bytes = Array(path.utf8.prefix(3))
        func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "/") }
        if bytes.count >= 2, isSeparator(bytes[0]), isSeparator(bytes[1]) { return true }
        return bytes.count == 3 && bytes[1] == UInt8(ascii: ":") && isSeparator(bytes[2])
    }
}
