import Eviction
import Testing

/// The figures of the paper, step by step.
@Suite struct WorkedExampleTests {
    private func named(_ ids: some Sequence<Int>) -> [Candidate<Int>] { ids.map { Candidate(id: $0) } }

    private func nodes(_ remaining: [UInt64]) -> [Candidate<Int>] {
        zip(1..., remaining).map { Candidate(id: $0, capacity: 1000, used: 1000 - $1) }
    }

    private func members<P: EvictionPolicy<Int>>(_ policy: P) -> Set<Int> {
        Set((1...9).filter { policy.contains($0) })
    }

    @Test("E1: the traditional policy deletes what came in last") func traditional() throws {
        var set = try BoundedSet(LastInserted<Int>(), capacity: .count(5))
        for candidate in named(1...5) { #expect(try set.request(candidate) == .admitted(released: [])) }
        let expected = Decision(id: 5, reason: .lastInserted, reclaimed: 1)
        #expect(try set.request(Candidate(id: 6)) == .admitted(released: [expected]))
        #expect(members(set.policy) == [1, 2, 3, 4, 6])
    }

    @Test("E2: LRU deletes the longest unused") func leastRecentlyUsed() throws {
        var set = try BoundedSet(LeastRecentlyUsed<Int>(), capacity: .count(5))
        for candidate in named(1...5) { _ = try set.request(candidate) }
        #expect(try set.request(Candidate(id: 1)) == .hit)
        let expected = Decision(id: 2, reason: .leastRecentlyUsed, reclaimed: 1)
        #expect(try set.request(Candidate(id: 6)) == .admitted(released: [expected]))
        var rest = set.policy
        #expect((1...5).map { _ in rest.release()?.id } == [3, 4, 5, 1, 6])
    }

    @Test("E3: LSD deletes the one with the least space left") func leastRemaining() throws {
        var set = try BoundedSet(LeastRemaining<Int>(), capacity: .count(5))
        for candidate in nodes([100, 110, 97, 86, 93]) { _ = try set.request(candidate) }
        let expected = Decision(id: 4, reason: .space(remaining: 86, order: .leastRemaining), reclaimed: 1)
        #expect(try set.request(Candidate(id: 6, capacity: 1000)) == .admitted(released: [expected]))
        #expect(members(set.policy) == [1, 2, 3, 5, 6])
    }

    @Test("E4: LRU-SD deletes from the oldest batch the one with the least space left") func oldestBatch() throws {
        var policy = LeastRecentBatch<Int>()
        let start = nodes([50, 40, 1, 1, 1])
        try policy.admit(start[..<2])
        for node in start[2...] { try policy.admit(node) }
        var set = try BoundedSet(policy, capacity: .count(5))
        let reason = ReleaseReason.tieInBatch(size: 2, remaining: 40, order: .leastRemaining)
        let expected = Decision(id: 2, reason: reason, reclaimed: 1)
        #expect(try set.request(Candidate(id: 6)) == .admitted(released: [expected]))
        var rest = set.policy
        #expect(rest.release() == Decision(id: 1, reason: .leastRecentlyUsed, reclaimed: 1))
    }

    @Test("E5: LRU-SD with single members is LRU") func singleMembers() throws {
        var set = try BoundedSet(LeastRecentBatch<Int>(), capacity: .count(5))
        for node in nodes([9, 8, 7, 6, 5]) { _ = try set.request(node) }
        let expected = Decision(id: 1, reason: .leastRecentlyUsed, reclaimed: 1)
        #expect(try set.request(Candidate(id: 6)) == .admitted(released: [expected]))
    }

    @Test("E6: two places, and two nodes that take turns") func turns() throws {
        let requests = [1, 2] + (0..<21).map { $0 % 2 == 0 ? 3 : 2 }
        func replacements(_ policy: some EvictionPolicy<Int>) throws -> Int {
            var set = try BoundedSet(policy, capacity: .count(2))
            var count = 0
            for id in requests {
                if case .admitted(let released) = try set.request(Candidate(id: id)) { count += released.count }
            }
            return count
        }
        #expect(requests.count == 23)
        #expect(try replacements(LastInserted<Int>()) == 21)
        #expect(try replacements(LeastRecentlyUsed<Int>()) == 1)
        #expect(try replacements(LeastRecentBatch<Int>()) == 1)
    }
}
