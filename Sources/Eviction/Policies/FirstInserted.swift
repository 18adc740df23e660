/// Releases what came in first, whatever is used. A plain baseline; it may miss more with more capacity (Belady's anomaly).
public typealias FirstInserted<ID: Hashable & Sendable> = RankedPolicy<ID, FirstInsertedRanking>

extension RankedPolicy where Ranking == FirstInsertedRanking {
    /// Creates an empty policy.
    public init() { self.init(FirstInsertedRanking()) }
}
