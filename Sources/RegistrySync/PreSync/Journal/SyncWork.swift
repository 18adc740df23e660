/// Something that a pre-synchroniser has to do.
public struct SyncWork: Sendable, Hashable {
    /// What is to be done.
    @frozen public enum Task: Sendable, Hashable {
        /// Move a blob before its manifest is known.
        case blob(Digest, size: Int64)
        /// Bring the image that a tag stands for.
        case image(Tag)
        /// Take a tag away.
        case removal(Tag)
    }

    /// The name of the route.
    public var route: String
    /// The repository at the source.
    public var repository: RepositoryName
    /// What is to be done.
    public var task: Task

    /// Creates work.
    public init(route: String, repository: RepositoryName, task: Task) {
        self.route = route
        self.repository = repository
        self.task = task
    }
}

/// Work that a journal has handed out.
struct PendingWork: Sendable, Hashable {
    /// What is to be done.
    var work: SyncWork
    /// How often it was tried.
    var attempts: Int
    /// Tells whether the same work was asked for again while it was under way.
    let generation: Int64
}
