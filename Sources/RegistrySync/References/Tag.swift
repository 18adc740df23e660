/// The name of a manifest within its repository, such as `4.8-apache`.
///
/// The OCI Distribution Specification ("Pulling manifests") gives the grammar `[A-Za-z0-9_][A-Za-z0-9._-]{0,127}`.
public struct Tag: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The name.
    public let name: String

    /// What a reference without tag and digest means.
    public static let latest = Tag(unchecked: "latest")

    /// Reads a tag.
    public init(_ text: String) throws(ReferenceError) {
        guard !text.isEmpty else { throw ReferenceError(.tag, text, "it is empty") }
        guard text.utf8.count <= 128 else { throw ReferenceError(.tag, text, "it is longer than 128 characters") }
        for (index, byte) in text.utf8.enumerated() where !Self.allows(byte, first: index == 0) {
            throw ReferenceError(
                .tag,
                text,
                "only letters, digits, '_', '.' and '-' are allowed, and it begins with none of '.' and '-'"
            )
        }
        self.name = text
    }

    init(unchecked name: String) { self.name = name }

    private static func allows(_ byte: UInt8, first: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        case UInt8(ascii: "."), UInt8(ascii: "-"): !first
        default: false
        }
    }

    /// The name.
    public var description: String { name }

    /// Orders by the bytes of the names.
    public static func < (lhs: Tag, rhs: Tag) -> Bool { lhs.name.utf8.lexicographicallyPrecedes(rhs.name.utf8) }
}
