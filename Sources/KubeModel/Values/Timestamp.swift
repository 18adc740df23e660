public import Diagnostics
public import YAMLTree

extension FindingCode {
    /// A text is no point in time.
    public static let kubernetesTime: FindingCode = "kubernetes.time"
}

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

    /// The second in UTC that begins `secondsSinceEpoch` after 1970-01-01T00:00:00Z; cut to the years 0 to 9999.
    public init(secondsSinceEpoch: Int) {
        self.text = CalendarTime.text(seconds: secondsSinceEpoch)
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, without leap seconds; nil for a text that is no time. O(n).
    public var secondsSinceEpoch: Int? { CalendarTime(text)?.seconds }

    /// The text.
    public var description: String { text }
}

extension Timestamp: NodeReadable, NodeWritable {
    /// Reads a time; without quotes, it is a string too.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard let text = String(reading: node, context) else { return nil }
        guard CalendarTime(text) != nil else {
            context.notATime(node, remedy: "Write a time such as 2026-05-04T12:30:00Z (RFC 3339).")
            return nil
        }
        self.text = text
    }

    /// A string.
    public func makeNode() -> Node { .string(text) }
}

extension ReadingContext {
    func notATime(_ node: Node, remedy: String) {
        problem(.kubernetesTime, "expected a time, found other text", at: node.location, remedy: remedy)
    }
}
