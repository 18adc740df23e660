import Eviction
import Testing

/// Workloads on which a policy loses, so that nobody recommends it without saying when not to.
@Suite struct LosingWorkloadTests {
    private func misses(_ policy: ReplayPolicy, _ workload: Workload, _ capacity: Int) throws -> Int {
        try Replay.run(policy, on: workload.trace, capacity: .count(capacity), options: workload.options).misses
    }

    @Test("a loop: LRU, FIFO, SIEVE and LRU-SD miss always, LIFO and LSD nearly never") func loop() throws {
        let loop = Workload.loop(length: 101, requests: 10_100)
        for policy in [ReplayPolicy.leastRecentlyUsed, .firstInserted, .sieve, .leastRecentBatch] {
            #expect(try misses(policy, loop, 100) == 10_100)
        }
        var spaced = loop
        spaced.options.spaces = (0..<101).map { 1 + $0 * 37 % 101 }
        #expect(try misses(.lastInserted, loop, 100) < 300)
        #expect(try misses(.leastRemaining, spaced, 100) < 300)
        #expect(try misses(.belady, loop, 100) < 250)
    }

    @Test("each thing twice: SIEVE keeps what will not come again") func twice() throws {
        let twice = Workload.twice(objects: 5000, lag: 20)
        let best = try misses(.belady, twice, 50)
        #expect(try misses(.leastRecentlyUsed, twice, 50) == best)
        #expect(try misses(.sieve, twice, 50) > best * 5 / 4)
    }

    @Test("the full are used more: LRU-SD loses to LRU; the empty: it wins") func fillOrder() throws {
        func difference(_ favoured: SpaceOrder) throws -> Int {
            // Each round touches 12 objects, so that a batch is half released when it is used once more.
            let workload = Workload.batches(count: 2000, size: 8, lag: 16, reusing: favoured, seed: 7)
            return try misses(.leastRecentBatch, workload, 196) - misses(.leastRecentlyUsed, workload, 196)
        }
        #expect(try difference(.mostRemaining) < 0)
        #expect(try difference(.leastRemaining) > 0)
    }

    @Test("a change of what is popular: LIFO keeps the past") func drift() throws {
        let drift = Workload.drift(objects: 1000, exponent: 0.9, requests: 40_000, period: 5000, seed: 3)
        #expect(try misses(.lastInserted, drift, 100) > misses(.leastRecentlyUsed, drift, 100) * 5 / 4)
    }

    @Test("counted in replacements, LSD loses to all others") func replacements() throws {
        let zipf = Workload.zipf(objects: 1000, exponent: 0.9, requests: 40_000, seed: 3)
        let tightest = try misses(.leastRemaining, zipf, 100)
        for policy in [ReplayPolicy.leastRecentlyUsed, .firstInserted, .lastInserted, .sieve, .s3fifo] {
            #expect(try misses(policy, zipf, 100) < tightest)
        }
    }

    @Test("GDSF trades bytes for requests: the large are fetched again") func largeObjects() throws {
        var policy = GDSF<String>()
        try policy.admit(Candidate(id: "large", size: 1000))
        try policy.admit(Candidate(id: "small", size: 1))
        for _ in 0..<100 { try policy.use("large") }
        #expect(policy.release()?.id == "large")
    }
}
