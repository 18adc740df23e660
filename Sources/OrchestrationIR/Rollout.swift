/// How the instances of a new version replace those of the old one.
public struct Rollout: Sendable, Equatable {
    /// A number of instances, or a share of them.
    public enum Amount: Sendable, Hashable {
        /// So many.
        case count(Int)
        /// So many of a hundred.
        case percent(Int)
    }

    /// What comes first.
    public enum Order: Sendable, Hashable {
        /// New instances start before old ones stop.
        case startFirst
        /// Old instances stop before new ones start.
        case stopFirst
        /// All old instances stop before any new one starts.
        case stopAllFirst
    }

    /// What comes first.
    public var order: Order
    /// How many instances are replaced at a time; nil leaves it to the orchestrator.
    public var parallelism: Amount?
    /// How long a new instance has to work before the next one is replaced.
    public var minimumReady: Duration?
    /// How long a rollout may make no progress until it has failed.
    public var progressDeadline: Duration?

    /// Creates a rollout.
    public init(
        order: Order,
        parallelism: Amount? = nil,
        minimumReady: Duration? = nil,
        progressDeadline: Duration? = nil
    ) {
        self.order = order
        self.parallelism = parallelism
        self.minimumReady = minimumReady
        self.progressDeadline = progressDeadline
    }
}
