import GoTemplate

/// Paths with `/` between their parts, as Go's packages path and path/filepath take them apart.
enum SlashPath {
    private static let slash = UInt8(ascii: "/")
    private static let dot = UInt8(ascii: ".")

    /// The shortest path that leads to the same place: without empty parts, `.`, and `..` after a name.
    static func clean(_ path: ByteString) -> ByteString {
        let isRooted = path.bytes.first == slash
        var parts: [ArraySlice<UInt8>] = []
        for part in path.bytes.split(separator: slash) where !part.elementsEqual([dot]) {
            guard part.elementsEqual([dot, dot]) else {
                parts.append(part)
                continue
            }
            if let last = parts.last, !last.elementsEqual([dot, dot]) {
                parts.removeLast()
            } else if !isRooted {
                parts.append(part)
            }
        }
        let joined = Array(parts.joined(separator: [slash]))
        if isRooted { return ByteString([slash] + joined) }
        return joined.isEmpty ? "." : ByteString(joined)
    }

    /// The last part; `.` of nothing and `/` of slashes only.
    static func base(_ path: ByteString) -> ByteString {
        if path.bytes.isEmpty { return "." }
        guard let last = path.bytes.split(separator: slash).last else { return "/" }
        return ByteString(Array(last))
    }

    /// All but the last part, cleaned.
    static func directory(_ path: ByteString) -> ByteString {
        let end = path.bytes.lastIndex(of: slash).map { $0 + 1 } ?? 0
        return clean(ByteString(Array(path.bytes[..<end])))
    }

    /// From the last dot of the last part on; nothing if it has none.
    static func fileExtension(_ path: ByteString) -> ByteString {
        let start = path.bytes.lastIndex(of: slash).map { $0 + 1 } ?? 0
        guard let point = path.bytes[start...].lastIndex(of: dot) else { return ByteString() }
        return ByteString(Array(path.bytes[point...]))
    }

    static func isAbsolute(_ path: ByteString) -> Bool { path.bytes.first == slash }
}
