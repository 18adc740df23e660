import GoTemplate

/// Go prints `<no value>` for what is missing; Helm removes the words from all output.
enum NoValue {
    private static let words = Array("<no value>".utf8)

    static func removed(from text: ByteString) -> ByteString {
        var rest = text.bytes[...]
        var output: [UInt8] = []
        while let start = rest.firstIndex(of: words[0]) {
            if rest[start...].starts(with: words) {
                output += rest[..<start]
                rest = rest[(start + words.count)...]
            } else {
                output += rest[...start]
                rest = rest[(start + 1)...]
            }
        }
        if rest.count == text.bytes.count { return text }
        return ByteString(output + rest)
    }
}
