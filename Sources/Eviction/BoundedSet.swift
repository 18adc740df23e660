/// A set of fixed capacity that releases by a policy what no longer fits.
///
/// A request happens wholly or not at all: whether it can be met is known before anything is released.
public struct BoundedSet<Policy: EvictionPolicy>: Sendable {
    /// What a request did.
    public enum Outcome: Sendable, Hashable {
        /// All were there, and have been used.
        case hit
        /// Some were not there and were taken in; `released` had to go first, in this order.
        case admitted(released: [Decision<Policy.ID>])
    }

    /// What fits.
    public let capacity: Capacity
    /// The candidates that are there.
    public private(set) var policy: Policy

    /// Creates a set of what `policy` holds.
    ///
    /// - Throws: ``EvictionError`` if the capacity is not above zero, or if the policy holds more.
    public init(_ policy: Policy, capacity: Capacity) throws(EvictionError) {
        guard capacity.total > 0 else { throw EvictionError(.zeroCapacity) }
        guard capacity.taken(policy.occupancy) <= capacity.total else { throw EvictionError(.aboveCapacity) }
        self.capacity = capacity
        self.policy = policy
    }

    /// Uses `candidate` if it is there, else takes it in. Costs what its releases and one admission cost.
    public mutating func request(_ candidate: Candidate<Policy.ID>) throws(EvictionError) -> Outcome {
        try request(CollectionOfOne(candidate))
    }

    /// Uses those that are there as one batch, takes in the others as one batch. Never releases a member of the request.
    ///
    /// - Throws: ``EvictionError`` about a member, or ``EvictionError/Code/nothingEligible`` with what is pinned.
    public mutating func request(_ batch: some Collection<Candidate<Policy.ID>>) throws(EvictionError) -> Outcome {
        let plan = try plan(for: batch)
        try policy.use(plan.present)
        guard !plan.absent.isEmpty else { return .hit }
        let passing = plan.present.filter { policy.pinReason($0) == nil }
        for id in passing { try policy.pin(id, reason: "is part of the request") }
        var released: [Decision<Policy.ID>] = []
        while capacity.total - capacity.taken(policy.occupancy) < plan.needed, let decision = policy.release() {
            released.append(decision)
        }
        for id in passing { try policy.unpin(id) }
        try policy.admit(plan.absent)
        return .admitted(released: released)
    }
}

extension BoundedSet {
    /// Notes that residents were used, without a request.
    public mutating func use(_ batch: some Collection<Policy.ID>) throws(EvictionError) { try policy.use(batch) }

    /// Changes the space that a resident uses.
    public mutating func update(_ id: Policy.ID, used: UInt64) throws(EvictionError) {
        try policy.update(id, used: used)
    }

    /// Keeps a resident from being released.
    public mutating func pin(_ id: Policy.ID, reason: String) throws(EvictionError) {
        try policy.pin(id, reason: reason)
    }

    /// Lets a resident be released again.
    public mutating func unpin(_ id: Policy.ID) throws(EvictionError) { try policy.unpin(id) }

    /// Takes out a resident without choosing.
    @discardableResult public mutating func remove(_ id: Policy.ID) -> Candidate<Policy.ID>? { policy.remove(id) }
}

extension BoundedSet {
    private struct Plan {
        var present: [Policy.ID] = []
        var absent: [Candidate<Policy.ID>] = []
        /// What the absent members take.
        var needed: UInt64 = 0
    }

    /// Checks the whole request.
    private func plan(for batch: some Collection<Candidate<Policy.ID>>) throws(EvictionError) -> Plan {
        var plan = Plan()
        var seen: Set<Policy.ID> = []
        var kept = capacity.pinned(policy.occupancy)
        for candidate in batch {
            if let fault = candidate.fault { throw EvictionError(fault, of: candidate.id) }
            if batch.count > 1, !seen.insert(candidate.id).inserted {
                throw EvictionError(.repeatedInBatch, of: candidate.id)
            }
            let share = capacity.share(ofSize: candidate.size)
            if let resident = policy.candidate(candidate.id) {
                guard resident.size == candidate.size else { throw EvictionError(.sizeChanged, of: candidate.id) }
                if policy.pinReason(candidate.id) == nil { kept += share }
                plan.present.append(candidate.id)
            } else {
                let (sum, overflows) = plan.needed.addingReportingOverflow(share)
                guard !overflows else { throw EvictionError(.overflow, of: candidate.id) }
                guard sum <= capacity.total else { throw EvictionError(.aboveCapacity, of: candidate.id) }
                plan.needed = sum
                plan.absent.append(candidate)
            }
        }
        // Pinned and present members are part of what is there, so that they fit beside each other.
        guard let last = plan.absent.last, capacity.total - kept < plan.needed else { return plan }
        let pins = policy.pins
        throw EvictionError(pins.isEmpty ? .aboveCapacity : .nothingEligible, id: "\(last.id)", pins: pins)
    }
}

extension Capacity {
    fileprivate func taken(_ occupancy: Occupancy) -> UInt64 {
        switch self {
        case .count: UInt64(occupancy.count)
        case .bytes: occupancy.size
        }
    }

    fileprivate func pinned(_ occupancy: Occupancy) -> UInt64 {
        switch self {
        case .count: UInt64(occupancy.pinnedCount)
        case .bytes: occupancy.pinnedSize
        }
    }
}
