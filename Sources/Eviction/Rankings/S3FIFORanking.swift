/// S3-FIFO: a small queue filters what is used once, a main queue holds what was used again, and a queue of ghosts
/// remembers what the filter dropped. Every step is O(1), amortised.
///
/// A tenth of the capacity is for the small queue (at least 1), the rest for the main one; there are as many ghosts as the
/// main queue has room for. Who is used at least twice in the small queue moves to the main one; who comes back while
/// its ghost is there enters the main one. The main queue spares the used, once for each of at most three uses. There is no
/// place to come back to: whose pin is taken off enters the main queue as its youngest.
public struct S3FIFORanking: SlotRanking {
    /// Ghosts are remembered.
    public static var remembersReleased: Bool { true }

    private enum Place: UInt8 {
        case absent, small, main, suspended, ghost
    }

    private struct Entry {
        var weight: UInt64 = 0
        var place = Place.absent
        var uses: UInt8 = 0
    }

    private let capacity: Capacity
    private let smallShare: UInt64
    private let mainShare: UInt64
    private var entries: [Entry] = []
    private var queues = SlotQueues()
    private var small = SlotQueues.Ends()
    private var main = SlotQueues.Ends()
    private var ghosts = SlotQueues.Ends()
    private var smallWeight: UInt64 = 0
    private var mainWeight: UInt64 = 0
    private var ghostWeight: UInt64 = 0
    private var hasReleased = false
    /// What was released from the main queue, which leaves no ghost, and has not been told yet.
    private var dropped = Slot.end

    /// Creates a ranking of nothing, for a set of this capacity.
    public init(capacity: Capacity) {
        self.capacity = capacity
        smallShare = max(1, capacity.total / 10)
        mainShare = capacity.total - min(smallShare, capacity.total)
    }

    /// Makes room for the slots below `count`.
    public mutating func grow(to count: Int) {
        guard entries.count < count else { return }
        queues.grow(to: count)
        entries.append(contentsOf: repeatElement(Entry(), count: count - entries.count))
    }

    /// Ranks an absent slot.
    public mutating func insert(_ slot: Slot, _ traits: SlotTraits) {
        let isKnown = entries[Int(slot)].place == .ghost
        if isKnown { take(slot) }
        entries[Int(slot)].weight = capacity.share(ofSize: traits.size)
        entries[Int(slot)].uses = 0
        // While all fits, the small queue takes no more than its part: what comes first is not all on trial.
        let startsInMain = isKnown || !hasReleased && smallWeight >= smallShare
        append(slot, to: startsInMain ? .main : .small)
    }

    /// Notes a use.
    public mutating func use(_ slot: Slot) {
        entries[Int(slot)].uses = min(3, entries[Int(slot)].uses + 1)
    }

    /// Takes a ranked slot out of the choice.
    public mutating func suspend(_ slot: Slot) {
        take(slot)
        entries[Int(slot)].place = .suspended
    }

    /// Puts a suspended slot back.
    public mutating func resume(_ slot: Slot) { append(slot, to: .main) }

    /// Makes a slot absent.
    public mutating func remove(_ slot: Slot) { take(slot) }

    /// Chooses a slot and makes it absent; nil if none is ranked.
    public mutating func release() -> RankedRelease? {
        hasReleased = true
        if mainWeight <= mainShare, let slot = releaseFromSmall() { return slot }
        return releaseFromMain() ?? releaseFromSmall()
    }

    /// A slot that is no longer remembered.
    public mutating func expire() -> Slot? {
        if dropped != .end {
            defer { dropped = .end }
            return dropped
        }
        guard ghostWeight > mainShare, ghosts.first != .end else { return nil }
        let slot = ghosts.first
        take(slot)
        return slot
    }

    /// Nil if all of the small queue moved on to the main one.
    private mutating func releaseFromSmall() -> RankedRelease? {
        while small.first != .end {
            let slot = small.first
            take(slot)
            if entries[Int(slot)].uses < 2 {
                append(slot, to: .ghost)
                return RankedRelease(slot: slot, reason: .unvisited)
            }
            entries[Int(slot)].uses = 0
            append(slot, to: .main)
        }
        return nil
    }

    private mutating func releaseFromMain() -> RankedRelease? {
        while main.first != .end {
            let slot = main.first
            take(slot)
            if entries[Int(slot)].uses == 0 {
                dropped = slot
                return RankedRelease(slot: slot, reason: .unvisited)
            }
            entries[Int(slot)].uses -= 1
            append(slot, to: .main)
        }
        return nil
    }

    private mutating func append(_ slot: Slot, to place: Place) {
        entries[Int(slot)].place = place
        let weight = entries[Int(slot)].weight
        switch place {
        case .small:
            smallWeight += weight
            queues.append(slot, to: &small)
        case .main:
            mainWeight += weight
            queues.append(slot, to: &main)
        case .ghost:
            ghostWeight += weight
            queues.append(slot, to: &ghosts)
        case .absent, .suspended: break
        }
    }

    private mutating func take(_ slot: Slot) {
        let entry = entries[Int(slot)]
        switch entry.place {
        case .small:
            smallWeight -= entry.weight
            queues.remove(slot, from: &small)
        case .main:
            mainWeight -= entry.weight
            queues.remove(slot, from: &main)
        case .ghost:
            ghostWeight -= entry.weight
            queues.remove(slot, from: &ghosts)
        case .absent, .suspended: break
        }
        entries[Int(slot)].place = .absent
    }
}
