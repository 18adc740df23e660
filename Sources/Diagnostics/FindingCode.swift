/// A stable, documented name of a kind of finding, such as `compose.unknown-key`.
///
/// Codes are dotted: the area first, then the thing. Each target declares its own as static members in an
/// extension, and `Documentation/Findings.md` has an entry for each.
public struct FindingCode: RawRepresentable, Sendable, Hashable, Comparable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The dotted name.
    public let rawValue: String

    /// Creates a code from its dotted name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Creates a code from a literal.
    public init(stringLiteral value: String) {
        self.rawValue = value
    }

    /// The dotted name.
    public var description: String { rawValue }

    /// Orders by name.
    public static func < (lhs: FindingCode, rhs: FindingCode) -> Bool { lhs.rawValue < rhs.rawValue }
}
