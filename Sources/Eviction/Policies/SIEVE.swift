/// SIEVE: releases the oldest that was not used since it was last looked at; one mark, no list moved on a use.
///
/// Simple and quick, and often better than ``LeastRecentlyUsed``; but it keeps what was used once over what is new, and
/// fails where each thing is used twice soon after it came in.
public typealias SIEVE<ID: Hashable & Sendable> = RankedPolicy<ID, SieveRanking>

extension RankedPolicy where Ranking == SieveRanking {
    /// Creates an empty policy.
    public init() { self.init(SieveRanking()) }
}
