/// Why a text is no regular expression, with the texts of Go's `regexp/syntax`.
package struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable {
        case invalidClassRange = "invalid character class range"
        case invalidEscape = "invalid escape sequence"
        case invalidNamedCapture = "invalid named capture"
        case invalidPerlOperator = "invalid or unsupported Perl syntax"
        case invalidRepetition = "invalid nested repetition operator"
        case invalidRepeatCount = "invalid repeat count"
        case invalidUTF8 = "invalid UTF-8"
        case missingBracket = "missing closing ]"
        case missingParenthesis = "missing closing )"
        case missingRepeatArgument = "missing argument to repetition operator"
        case trailingBackslash = "trailing backslash at end of expression"
        case unexpectedParenthesis = "unexpected )"
        case nestingDepth = "expression nests too deeply"
        case large = "expression too large"
    }

    package var code: Code
    /// The part of the expression at fault.
    package var part: ByteString

    package var description: String { "error parsing regexp: \(code.rawValue): `\(part)`" }
}

/// A match took more steps than were allowed.
package struct MatchLimitError: Error, Hashable, Sendable, CustomStringConvertible {
    package var description: String { "regular expression takes too many steps" }
}
