/// GreedyDual-Size-Frequency (GDSF): releases what is cheapest to have again for its size and use.
///
/// Priced by transfer time (``Candidate/cost`` in seconds), it keeps low the time that is spent on fetching again, not the
/// number of fetches. It favours the small: counted in bytes it may miss more than ``LeastRecentlyUsed``.
public typealias GDSF<ID: Hashable & Sendable> = RankedPolicy<ID, GreedyDualRanking>

extension RankedPolicy where Ranking == GreedyDualRanking {
    /// Creates an empty policy.
    public init() { self.init(GreedyDualRanking()) }
}
