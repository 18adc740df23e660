/// Releases what has been unused for longest. Members of one batch go in the order in which the batch names them.
///
/// It follows changes of what is popular, and misses always on a loop longer than the capacity.
public typealias LeastRecentlyUsed<ID: Hashable & Sendable> = RankedPolicy<ID, RecencyRanking>

extension RankedPolicy where Ranking == RecencyRanking {
    /// Creates an empty policy.
    public init() { self.init(RecencyRanking()) }
}
