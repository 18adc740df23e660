/// A piece of a template's text.
struct Token {
    enum Kind {
        case error, bool, character, characterConstant, complex, assign, declare, endOfFile, field, identifier
        case leftDelimiter, leftParenthesis, number, pipe, rawString, rightDelimiter, rightParenthesis, space, string
        case text, variable
        // Keywords:
        case block, `break`, `continue`, dot, define, `else`, end, `if`, `nil`, range, template, with

        /// Whether messages show the token in angle brackets.
        var isKeyword: Bool {
            switch self {
            case .block, .break, .continue, .dot, .define, .else, .end, .if, .nil, .range, .template, .with: true
            default: false
            }
        }
    }

    var kind: Kind
    /// Its bytes in the template's text.
    var range: Range<Int>
    /// The line of its first byte, from 1.
    var line: Int
    /// What is wrong, for an error.
    var fault = ""

    static let none = Token(kind: .endOfFile, range: 0..<0, line: 0)

    static let keywords: [ByteString: Kind] = [
        ".": .dot, "block": .block, "break": .break, "continue": .continue, "define": .define, "else": .else,
        "end": .end, "if": .if, "range": .range, "nil": .nil, "template": .template, "with": .with,
    ]

    /// How messages show the token.
    func description(in bytes: [UInt8]) -> String {
        let text = bytes[range]
        switch kind {
        case .endOfFile: return "EOF"
        case .error: return fault
        case _ where kind.isKeyword: return "<\(String(decoding: text, as: UTF8.self))>"
        default:
            guard text.count > 10 else { return String(decoding: GoQuote.quoted(text), as: UTF8.self) }
            var end = text.startIndex
            for _ in 0..<10 where end < text.endIndex { end += text.rune(at: end).width }
            return String(decoding: GoQuote.quoted(text[..<end]), as: UTF8.self) + "..."
        }
    }
}
