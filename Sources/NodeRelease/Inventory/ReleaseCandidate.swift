/// A node as the choice sees it: what it has, what uses it, what speaks against its release.
public struct ReleaseCandidate: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The memory for workloads in bytes.
    public var capacity: UInt64
    /// How much of it is reserved by workloads, in bytes; never more than the capacity.
    public var used: UInt64
    /// How many workloads would have to go elsewhere.
    public var load: Int
    /// What their disruption costs, without a unit: a pod of ordinary priority costs 1.
    public var cost: Double
    /// When the node was made.
    public var created: Moment?
    /// When something was last placed on it.
    public var lastUse: Moment?
    /// What speaks against its release, in a stable order without repetitions.
    public var obstacles: [Obstacle]

    /// Creates a candidate.
    public init(
        name: String,
        capacity: UInt64 = 0,
        used: UInt64 = 0,
        load: Int = 0,
        cost: Double = 0,
        created: Moment? = nil,
        lastUse: Moment? = nil,
        obstacles: [Obstacle] = []
    ) {
        self.name = name
        self.capacity = capacity
        self.used = min(used, capacity)
        self.load = load
        self.cost = cost
        self.created = created
        self.lastUse = lastUse
        self.obstacles = obstacles
    }

    /// Whether the node may be released.
    public var isEligible: Bool { obstacles.isEmpty }
    /// The memory that is free, in bytes.
    public var remaining: UInt64 { capacity - min(used, capacity) }
}
