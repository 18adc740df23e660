import Eviction

/// The policies that choose a node, under the names that options take.
@nonexhaustive public enum ReleasePolicyName: String, Sendable, Hashable, CaseIterable {
    /// The node made last: the habit of orchestrators that know no better.
    case lastInserted = "last-inserted"
    /// The node made first.
    case firstInserted = "first-inserted"
    /// The node on which nothing was placed for longest.
    case leastRecentlyUsed = "least-recently-used"
    /// The node with the least or most space left (LSD).
    case space
    /// Of the nodes unused for longest, if they were used together, the one with the least or most space left (LRU-SD).
    case leastRecentBatch = "least-recent-batch"
    /// A queue for newcomers, a queue for those used again (S3-FIFO).
    case s3FIFO = "s3-fifo"
    /// A queue that a hand goes through, sparing those used since it came by.
    case sieve
    /// The node that is cheapest to lose for its size, and used least (GreedyDual-Size-Frequency).
    case gdsf

    /// The policy for so many nodes; the order says whether the fullest or the emptiest goes first, where space decides.
    func policy(_ order: SpaceOrder, count: Int) -> any EvictionPolicy<String> {
        switch self {
        case .lastInserted: LastInserted<String>()
        case .firstInserted: FirstInserted<String>()
        case .leastRecentlyUsed: LeastRecentlyUsed<String>()
        case .space: LeastRemaining<String>(order: order)
        case .leastRecentBatch: LeastRecentBatch<String>(order: order)
        case .s3FIFO: S3FIFO<String>(capacity: .count(count))
        case .sieve: SIEVE<String>()
        case .gdsf: GDSF<String>()
        }
    }
}
