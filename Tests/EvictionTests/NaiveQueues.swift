import Eviction

/// SIEVE on one array, the oldest first.
struct NaiveSieve: NaiveQueuePolicy {
    var entries: [NaiveEntry] = []
    private var hand: Int?

    mutating func enter(_ candidate: Candidate<Int>) { entries.append(NaiveEntry(candidate: candidate)) }

    mutating func touch(_ place: Int) { entries[place].uses = 1 }

    mutating func leave(_ place: Int) -> NaiveEntry {
        if hand == entries[place].candidate.id { hand = successor(place) }
        return entries.remove(at: place)
    }

    mutating func comeBack(_ entry: NaiveEntry) {
        var entry = entry
        entry.uses = 1
        entries.append(entry)
    }

    mutating func choose() -> NaiveEntry? {
        guard !entries.isEmpty else { return nil }
        var place = hand.flatMap { id in entries.firstIndex { $0.candidate.id == id } } ?? 0
        while entries[place].uses > 0 {
            entries[place].uses = 0
            place = (place + 1) % entries.count
        }
        hand = successor(place)
        return entries.remove(at: place)
    }

    private func successor(_ place: Int) -> Int? {
        place + 1 < entries.count ? entries[place + 1].candidate.id : nil
    }
}

/// S3-FIFO on three arrays, the oldest first, counted in candidates.
struct NaiveS3FIFO: NaiveQueuePolicy {
    var entries: [NaiveEntry] { small + main }
    private var small: [NaiveEntry] = []
    private var main: [NaiveEntry] = []
    private var ghosts: [Int] = []
    private var hasReleased = false
    private let smallShare: Int
    private let mainShare: Int

    init(capacity: Int) {
        smallShare = max(1, capacity / 10)
        mainShare = capacity - smallShare
    }

    mutating func enter(_ candidate: Candidate<Int>) {
        let ghost = ghosts.firstIndex(of: candidate.id)
        if let ghost { ghosts.remove(at: ghost) }
        if ghost != nil || !hasReleased && small.count >= smallShare {
            main.append(NaiveEntry(candidate: candidate))
        } else {
            small.append(NaiveEntry(candidate: candidate))
        }
    }

    mutating func touch(_ place: Int) {
        if place < small.count {
            small[place].uses = min(3, small[place].uses + 1)
        } else {
            main[place - small.count].uses = min(3, main[place - small.count].uses + 1)
        }
    }

    mutating func leave(_ place: Int) -> NaiveEntry {
        place < small.count ? small.remove(at: place) : main.remove(at: place - small.count)
    }

    mutating func comeBack(_ entry: NaiveEntry) { main.append(entry) }

    mutating func choose() -> NaiveEntry? {
        hasReleased = true
        let fromSmall = main.count <= mainShare ? chooseFromSmall() : nil
        let victim = fromSmall ?? chooseFromMain() ?? chooseFromSmall()
        if ghosts.count > mainShare { ghosts.removeFirst() }
        return victim
    }

    private mutating func chooseFromSmall() -> NaiveEntry? {
        while !small.isEmpty {
            var entry = small.removeFirst()
            if entry.uses < 2 {
                ghosts.append(entry.candidate.id)
                return entry
            }
            entry.uses = 0
            main.append(entry)
        }
        return nil
    }

    private mutating func chooseFromMain() -> NaiveEntry? {
        while !main.isEmpty {
            var entry = main.removeFirst()
            if entry.uses == 0 { return entry }
            entry.uses -= 1
            main.append(entry)
        }
        return nil
    }
}

/// Who is there, and how often it was used.
struct NaiveEntry {
    var candidate: Candidate<Int>
    var uses = 0
    var pin = ""
}

/// The steps that differ between policies of queues.
protocol NaiveQueuePolicy: Sendable {
    var entries: [NaiveEntry] { get }
    mutating func enter(_ candidate: Candidate<Int>)
    mutating func touch(_ place: Int)
    mutating func leave(_ place: Int) -> NaiveEntry
    mutating func comeBack(_ entry: NaiveEntry)
    mutating func choose() -> NaiveEntry?
}

/// Such a policy with pins: what is pinned is in no queue.
struct NaiveQueues<Queues: NaiveQueuePolicy>: EvictionPolicy {
    private var queues: Queues
    private var pinned: [NaiveEntry] = []

    init(_ queues: Queues) { self.queues = queues }

    var occupancy: Occupancy {
        var occupancy = Occupancy()
        occupancy.count = queues.entries.count + pinned.count
        occupancy.size = (queues.entries + pinned).reduce(0) { $0 + $1.candidate.size }
        occupancy.pinnedCount = pinned.count
        occupancy.pinnedSize = pinned.reduce(0) { $0 + $1.candidate.size }
        return occupancy
    }

    func candidate(_ id: Int) -> Candidate<Int>? {
        (queues.entries + pinned).first { $0.candidate.id == id }?.candidate
    }

    func pinReason(_ id: Int) -> String? { pinned.first { $0.candidate.id == id }?.pin }

    var pins: [EvictionError.Pin] {
        pinned.map { EvictionError.Pin(id: "\($0.candidate.id)", reason: $0.pin) }.sorted { $0.id < $1.id }
    }

    mutating func admit(_ batch: some Collection<Candidate<Int>>) throws(EvictionError) {
        for candidate in batch { queues.enter(candidate) }
    }

    mutating func use(_ batch: some Collection<Int>) throws(EvictionError) {
        for id in batch {
            if let place = place(of: id) { queues.touch(place) }
            if let place = pinned.firstIndex(where: { $0.candidate.id == id }) {
                pinned[place].uses = min(3, pinned[place].uses + 1)
            }
        }
    }

    mutating func update(_ id: Int, used: UInt64) throws(EvictionError) {}

    mutating func pin(_ id: Int, reason: String) throws(EvictionError) {
        if let place = place(of: id) { pinned.append(queues.leave(place)) }
        if let place = pinned.firstIndex(where: { $0.candidate.id == id }) { pinned[place].pin = reason }
    }

    mutating func unpin(_ id: Int) throws(EvictionError) {
        if let place = pinned.firstIndex(where: { $0.candidate.id == id }) {
            queues.comeBack(pinned.remove(at: place))
        }
    }

    @discardableResult mutating func remove(_ id: Int) -> Candidate<Int>? {
        if let place = place(of: id) { return queues.leave(place).candidate }
        return pinned.firstIndex { $0.candidate.id == id }.map { pinned.remove(at: $0).candidate }
    }

    mutating func release() -> Decision<Int>? {
        queues.choose().map { Decision(id: $0.candidate.id, reason: .unvisited, reclaimed: $0.candidate.size) }
    }

    private func place(of id: Int) -> Int? { queues.entries.firstIndex { $0.candidate.id == id } }
}
