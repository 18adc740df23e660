/// Releases from the least recently used batch the member with the least space left, or the most: LRU-SD of the paper.
///
/// Without batches of several members it is exactly ``LeastRecentlyUsed``; with one batch and no uses it is exactly
/// ``LeastRemaining``. It releases better than the former only where, within a batch, space predicts use.
public typealias LeastRecentBatch<ID: Hashable & Sendable> = RankedPolicy<ID, BatchRecencyRanking>

extension RankedPolicy where Ranking == BatchRecencyRanking {
    /// Creates an empty policy.
    public init(order: SpaceOrder = .leastRemaining) { self.init(BatchRecencyRanking(order: order)) }
}
