/// Which tags of a repository are synchronised.
public struct TagSelection: Sendable, Hashable {
    /// The patterns of which a tag has to fit one; none lets every tag in.
    public var include: [NamePattern] = []
    /// The patterns of which a tag must fit none.
    public var exclude: [NamePattern] = []
    /// The versions among which a tag has to be; nil lets every tag in.
    public var versions: VersionRange?
    /// How many of the newest tags are kept in step; nil is all. Versions are newer than other tags, larger ones newest;
    /// tags that are no versions follow in the order of their names, the last first.
    public var newest: Int?

    /// Selects all tags.
    public init() {}

    /// Whether a tag passes the patterns and the range; ``newest`` needs to know the others.
    public func admits(_ tag: Tag) -> Bool {
        guard include.isEmpty || include.contains(where: { $0.matches(tag.name) }) else { return false }
        guard !exclude.contains(where: { $0.matches(tag.name) }) else { return false }
        return versions?.contains(tag) ?? true
    }

    /// The tags to synchronise out of all that a repository has, newest first. O(n log n).
    public func selected(of tags: [Tag]) -> [Tag] {
        let known = tags.filter(admits).map { (tag: $0, version: TagVersion($0.name[...])) }
        let sorted = known.sorted { a, b in
            switch (a.version, b.version) {
            case (let x?, let y?) where x != y: y < x
            case (_?, nil): true
            case (nil, _?): false
            default: b.tag < a.tag
            }
        }
        return sorted.prefix(newest ?? sorted.count).map(\.tag)
    }
}
