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
}

extension Scalar: Equatable {
    /// Whether every reader takes both for the same value.
    ///
    /// Quoting matters only for texts that some reader would not take for a string: `no` is not `"no"`, but
    /// `web` is `"web"`.
    public static func == (lhs: Scalar, rhs: Scalar) -> Bool {
        guard lhs.text == rhs.text else { return false }
        return lhs.isPlain == rhs.isPlain || !ScalarRules.isAmbiguous(lhs.text)
    }
}
