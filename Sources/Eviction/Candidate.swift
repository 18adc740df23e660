/// Something that may be released: a node, an image, an object of a cache.
///
/// All amounts are in a unit of the caller's choice, the same for all candidates of a policy. Policies that rank by space
/// are quickest when it is small (megabytes, not bytes): see ``LeastRemaining``.
public struct Candidate<ID: Hashable & Sendable>: Sendable, Hashable {
    /// Its name.
    public var id: ID
    /// The space that it offers; above zero.
    public var capacity: UInt64
    /// How much of that is taken; at most `capacity`.
    public var used: UInt64
    /// What releasing it gives back.
    public var size: UInt64
    /// What it costs to have it again, such as seconds of transfer; finite and not negative.
    public var cost: Double

    /// Creates a candidate. What the policy does not look at can be left out.
    public init(id: ID, capacity: UInt64 = 1, used: UInt64 = 0, size: UInt64 = 1, cost: Double = 1) {
        self.id = id
        self.capacity = capacity
        self.used = used
        self.size = size
        self.cost = cost
    }

    /// The space left, equation (2) of the paper; zero if more is used than there is, which no policy admits.
    public var remaining: UInt64 { capacity >= used ? capacity - used : 0 }

    /// What is wrong with the values, if anything.
    var fault: EvictionError.Code? {
        if capacity == 0 { return .zeroCapacity }
        if used > capacity { return .usedAboveCapacity }
        if !cost.isFinite || cost < 0 { return .invalidCost }
        return nil
    }
}
