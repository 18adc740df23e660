/// Reads versions, and constraints with their wildcards, from the start of a text on.
struct VersionScanner {
    struct Parts {
        /// One to three.
        var segments: [String]
        var prerelease = ""
        var metadata = ""
        /// The text of them all.
        var text = ""
    }

    private let bytes: [UInt8]
    private(set) var index = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { index == bytes.count }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    /// Whether prereleases and metadata may have the byte.
    static func isIdentifier(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return isDigit(byte) || byte == UInt8(ascii: "-") || (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
    }

    /// Whether a segment of a constraint may have the byte: the bar is an oddity of Helm's library.
    static func isConstraintSegment(_ byte: UInt8) -> Bool { isDigit(byte) || "xX*|".utf8.contains(byte) }

    static func isSpace(_ byte: UInt8) -> Bool { "\t\n\u{0C}\r ".utf8.contains(byte) }

    /// A version whose segments are of the bytes that `isSegment` takes; nil, with the index where it was, if there is
    /// none.
    mutating func version(isSegment: (UInt8) -> Bool) -> Parts? {
        let start = index
        _ = skip(UInt8(ascii: "v"))
        guard let first = run(of: isSegment) else {
            index = start
            return nil
        }
        var parts = Parts(segments: [first])
        while parts.segments.count < 3, let next = dotted(isSegment) { parts.segments.append(next) }
        parts.prerelease = identifiers(after: UInt8(ascii: "-")) ?? ""
        parts.metadata = identifiers(after: UInt8(ascii: "+")) ?? ""
        parts.text = String(decoding: bytes[start..<index], as: UTF8.self)
        return parts
    }

    /// The longest of the texts that comes next.
    mutating func longest(of texts: [String]) -> String? {
        let found = texts.filter { bytes[index...].starts(with: $0.utf8) }.max { $0.utf8.count < $1.utf8.count }
        index += found?.utf8.count ?? 0
        return found
    }

    /// Skips white space; whether there was some.
    mutating func skipSpace() -> Bool { run(of: Self.isSpace) != nil }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func run(of isMember: (UInt8) -> Bool) -> String? {
        let start = index
        while index < bytes.count, isMember(bytes[index]) { index += 1 }
        return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
    }

    private mutating func dotted(_ isMember: (UInt8) -> Bool) -> String? {
        let start = index
        if skip(UInt8(ascii: ".")), let text = run(of: isMember) { return text }
        index = start
        return nil
    }

    private mutating func identifiers(after mark: UInt8) -> String? {
        let start = index
        guard skip(mark), var text = run(of: Self.isIdentifier) else {
            index = start
            return nil
        }
        while let next = dotted(Self.isIdentifier) { text += "." + next }
        return text
    }
}
