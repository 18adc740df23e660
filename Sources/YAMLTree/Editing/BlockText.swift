/// A value in block notation, as it follows the indicator (`:` or `-`) of a collection.
struct BlockText {
    /// What stands on the line of the indicator, with a leading space; empty if the value begins on the next line.
    var inline: String
    /// The further lines, without the last line break; empty if there are none.
    var lines: String

    /// The text of the value of a key in a mapping at `column`.
    init(valueOf value: Node, column: Int, layout: YAMLWriter, lineBreak: String) {
        self.init(["k": value], skipping: 2, column: column, layout: layout, lineBreak: lineBreak)
    }

    /// The text of an item of a sequence at `column`.
    init(item: Node, column: Int, layout: YAMLWriter, lineBreak: String) {
        self.init([item], skipping: 1, column: column, layout: layout, lineBreak: lineBreak)
    }

    private init(_ collection: Node, skipping count: Int, column: Int, layout: YAMLWriter, lineBreak: String) {
        var lines = layout.text(collection).split(separator: "\n", omittingEmptySubsequences: false)
        lines.removeLast()
        inline = String(lines[0].dropFirst(count))
        let pad = String(repeating: " ", count: column)
        self.lines = lines.dropFirst().map { $0.isEmpty ? "" : pad + $0 }.joined(separator: lineBreak)
        hasLines = lines.count > 1
        self.lineBreak = lineBreak
    }

    let hasLines: Bool
    private let lineBreak: String

    /// All of the text, with the further lines after a line break.
    var text: String { inline + following }

    /// The further lines after a line break; empty if there are none.
    var following: String { hasLines ? lineBreak + lines : "" }

    /// The text of the key of a mapping entry, without the colon.
    static func key(_ name: String) -> String {
        let text = YAMLWriter().text(Node.mapping(Mapping([.init(key: .string(name), value: .bool(true))])))
        return String(text.dropLast(": true\n".count))
    }
}
