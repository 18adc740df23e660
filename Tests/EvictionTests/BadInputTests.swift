import Eviction
import Testing

/// What is refused, and that nothing has changed then.
@Suite struct BadInputTests {
    private func refusal(_ body: () throws -> Void) -> EvictionError? {
        do {
            try body()
            return nil
        } catch {
            return error as? EvictionError
        }
    }

    private func filled<P: EvictionPolicy<String>>(_ start: P) throws -> P {
        var policy = start
        try policy.admit([Candidate(id: "a", size: 5), Candidate(id: "b", size: 6)])
        return policy
    }

    private static let faults: [(Candidate<String>, EvictionError.Code)] = [
        (Candidate(id: "a"), .duplicate),
        (Candidate(id: "x", capacity: 1, used: 2), .usedAboveCapacity),
        (Candidate(id: "x", capacity: 0), .zeroCapacity),
        (Candidate(id: "x", cost: .nan), .invalidCost),
        (Candidate(id: "x", cost: .infinity), .invalidCost),
        (Candidate(id: "x", cost: -1), .invalidCost),
        (Candidate(id: "x", size: .max), .overflow),
        (Candidate(id: "new"), .repeatedInBatch),
    ]

    @Test("a batch with a bad member is refused as a whole", arguments: faults)
    func admission(_ candidate: Candidate<String>, _ code: EvictionError.Code) throws {
        let policies: [any EvictionPolicy<String>] = [
            LeastRecentlyUsed<String>(), LeastRemaining<String>(), LeastRecentBatch<String>(), SIEVE<String>(),
            S3FIFO<String>(capacity: .count(10)), GDSF<String>(),
        ]
        for policy in policies { try check(policy, candidate, code) }
    }

    private func check(
        _ start: some EvictionPolicy<String>,
        _ candidate: Candidate<String>,
        _ code: EvictionError.Code
    ) throws {
        var policy = try filled(start)
        var untouched = policy
        let error = refusal { try policy.admit([Candidate(id: "new"), candidate]) }
        #expect(error == EvictionError(code, id: candidate.id))
        #expect(policy.occupancy == untouched.occupancy)
        #expect(policy.release() == untouched.release())
    }

    @Test func unknownNames() throws {
        var policy = try filled(LeastRecentlyUsed<String>())
        let unknown = EvictionError(.unknown, id: "x")
        #expect(refusal { try policy.use(["b", "x"]) } == unknown)
        #expect(refusal { try policy.update("x", used: 1) } == unknown)
        #expect(refusal { try policy.pin("x", reason: "") } == unknown)
        #expect(refusal { try policy.unpin("x") } == unknown)
        #expect(refusal { try policy.use(["a", "a"]) } == EvictionError(.repeatedInBatch, id: "a"))
        #expect(refusal { try policy.update("a", used: 2) } == EvictionError(.usedAboveCapacity, id: "a"))
        #expect(policy.remove("x") == nil)
        #expect(policy.release()?.id == "a", "the refused use moved nothing")
    }

    @Test func capacities() throws {
        typealias Bounded = BoundedSet<LeastRecentlyUsed<String>>
        #expect(refusal { _ = try Bounded(LeastRecentlyUsed(), capacity: .count(0)) }?.code == .zeroCapacity)
        #expect(refusal { _ = try Bounded(LeastRecentlyUsed(), capacity: .count(-1)) }?.code == .zeroCapacity)
        let policy = try filled(LeastRecentlyUsed<String>())
        #expect(refusal { _ = try Bounded(policy, capacity: .bytes(10)) }?.code == .aboveCapacity)

        var set = try Bounded(policy, capacity: .bytes(11))
        let requests: [([Candidate<String>], EvictionError)] = [
            ([Candidate(id: "x", size: 12)], EvictionError(.aboveCapacity, id: "x")),
            ([Candidate(id: "x", size: 6), Candidate(id: "y", size: 6)], EvictionError(.aboveCapacity, id: "y")),
            ([Candidate(id: "a", size: 5), Candidate(id: "y", size: 7)], EvictionError(.aboveCapacity, id: "y")),
            ([Candidate(id: "a", size: 4)], EvictionError(.sizeChanged, id: "a")),
            ([Candidate(id: "x"), Candidate(id: "x")], EvictionError(.repeatedInBatch, id: "x")),
            ([Candidate(id: "x", size: 9), Candidate(id: "y", size: .max)], EvictionError(.overflow, id: "y")),
        ]
        for (request, expected) in requests {
            #expect(refusal { _ = try set.request(request) } == expected)
            #expect(set.policy.occupancy == policy.occupancy)
        }
    }

    @Test("when all that could go is pinned, the error lists it with the reasons") func pinned() throws {
        var set = try BoundedSet(try filled(GDSF<String>()), capacity: .bytes(11))
        try set.pin("b", reason: "is being copied")
        try set.pin("a", reason: "runs")
        let pins = [EvictionError.Pin(id: "a", reason: "runs"), EvictionError.Pin(id: "b", reason: "is being copied")]
        let error = refusal { _ = try set.request(Candidate(id: "x")) }
        #expect(error == EvictionError(.nothingEligible, id: "x", pins: pins))
        #expect(
            error?.description == "x: needs room, and whatever could make it is pinned: a (runs), b (is being copied)"
        )
        try set.unpin("b")
        #expect(
            try set.request(Candidate(id: "x"))
                == .admitted(released: [
                    Decision(id: "b", reason: .priority(1.0 / 6), reclaimed: 6)
                ])
        )
    }

    @Test("a request never releases its own members") func ownMembers() throws {
        var policy = LeastRemaining<String>()
        try policy.admit([Candidate(id: "tight", capacity: 9, used: 9), Candidate(id: "wide", capacity: 9)])
        var set = try BoundedSet(policy, capacity: .count(2))
        let outcome = try set.request([Candidate(id: "tight", capacity: 9), Candidate(id: "new", capacity: 9)])
        let expected = Decision(id: "wide", reason: .space(remaining: 9, order: .leastRemaining), reclaimed: 1)
        #expect(outcome == .admitted(released: [expected]))
        #expect(set.policy.pins.isEmpty)
    }

    @Test("S3-FIFO remembers a name that it released, and the name is not there") func ghosts() throws {
        var policy = S3FIFO<String>(capacity: .count(10))
        try policy.admit(Candidate(id: "a"))
        #expect(policy.release()?.id == "a")
        #expect(!policy.contains("a"))
        #expect(policy.remove("a") == nil)
        #expect(refusal { try policy.use("a") } == EvictionError(.unknown, id: "a"))
        try policy.admit(Candidate(id: "a"))
        #expect(policy.occupancy.count == 1)
        #expect(policy.remove("a")?.id == "a")
    }
}
