/// A regular expression of RE2's language with the meaning that Go gives it: the leftmost match, and of those at the
/// same place the one that Perl would choose.
///
/// Matching takes time in proportion to the lengths of pattern and text multiplied, whatever the pattern.
package struct RegularExpression: Sendable {
    package let pattern: ByteString
    /// The names of the captures; the first is the whole match.
    package let captureNames: [ByteString?]
    private let program: Program
    /// How many instructions a call may visit: some minutes of work.
    private static let limit = 20_000_000_000

    /// Compiles a pattern.
    package init(_ pattern: ByteString) throws(PatternError) {
        let (root, names) = try PatternParser.parse(pattern)
        self.pattern = pattern
        captureNames = names
        program = Compiler.compile(root)
    }

    /// The pattern in quotes as the messages of Go's `MustCompile` have it.
    package static func quoted(_ pattern: ByteString) -> ByteString {
        if GoQuote.canBackquote(pattern.bytes) { return ByteString([0x60] + pattern.bytes + [0x60]) }
        return GoFormat.quote(pattern)
    }

    /// The pattern that matches a text and nothing else.
    package static func escaped(_ text: ByteString) -> ByteString {
        var bytes: [UInt8] = []
        for byte in text.bytes {
            if special.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
        return ByteString(bytes)
    }

    private static let special = Set(#"\.+*?()|[]{}^$"#.utf8)

    package func matches(_ text: ByteString) throws(MatchLimitError) -> Bool {
        try firstMatch(in: text, captures: 0) != nil
    }

    /// The bounds of the first match and its captures, two for each; -1 for those that took no part.
    package func firstMatch(in text: ByteString) throws(MatchLimitError) -> [Int]? {
        try firstMatch(in: text, captures: captureNames.count - 1)
    }

    func firstMatch(in text: ByteString, captures: Int) throws(MatchLimitError) -> [Int]? {
        var matcher = matcher(for: text.bytes, captures: captures)
        return try matcher.match(from: 0)
    }

    func matcher(for text: [UInt8], captures: Int, limit: Int = Self.limit) -> Matcher {
        Matcher(program, text, slotCount: 2 * (captures + 1), limit: limit)
    }
}
