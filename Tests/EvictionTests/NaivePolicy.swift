import Eviction

/// A policy as its definition says it, in O(n) for each step: what the quick structures are compared with.
struct NaivePolicy: EvictionPolicy {
    enum Rule: Sendable, Hashable, CaseIterable {
        case lastInserted, firstInserted, leastRecentlyUsed, leastRemaining, mostRemaining, oldestBatch
        case oldestBatchMostRemaining, greedyDual
    }

    struct Entry {
        var candidate: Candidate<Int>
        var inserted: Int
        var used: Int
        var batch: Int
        var uses = 0
        var priority = 0.0
        var pin: String?
    }

    let rule: Rule
    private(set) var entries: [Entry] = []
    private var clock = 0
    private var batch = 0
    private var inflation = 0.0

    init(_ rule: Rule) { self.rule = rule }

    var occupancy: Occupancy {
        var occupancy = Occupancy()
        for entry in entries {
            occupancy.count += 1
            occupancy.size += entry.candidate.size
            if entry.pin != nil {
                occupancy.pinnedCount += 1
                occupancy.pinnedSize += entry.candidate.size
            }
        }
        return occupancy
    }

    func candidate(_ id: Int) -> Candidate<Int>? { place(of: id).map { entries[$0].candidate } }
    func pinReason(_ id: Int) -> String? { place(of: id).flatMap { entries[$0].pin } }

    var pins: [EvictionError.Pin] {
        entries.compactMap { entry in entry.pin.map { EvictionError.Pin(id: "\(entry.candidate.id)", reason: $0) } }
            .sorted { ($0.id, $0.reason) < ($1.id, $1.reason) }
    }

    mutating func admit(_ batch: some Collection<Candidate<Int>>) throws(EvictionError) {
        self.batch += 1
        for candidate in batch {
            clock += 1
            entries.append(Entry(candidate: candidate, inserted: clock, used: clock, batch: self.batch))
            count(entries.count - 1)
        }
    }

    mutating func use(_ batch: some Collection<Int>) throws(EvictionError) {
        self.batch += 1
        for id in batch {
            guard let place = place(of: id) else { throw EvictionError(.unknown, id: "\(id)") }
            clock += 1
            entries[place].used = clock
            entries[place].batch = self.batch
            count(place)
        }
    }

    mutating func update(_ id: Int, used: UInt64) throws(EvictionError) {
        if let place = place(of: id) { entries[place].candidate.used = used }
    }

    mutating func pin(_ id: Int, reason: String) throws(EvictionError) {
        if let place = place(of: id) { entries[place].pin = reason }
    }

    mutating func unpin(_ id: Int) throws(EvictionError) {
        if let place = place(of: id) { entries[place].pin = nil }
    }

    @discardableResult mutating func remove(_ id: Int) -> Candidate<Int>? {
        place(of: id).map { entries.remove(at: $0).candidate }
    }

    mutating func release() -> Decision<Int>? {
        let eligible = entries.indices.filter { entries[$0].pin == nil }
        guard let victim = eligible.min(by: { precedes(entries[$0], entries[$1]) }) else { return nil }
        let entry = entries[victim]
        let tied = eligible.count { entries[$0].batch == entry.batch }
        entries.remove(at: victim)
        if rule == .greedyDual { inflation = max(inflation, entry.priority) }
        return Decision(id: entry.candidate.id, reason: reason(entry, tied), reclaimed: entry.candidate.size)
    }

    private func precedes(_ left: Entry, _ right: Entry) -> Bool {
        let (more, less) = (right.candidate.remaining, left.candidate.remaining)
        return switch rule {
        case .lastInserted: left.inserted > right.inserted
        case .firstInserted: left.inserted < right.inserted
        case .leastRecentlyUsed: left.used < right.used
        case .leastRemaining: (less, left.used) < (more, right.used)
        case .mostRemaining: (more, left.used) < (less, right.used)
        case .oldestBatch: (left.batch, less, left.used) < (right.batch, more, right.used)
        case .oldestBatchMostRemaining: (left.batch, more, left.used) < (right.batch, less, right.used)
        case .greedyDual: (left.priority, left.used) < (right.priority, right.used)
        }
    }

    private func reason(_ entry: Entry, _ tied: Int) -> ReleaseReason {
        let remaining = entry.candidate.remaining
        return switch rule {
        case .lastInserted: .lastInserted
        case .firstInserted: .firstInserted
        case .leastRecentlyUsed: .leastRecentlyUsed
        case .leastRemaining: .space(remaining: remaining, order: .leastRemaining)
        case .mostRemaining: .space(remaining: remaining, order: .mostRemaining)
        case .oldestBatch, .oldestBatchMostRemaining:
            tied == 1
                ? .leastRecentlyUsed
                : .tieInBatch(
                    size: tied,
                    remaining: remaining,
                    order: rule == .oldestBatch ? .leastRemaining : .mostRemaining
                )
        case .greedyDual: .priority(entry.priority)
        }
    }

    private mutating func count(_ place: Int) {
        entries[place].uses += 1
        let candidate = entries[place].candidate
        let price = candidate.cost / Double(max(1, candidate.size))
        entries[place].priority = inflation + Double(entries[place].uses) * price
    }

    private func place(of id: Int) -> Int? { entries.firstIndex { $0.candidate.id == id } }
}
