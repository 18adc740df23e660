/// Nodes on one line: the notation inside of brackets.
enum FlowText {
    /// The text of a node.
    ///
    /// - Parameters:
    ///   - node: The node.
    ///   - quotesAll: Whether every string is in double quotes, as JSON wants.
    /// - Returns: One line.
    static func text(_ node: Node, quotesAll: Bool) -> String {
        let prefix = node.tag.map { tag -> String in
            var buffer = ByteBuffer()
            TagEmitter.append(tag, to: &buffer)
            return String(decoding: buffer.bytes, as: UTF8.self) + " "
        }
        let body =
            switch node.content {
            case .scalar(let scalar): self.scalar(scalar, quotesAll: quotesAll)
            case .sequence(let items):
                "[" + items.map { text($0, quotesAll: quotesAll) }.joined(separator: ", ") + "]"
            case .mapping(let mapping):
                "{"
                    + mapping.entries.map { entry(entry: $0, quotesAll: quotesAll) }.joined(separator: ", ") + "}"
            }
        return (prefix ?? "") + body
    }

    /// The text of a key and its value.
    static func entry(entry: Mapping.Entry, quotesAll: Bool) -> String {
        text(entry.key, quotesAll: quotesAll) + ": " + text(entry.value, quotesAll: quotesAll)
    }

    private static func scalar(_ scalar: Scalar, quotesAll: Bool) -> String {
        if scalar.isPlain, scalar.text.isEmpty { return "null" }
        var scalar = scalar
        let needsQuotes = quotesAll || scalar.text.utf8.contains { indicators.contains($0) }
        if !scalar.isPlain, needsQuotes { scalar.style = .doubleQuoted }
        var buffer = ByteBuffer()
        ScalarEmitter.append(scalar, to: &buffer, blockIndent: nil, quotes: .asRead)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    /// What ends or splits a scalar without quotes inside of brackets.
    private static let indicators = Array(",[]{}?:#".utf8)
}
