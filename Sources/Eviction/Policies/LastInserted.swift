/// Releases what came in last: what the paper calls the traditional policy.
///
/// It keeps the old, whatever is used: best on loops a little longer than the capacity, where
/// ``LeastRecentlyUsed`` misses always; bad when what is popular changes.
public typealias LastInserted<ID: Hashable & Sendable> = RankedPolicy<ID, LastInsertedRanking>

extension RankedPolicy where Ranking == LastInsertedRanking {
    /// Creates an empty policy.
    public init() { self.init(LastInsertedRanking()) }
}
