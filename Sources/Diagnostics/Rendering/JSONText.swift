/// A JSON value that is only ever written (RFC 8259), with the members of objects in the order given.
enum JSONText: Sendable {
    case string(String)
    case number(Int)
    case array([JSONText])
    case object([Member])

    struct Member: Sendable {
        let name: String
        let value: JSONText
    }

    /// An object without the members that are nil.
    static func members(_ members: KeyValuePairs<String, JSONText?>) -> JSONText {
        .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }

    static func string(_ text: String?) -> JSONText? { text.map { .string($0) } }

    /// The value on lines of its own, indented by two spaces a level, with a line feed at the end.
    var prettyPrinted: String {
        var writer = JSONTextWriter()
        writer.write(self, depth: 0)
        writer.bytes.append(UInt8(ascii: "\n"))
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

private struct JSONTextWriter {
    var bytes: [UInt8] = []

    mutating func write(_ value: JSONText, depth: Int) {
        switch value {
        case .string(let text): write(text)
        case .number(let number): bytes.append(contentsOf: String(number).utf8)
        case .array(let items):
            write(items, between: ("[", "]"), depth: depth) { $0.write($1, depth: depth + 1) }
        case .object(let members):
            write(members, between: ("{", "}"), depth: depth) {
                $0.write($1.name)
                $0.bytes.append(contentsOf: ": ".utf8)
                $0.write($1.value, depth: depth + 1)
            }
        }
    }

    private mutating func write<Item>(
        _ items: [Item],
        between brackets: (open: String, close: String),
        depth: Int,
        _ body: (inout JSONTextWriter, Item) -> Void
    ) {
        bytes.append(contentsOf: brackets.open.utf8)
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine(depth: depth + 1)
            body(&self, item)
        }
        if !items.isEmpty { breakLine(depth: depth) }
        bytes.append(contentsOf: brackets.close.utf8)
    }

    private mutating func breakLine(depth: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    /// Writes a string; what a terminal or JavaScript would not take as text is escaped beyond what JSON demands.
    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes.append(contentsOf: "\\\"".utf8)
            case "\\": bytes.append(contentsOf: "\\\\".utf8)
            case "\n": bytes.append(contentsOf: "\\n".utf8)
            case "\r": bytes.append(contentsOf: "\\r".utf8)
            case "\t": bytes.append(contentsOf: "\\t".utf8)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
                let digits = String(scalar.value, radix: 16)
                bytes.append(contentsOf: "\\u".utf8)
                bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
                bytes.append(contentsOf: digits.utf8)
            default: bytes.append(contentsOf: String(scalar).utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
