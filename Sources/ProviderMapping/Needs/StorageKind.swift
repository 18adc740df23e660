/// What kind of storage an application asks for.
@frozen public enum StorageKind: String, Sendable, Hashable, CaseIterable, Comparable {
    /// A disk, for one node at a time.
    case block
    /// A shared file system.
    case file
    /// Buckets of objects, mounted as files.
    case object

    /// Orders by name.
    public static func < (lhs: StorageKind, rhs: StorageKind) -> Bool { lhs.rawValue < rhs.rawValue }
}
