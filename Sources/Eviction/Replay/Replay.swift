/// Runs policies on traces.
public enum Replay {
    /// What `policy` does with the requests of `trace` in a set of this capacity.
    ///
    /// A request for what is there keeps the size with which it was taken in. The same arguments give the same result on
    /// every machine. O(n) steps of the policy for n requests.
    ///
    /// - Throws: ``EvictionError`` if the capacity is not above zero.
    public static func run(
        _ policy: ReplayPolicy,
        on trace: Trace,
        capacity: Capacity,
        options: ReplayOptions = ReplayOptions()
    ) throws(EvictionError) -> ReplayResult {
        guard capacity.total > 0 else { throw EvictionError(.zeroCapacity) }
        return switch policy {
        case .lastInserted: run(LastInsertedRanking(), trace, capacity, options)
        case .firstInserted: run(FirstInsertedRanking(), trace, capacity, options)
        case .leastRecentlyUsed: run(RecencyRanking(), trace, capacity, options)
        case .leastRemaining: run(SpaceRanking(order: .leastRemaining), trace, capacity, options)
        case .mostRemaining: run(SpaceRanking(order: .mostRemaining), trace, capacity, options)
        case .leastRecentBatch: run(BatchRecencyRanking(order: .leastRemaining), trace, capacity, options)
        case .sieve: run(SieveRanking(), trace, capacity, options)
        case .s3fifo: run(S3FIFORanking(capacity: capacity), trace, capacity, options)
        case .gdsf: run(GreedyDualRanking(), trace, capacity, options)
        case .belady: BeladyReplay.run(trace, capacity)
        case .beladySize: BeladySizeReplay.run(trace, capacity)
        }
    }

    private static func run(
        _ ranking: some SlotRanking,
        _ trace: Trace,
        _ capacity: Capacity,
        _ options: ReplayOptions
    ) -> ReplayResult {
        var run = ReplayRun(ranking, trace, capacity, options)
        switch options.batching {
        case .single: run.replay { _ in true }
        case .every(let length): run.replay { $0 % max(1, length) == 0 }
        case .byTime where trace.times.isEmpty: run.replay { $0 == 0 }
        case .byTime: run.replay { $0 == 0 || trace.times[$0] != trace.times[$0 - 1] }
        }
        return run.result
    }
}
