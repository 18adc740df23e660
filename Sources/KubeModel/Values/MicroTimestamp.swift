public import YAMLTree

/// A point in time to the microsecond as its text, such as `2026-05-04T12:30:00.000000Z` (RFC 3339 with six digits).
///
/// The text is kept as it was written. Two are equal when their texts are.
public struct MicroTimestamp: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
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

    /// The microsecond in UTC that begins `microsecondsSinceEpoch` after 1970-01-01T00:00:00Z; cut to the years 0 to
    /// 9999.
    public init(microsecondsSinceEpoch: Int) {
        let (quotient, remainder) = microsecondsSinceEpoch.quotientAndRemainder(dividingBy: 1_000_000)
        let seconds = remainder < 0 ? quotient - 1 : quotient
        let fraction = remainder < 0 ? remainder + 1_000_000 : remainder
        self.text = CalendarTime.text(seconds: seconds, fraction: (fraction, 6))
    }

    /// Microseconds since 1970-01-01T00:00:00Z, without leap seconds; nil for a text that is no time. O(n).
    public var microsecondsSinceEpoch: Int? {
        CalendarTime(text).map { $0.seconds * 1_000_000 + $0.nanoseconds / 1000 }
    }

    /// The text.
    public var description: String { text }
}

extension MicroTimestamp: NodeReadable, NodeWritable {
    /// Reads a time with six digits of a fraction; without quotes, it is a string too.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard let text = String(reading: node, context) else { return nil }
        guard CalendarTime(text)?.fractionDigits == 6 else {
            context.notATime(
                node,
                remedy: "Write a time such as 2026-05-04T12:30:00.000000Z (RFC 3339), with six digits after the point."
            )
            return nil
        }
        self.text = text
    }

    /// A string.
    public func makeNode() -> Node { .string(text) }
}
