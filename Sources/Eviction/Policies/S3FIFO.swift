/// S3-FIFO: three queues that keep out what is used once. The best general policy here where sizes do not matter.
///
/// It needs to know the capacity, because it divides it: below 10 its small queue is a single place. It remembers the names
/// of what it released, as many as fit the capacity at most.
public typealias S3FIFO<ID: Hashable & Sendable> = RankedPolicy<ID, S3FIFORanking>

extension RankedPolicy where Ranking == S3FIFORanking {
    /// Creates an empty policy for a set of this capacity.
    public init(capacity: Capacity) { self.init(S3FIFORanking(capacity: capacity)) }
}
