/// Releases what has the least space left (LSD of the paper), or the most; between equals the longest unused.
///
/// The paper's sign relieves pressure; scaling in wants the opposite one. Counted in replacements it is a bad cache:
/// the tightest newcomer is the next to go. See ``SpaceRanking`` for the costs of its steps.
public typealias LeastRemaining<ID: Hashable & Sendable> = RankedPolicy<ID, SpaceRanking>

extension RankedPolicy where Ranking == SpaceRanking {
    /// Creates an empty policy.
    public init(order: SpaceOrder = .leastRemaining) { self.init(SpaceRanking(order: order)) }
}
