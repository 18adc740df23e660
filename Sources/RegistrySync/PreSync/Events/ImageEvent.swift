/// Something that happened at a registry. An event is a hint: what is at the source decides.
public struct ImageEvent: Sendable, Hashable {
    /// What happened.
    @frozen public enum Change: Sendable, Hashable {
        /// A blob is complete; the manifest that will name it may not be there yet.
        case blob(Digest, size: Int64)
        /// A tag stands for a manifest, perhaps another one than before.
        case tag(Tag)
        /// A tag is gone.
        case untagged(Tag)
    }

    /// The sender's name of the event, by which a repetition is recognised; nil if it gave none.
    public var id: String?
    /// Where it happened.
    public var repository: RepositoryName
    /// What happened.
    public var change: Change

    /// Creates an event.
    public init(id: String? = nil, _ repository: RepositoryName, _ change: Change) {
        self.id = id
        self.repository = repository
        self.change = change
    }
}
