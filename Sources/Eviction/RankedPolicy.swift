/// A policy that consists of a ranking: gives slots to candidates, checks what callers say, keeps pins and sums.
///
/// The policies of this module are rankings behind this one type: ``LeastRecentlyUsed`` and the others are names for
/// `RankedPolicy` with the ranking filled in. Memory is O(1) for each candidate of the largest set so far.
public struct RankedPolicy<ID: Hashable & Sendable, Ranking: SlotRanking>: EvictionPolicy {
    private var slots: [ID: Slot] = [:]
    /// By slot; nil where a slot is free or only remembered.
    private var candidates: [Candidate<ID>?] = []
    private var freeSlots: [Slot] = []
    /// The names of slots that are released but remembered.
    private var remembered: [Slot: ID] = [:]
    private var pinReasons: [Slot: String] = [:]
    private var ranking: Ranking
    /// How full it is.
    public private(set) var occupancy = Occupancy()

    /// Creates an empty policy that follows `ranking`, which has ranked nothing yet.
    public init(_ ranking: Ranking) {
        self.ranking = ranking
    }

    /// The candidate named `id`. O(1).
    public func candidate(_ id: ID) -> Candidate<ID>? {
        slots[id].flatMap { candidates[Int($0)] }
    }

    /// Why `id` may not be released; nil if it may, or is not there. O(1).
    public func pinReason(_ id: ID) -> String? {
        pinReasons.isEmpty ? nil : slots[id].flatMap { pinReasons[$0] }
    }

    /// All that may not be released, with the reasons, by name.
    public var pins: [EvictionError.Pin] {
        pinReasons.compactMap { slot, reason in
            candidates[Int(slot)].map { EvictionError.Pin(id: "\($0.id)", reason: reason) }
        }
        .sorted { ($0.id, $0.reason) < ($1.id, $1.reason) }
    }

    /// Takes in a batch.
    public mutating func admit(_ batch: some Collection<Candidate<ID>>) throws(EvictionError) {
        try check(batch)
        ranking.beginBatch()
        for candidate in batch {
            let slot = takeSlot(for: candidate.id)
            candidates[Int(slot)] = candidate
            occupancy.count += 1
            occupancy.size += candidate.size
            ranking.insert(slot, candidate.traits)
        }
    }

    /// Notes that a batch was used.
    public mutating func use(_ batch: some Collection<ID>) throws(EvictionError) {
        var found: [Slot] = []
        found.reserveCapacity(batch.count)
        var seen: Set<ID> = []
        for id in batch {
            found.append(try slot(of: id))
            if batch.count > 1, !seen.insert(id).inserted { throw EvictionError(.repeatedInBatch, of: id) }
        }
        ranking.beginBatch()
        for slot in found { ranking.use(slot) }
    }

    /// Changes the space that a candidate uses.
    public mutating func update(_ id: ID, used: UInt64) throws(EvictionError) {
        let slot = try slot(of: id)
        guard var candidate = candidates[Int(slot)] else { return }
        candidate.used = used
        if let fault = candidate.fault { throw EvictionError(fault, of: id) }
        candidates[Int(slot)] = candidate
        ranking.update(slot, remaining: candidate.remaining)
    }
}

// MARK: - Pins and ends

extension RankedPolicy {
    /// Keeps `id` from being released.
    public mutating func pin(_ id: ID, reason: String) throws(EvictionError) {
        let slot = try slot(of: id)
        guard pinReasons.updateValue(reason, forKey: slot) == nil else { return }
        occupancy.pinnedCount += 1
        occupancy.pinnedSize += candidates[Int(slot)]?.size ?? 0
        ranking.suspend(slot)
    }

    /// Lets `id` be released again.
    public mutating func unpin(_ id: ID) throws(EvictionError) {
        let slot = try slot(of: id)
        guard dropPin(of: slot) else { return }
        ranking.resume(slot)
    }

    /// Takes out a candidate without choosing.
    @discardableResult public mutating func remove(_ id: ID) -> Candidate<ID>? {
        guard let slot = slots.removeValue(forKey: id) else { return nil }
        guard let candidate = candidates[Int(slot)] else {
            // Only remembered: it stays so, and is not there.
            slots[id] = slot
            return nil
        }
        _ = dropPin(of: slot)
        ranking.remove(slot)
        discount(candidate, slot)
        freeSlots.append(slot)
        return candidate
    }

    /// Chooses a candidate, takes it out, and says why. What is released but remembered keeps its slot.
    public mutating func release() -> Decision<ID>? {
        guard let choice = ranking.release(), let candidate = candidates[Int(choice.slot)] else { return nil }
        discount(candidate, choice.slot)
        if Ranking.remembersReleased {
            remembered[choice.slot] = candidate.id
            while let slot = ranking.expire() {
                if let id = remembered.removeValue(forKey: slot) { slots[id] = nil }
                freeSlots.append(slot)
            }
        } else {
            slots[candidate.id] = nil
            freeSlots.append(choice.slot)
        }
        return Decision(id: candidate.id, reason: choice.reason, reclaimed: candidate.size)
    }

    private mutating func discount(_ candidate: Candidate<ID>, _ slot: Slot) {
        candidates[Int(slot)] = nil
        occupancy.count -= 1
        occupancy.size -= candidate.size
    }

    /// Answers whether there was one.
    private mutating func dropPin(of slot: Slot) -> Bool {
        guard !pinReasons.isEmpty, pinReasons.removeValue(forKey: slot) != nil else { return false }
        occupancy.pinnedCount -= 1
        occupancy.pinnedSize -= candidates[Int(slot)]?.size ?? 0
        return true
    }
}

// MARK: - Checks and slots

extension RankedPolicy {
    /// The slot of a candidate that is there.
    private func slot(of id: ID) throws(EvictionError) -> Slot {
        guard let slot = slots[id], candidates[Int(slot)] != nil else { throw EvictionError(.unknown, of: id) }
        return slot
    }

    private func check(_ batch: some Collection<Candidate<ID>>) throws(EvictionError) {
        var total = occupancy.size
        var seen: Set<ID> = []
        for candidate in batch {
            if let fault = candidate.fault { throw EvictionError(fault, of: candidate.id) }
            if contains(candidate.id) { throw EvictionError(.duplicate, of: candidate.id) }
            if batch.count > 1, !seen.insert(candidate.id).inserted {
                throw EvictionError(.repeatedInBatch, of: candidate.id)
            }
            let (sum, overflows) = total.addingReportingOverflow(candidate.size)
            if overflows { throw EvictionError(.overflow, of: candidate.id) }
            total = sum
        }
        guard let last = batch.first, batch.count > Self.slotLimit - candidates.count else { return }
        throw EvictionError(.tooMany, of: last.id)
    }

    /// The highest numbers are marks in the links of rankings.
    private static var slotLimit: Int { Int(Slot.max) - 8 }

    /// The slot that the ranking remembers under this name, or a free one.
    private mutating func takeSlot(for id: ID) -> Slot {
        if let slot = slots[id] {
            remembered[slot] = nil
            return slot
        }
        let slot: Slot
        if let free = freeSlots.popLast() {
            slot = free
        } else {
            slot = Slot(candidates.count)
            candidates.append(nil)
            ranking.grow(to: candidates.count)
        }
        slots[id] = slot
        return slot
    }
}

extension Candidate {
    fileprivate var traits: SlotTraits { SlotTraits(remaining: remaining, size: size, cost: cost) }
}
