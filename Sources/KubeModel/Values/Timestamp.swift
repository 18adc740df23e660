public import YAMLTree

/// A point in time as its text, such as `2026-05-04T12:30:00Z` (RFC 3339).
///
/// The text is kept as it was written, whatever its precision. Two timestamps are equal when their texts are.
public struct Timestamp: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The text.
    public var text: String

    /// Creates a timestamp from its text, which is not checked.
    public init(_ text: String) {
        self.text = text
    }

    /// Creates a timestamp from a literal.
    public init(stringLiteral value: String) {
        self.text = value
    }

    /// The text.
    public var description: String { text }
}

extension Timestamp: NodeReadable, NodeWritable {
    /// Reads a string; without quotes, a timestamp is one too.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard let text = String(reading: node, context) else { return nil }
        self.text = text
    }

    /// A string.
    public func makeNode() -> Node { .string(text) }
}
