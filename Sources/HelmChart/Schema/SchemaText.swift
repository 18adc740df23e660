import GoTemplate

/// Values as the messages of schemas show them.
enum SchemaText {
    /// A text in single quotes.
    static func quoted(_ text: ByteString) -> String {
        let inner = String(GoFormat.quote(text).text.dropFirst().dropLast())
        return "'" + inner.replacing("\\\"", with: "\"").replacing("'", with: "\\'") + "'"
    }

    static func quoted(_ texts: [ByteString]) -> String { texts.map(quoted).joined(separator: ", ") }

    /// A value that is neither list nor map.
    static func display(_ value: Value) -> String {
        switch value {
        case .string(let text): quoted(text)
        case .list, .map: "value"
        case .float(let number) where number.rounded() == number && number.magnitude < 1e21:
            GoFormat.float(number, "f", precision: 0).text
        default: GoFormat.value(value).text
        }
    }

    /// A number in English: with commas between thousands.
    static func number(_ value: Double) -> String {
        if value.magnitude >= 1e21 { return GoFormat.float(value).text }
        let text = GoFormat.float(value.magnitude, "f").text
        let whole = Array(text.prefix { $0 != "." })
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
            grouped.append(digit)
        }
        return (value < 0 ? "-" : "") + grouped + text.dropFirst(whole.count)
    }

    static func number(_ value: Int) -> String { number(Double(value)) }
}

/// JSON pointers.
enum SchemaPointer {
    static func text(_ tokens: [ByteString]) -> String {
        tokens.map { "/" + escaped($0.text) }.joined()
    }

    static func escaped(_ token: String) -> String {
        token.replacing("~", with: "~0").replacing("/", with: "~1")
    }

    /// The tokens of a pointer as it stands in a fragment.
    static func tokens(_ fragment: String) -> [ByteString] {
        unescapedPercents(fragment).split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
            ByteString($0.replacing("~1", with: "/").replacing("~0", with: "~"))
        }
    }

    private static func unescapedPercents(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
