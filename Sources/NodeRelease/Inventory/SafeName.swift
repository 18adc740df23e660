public import Diagnostics

extension FindingCode {
    /// An inventory names a node, or what runs on it, in a way that no orchestrator does.
    public static let releaseName: FindingCode = "release.name"
    /// An object of an inventory lacks a field that a plan needs.
    public static let releaseMissingField: FindingCode = "release.missing-field"
    /// An inventory has two nodes of one name.
    public static let releaseDuplicateNode: FindingCode = "release.duplicate-node"
    /// The owners of objects form a circle.
    public static let releaseCyclicOwners: FindingCode = "release.cyclic-owners"
    /// A document of an inventory is of no kind that inventories have.
    public static let releaseUnknownDocument: FindingCode = "release.unknown-document"
    /// An inventory has no node at all.
    public static let releaseNoNodes: FindingCode = "release.no-nodes"
}

/// Names and identifiers that become parts of paths and commands.
enum SafeName {
    /// Whether the text is a name as orchestrators give them: letters, digits, `.`, `-` and `_`, at most 253 bytes,
    /// beginning with a letter or digit, so that no command takes it for an option.
    static func accepts(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 253, isAlphanumeric(first) else { return false }
        return text.utf8.allSatisfy { isAlphanumeric($0) || ".-_".utf8.contains($0) }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
