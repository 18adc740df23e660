/// A scalar of a document: its text after unescaping, and how it was or is to be written.
public struct Scalar: Sendable {
    /// How a scalar stands in a text.
    public enum Style: UInt8, Sendable, Hashable {
        /// Without quotes: the rules of a `ScalarSchema` say whether it is a string.
        case plain
        /// In single quotes: a string.
        case singleQuoted
        /// In double quotes: a string.
        case doubleQuoted
        /// A literal block (`|`): a string.
        case literal
        /// A folded block (`>`): a string.
        case folded
        /// A string made by a program; the writer chooses quotes where they are needed.
        case string
    }

    /// The text, without quotes and escapes.
    public var text: String
    /// How it is written.
    public var style: Style

    /// Creates a scalar.
    public init(_ text: String, style: Style = .string) {
        self.text = text
        self.style = style
    }

    /// Whether the scalar is written without quotes, so that its type depends on the schema.
    public var isPlain: Bool { style == .plain }

    /// Whether the text has the characters of `other`; unlike `==` of `String`, composed and decomposed ones differ.
    @inline(__always)
    func hasText(_ other: String) -> Bool {
        text.utf8.count == other.utf8.count && text == other && text.utf8.elementsEqual(other.utf8)
    }
}

extension Scalar: Equatable {
    /// Whether every reader takes both for the same value.
    ///
    /// Quoting matters only for texts that some reader would not take for a string: `no` is not `"no"`, but
    /// `web` is `"web"`.
    public static func == (lhs: Scalar, rhs: Scalar) -> Bool {
        guard lhs.hasText(rhs.text) else { return false }
        return lhs.isPlain == rhs.isPlain || !ScalarRules.isAmbiguous(lhs.text)
    }
}
