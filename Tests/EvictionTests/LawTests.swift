import Eviction
import TestSupport
import Testing

/// What must hold between policies, on random workloads.
@Suite struct LawTests {
    private static let seeds: [UInt64] = [1, 2, 3]

    private func zipf(_ seed: UInt64) -> Workload {
        .zipf(objects: 300, exponent: 0.9, requests: 6000, seed: seed)
    }

    private func misses(_ policy: ReplayPolicy, _ workload: Workload, _ capacity: Int) throws -> Int {
        try Replay.run(policy, on: workload.trace, capacity: .count(capacity), options: workload.options).misses
    }

    @Test("LRU-SD with single members is LRU", arguments: seeds) func singles(_ seed: UInt64) throws {
        for capacity in [1, 10, 100] {
            let result = try Replay.run(.leastRecentBatch, on: zipf(seed).trace, capacity: .count(capacity))
            #expect(try Replay.run(.leastRecentlyUsed, on: zipf(seed).trace, capacity: .count(capacity)) == result)
            #expect(result.tiedReplacements == 0)
        }
    }

    @Test("LRU-SD with one batch and no uses is LSD", arguments: SpaceOrder.allCases)
    func oneBatch(_ order: SpaceOrder) throws {
        var generator = SeededGenerator(seed: 4)
        let nodes = (0..<100).map { Candidate(id: $0, capacity: 50, used: .random(in: 0...50, using: &generator)) }
        var batch = LeastRecentBatch<Int>(order: order)
        var space = LeastRemaining<Int>(order: order)
        try batch.admit(nodes)
        try space.admit(nodes)
        for _ in nodes { #expect(batch.release()?.id == space.release()?.id) }
    }

    @Test("LSD with equal spaces is LRU", arguments: seeds) func equalSpaces(_ seed: UInt64) throws {
        let trace = zipf(seed).trace
        for policy in [ReplayPolicy.leastRemaining, .mostRemaining] {
            let result = try Replay.run(policy, on: trace, capacity: .count(40))
            #expect(try Replay.run(.leastRecentlyUsed, on: trace, capacity: .count(40)) == result)
        }
    }

    @Test("the opposite order is the order of opposite spaces", arguments: seeds) func orders(_ seed: UInt64) throws {
        var workload = zipf(seed)
        let most = try misses(.mostRemaining, workload, 40)
        workload.options.spaces = workload.options.spaces.map { 2000 - $0 }
        #expect(try misses(.leastRemaining, workload, 40) == most)
    }

    @Test(
        "stack algorithms never miss more with more capacity",
        arguments: [ReplayPolicy.leastRecentlyUsed, .lastInserted, .belady]
    ) func stacks(_ policy: ReplayPolicy) throws {
        let workload = zipf(5)
        let counts = try (1...120).map { try misses(policy, workload, $0) }
        #expect(counts == counts.sorted(by: >))
    }

    @Test("FIFO may miss more with more capacity") func anomaly() throws {
        // Belady, Nelson, Shedler 1969.
        let trace = try Trace([1, 2, 3, 4, 1, 2, 5, 1, 2, 3, 4, 5])
        #expect(try Replay.run(.firstInserted, on: trace, capacity: .count(3)).misses == 9)
        #expect(try Replay.run(.firstInserted, on: trace, capacity: .count(4)).misses == 10)
    }

    @Test("no policy misses less than Belady's", arguments: ReplayPolicy.allCases)
    func bound(_ policy: ReplayPolicy) throws {
        for capacity in [1, 2, 17, 90] {
            #expect(try misses(policy, zipf(6), capacity) >= misses(.belady, zipf(6), capacity))
        }
    }

    @Test("one pass counts the misses of LRU at every capacity", arguments: seeds) func curve(_ seed: UInt64) throws {
        let workload = zipf(seed)
        let curve = MissRatioCurve(leastRecentlyUsed: workload.trace)
        for capacity in [1, 2, 3, 50, 200] {
            #expect(try misses(.leastRecentlyUsed, workload, capacity) == curve.misses[capacity])
        }
        #expect(curve.misses.count == workload.trace.objectCount + 1)
        #expect(curve.misses.last == workload.trace.objectCount)
    }

    @Test("a pin that is taken off leaves no trace") func pins() throws {
        func order(_ start: some EvictionPolicy<Int>, pinning: Bool) throws -> [Int] {
            var policy = start
            for id in 0..<6 { try policy.admit(Candidate(id: id, capacity: 9, used: UInt64(id * 5 % 7))) }
            for id in [3, 1, 4] where pinning { try policy.pin(id, reason: "busy") }
            for id in [4, 3, 1] where pinning { try policy.unpin(id) }
            return (0..<6).compactMap { _ in policy.release()?.id }
        }
        let policies: [any EvictionPolicy<Int>] = [
            LastInserted<Int>(), FirstInserted<Int>(), LeastRecentlyUsed<Int>(), LeastRemaining<Int>(),
            LeastRecentBatch<Int>(), GDSF<Int>(),
        ]
        for policy in policies { #expect(try order(policy, pinning: true) == order(policy, pinning: false)) }
    }
}
