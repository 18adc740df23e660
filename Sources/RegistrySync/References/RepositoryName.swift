/// The path of a repository within a registry, such as `library/redis`.
///
/// The grammar is that of the OCI Distribution Specification ("Pulling manifests"): components of lower-case letters and
/// digits, joined by `.`, `_`, `__` or dashes, separated by `/`; together with the host no longer than 255 characters.
public struct RepositoryName: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The path.
    public let path: String

    /// Reads a repository's path.
    public init(_ text: String) throws(ReferenceError) {
        guard !text.isEmpty else { throw ReferenceError(.repository, text, "it is empty") }
        guard text.utf8.count <= 255 else {
            throw ReferenceError(.repository, text, "it is longer than 255 characters")
        }
        for component in text.split(separator: "/", omittingEmptySubsequences: false) {
            guard Self.isComponent(component.utf8) else {
                throw ReferenceError(
                    .repository,
                    text,
                    "each part between slashes is lower-case letters and digits, joined by '.', '_', '__' or dashes"
                )
            }
        }
        self.path = text
    }

    /// Whether `bytes` are `[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*`.
    private static func isComponent(_ bytes: Substring.UTF8View) -> Bool {
        var separator: [UInt8] = []
        var previousIsName = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard separator.isEmpty || isSeparator(separator) else { return false }
                separator = []
                previousIsName = true
            case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                guard previousIsName else { return false }
                separator.append(byte)
            default: return false
            }
        }
        return previousIsName && separator.isEmpty
    }

    private static func isSeparator(_ bytes: [UInt8]) -> Bool {
        switch bytes[0] {
        case UInt8(ascii: "."): bytes.count == 1
        case UInt8(ascii: "_"): bytes.count <= 2 && bytes.allSatisfy { $0 == UInt8(ascii: "_") }
        default: bytes.allSatisfy { $0 == UInt8(ascii: "-") }
        }
    }

    /// The path.
    public var description: String { path }

    /// Orders by the bytes of the paths.
    public static func < (lhs: RepositoryName, rhs: RepositoryName) -> Bool {
        lhs.path.utf8.lexicographicallyPrecedes(rhs.path.utf8)
    }
}
