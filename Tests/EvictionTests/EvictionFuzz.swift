import Eviction
import Foundation
import TestSupport
import Testing

/// Random operations on each structure and on its naive model at the same time.
///
/// `TRANSLOAD_FUZZ_OPERATIONS` says how many; continuous integration runs a million for each structure.
@Suite struct EvictionFuzz {
    private let operations =
        ProcessInfo.processInfo.environment["TRANSLOAD_FUZZ_OPERATIONS"].flatMap { Int($0) } ?? 8000

    @Test func lastInserted() throws { try run(LastInserted<Int>(), NaivePolicy(.lastInserted)) }
    @Test func firstInserted() throws { try run(FirstInserted<Int>(), NaivePolicy(.firstInserted)) }
    @Test func leastRecentlyUsed() throws { try run(LeastRecentlyUsed<Int>(), NaivePolicy(.leastRecentlyUsed)) }
    @Test func leastRemaining() throws { try run(LeastRemaining<Int>(), NaivePolicy(.leastRemaining)) }
    @Test func mostRemaining() throws {
        try run(LeastRemaining<Int>(order: .mostRemaining), NaivePolicy(.mostRemaining))
    }
    @Test("space in buckets below 40 and a heap above", arguments: SpaceOrder.allCases)
    func mixedSpace(_ order: SpaceOrder) throws {
        let rule: NaivePolicy.Rule = order == .leastRemaining ? .leastRemaining : .mostRemaining
        try run(RankedPolicy<Int, SpaceRanking>(SpaceRanking(order: order, bound: 40)), NaivePolicy(rule))
    }
    @Test func oldestBatch() throws { try run(LeastRecentBatch<Int>(), NaivePolicy(.oldestBatch)) }
    @Test func oldestBatchMostRemaining() throws {
        try run(LeastRecentBatch<Int>(order: .mostRemaining), NaivePolicy(.oldestBatchMostRemaining))
    }
    @Test func greedyDual() throws { try run(GDSF<Int>(), NaivePolicy(.greedyDual)) }
    @Test func sieve() throws { try run(SIEVE<Int>(), NaiveQueues(NaiveSieve())) }
    @Test func s3fifo() throws {
        try run(S3FIFO<Int>(capacity: .count(24)), NaiveQueues(NaiveS3FIFO(capacity: 24)))
    }

    private func run(_ start: some EvictionPolicy<Int>, _ model: some EvictionPolicy<Int>) throws {
        var policy = start
        var model = model
        var generator = SeededGenerator(seed: 9)
        for step in 0..<operations {
            let same = try Step(using: &generator, on: policy).agree(&policy, &model)
            guard same, step % 64 != 0 || policy.occupancy == model.occupancy && policy.pins == model.pins else {
                Issue.record("differs at operation \(step)")
                return
            }
        }
    }
}

/// One random operation.
private enum Step {
    case admit([Candidate<Int>])
    case use([Int])
    case update(Int, used: UInt64)
    case pin(Int)
    case unpin(Int)
    case remove(Int)
    case release

    /// Draws an operation; about 24 of 64 names are there.
    init(using generator: inout SeededGenerator, on policy: some EvictionPolicy<Int>) {
        let id = Int.random(in: 0..<64, using: &generator)
        var ids = Array(0..<64).shuffled(using: &generator).prefix(Int.random(in: 1...4, using: &generator))
        let choice = Int.random(in: 0..<100, using: &generator)
        if policy.count > 24 {
            self = .release
            return
        }
        switch choice {
        case 0..<30:
            ids.removeAll { policy.contains($0) }
            self = .admit(
                ids.map { id in
                    Candidate(
                        id: id,
                        capacity: 64,
                        used: .random(in: 0...64, using: &generator),
                        size: .random(in: 0...9, using: &generator),
                        cost: Double(Int.random(in: 0...3, using: &generator))
                    )
                }
            )
        case 30..<55:
            ids.removeAll { !policy.contains($0) }
            self = .use(Array(ids))
        case 55..<70: self = .update(id, used: .random(in: 0...64, using: &generator))
        case 70..<76: self = .pin(id)
        case 76..<86: self = .unpin(id)
        case 86..<90: self = .remove(id)
        default: self = .release
        }
    }

    /// Does it to both, and says whether they answer the same.
    func agree(_ policy: inout some EvictionPolicy<Int>, _ model: inout some EvictionPolicy<Int>) throws -> Bool {
        switch self {
        case .admit(let candidates):
            try policy.admit(candidates)
            try model.admit(candidates)
        case .use(let ids):
            try policy.use(ids)
            try model.use(ids)
        case .update(let id, let used) where policy.contains(id):
            try policy.update(id, used: used)
            try model.update(id, used: used)
        case .pin(let id) where policy.contains(id):
            try policy.pin(id, reason: "\(id)")
            try model.pin(id, reason: "\(id)")
        case .unpin(let id) where policy.contains(id):
            try policy.unpin(id)
            try model.unpin(id)
        case .update, .pin, .unpin: return !model.contains(subject)
        case .remove(let id): return policy.remove(id)?.id == model.remove(id)?.id
        case .release: return policy.release() == model.release()
        }
        return true
    }

    /// The name in an operation about one candidate.
    private var subject: Int {
        switch self {
        case .update(let id, _), .pin(let id), .unpin(let id), .remove(let id): id
        case .admit, .use, .release: -1
        }
    }
}
