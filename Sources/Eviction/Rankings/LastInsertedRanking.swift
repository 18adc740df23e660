/// Last in, first out. Every step is O(1); taking off a pin is O(log p) for p pins taken off.
///
/// A stack with holes: a slot keeps the height at which it came in, and what comes back to a height below the top waits in
/// a heap.
public struct LastInsertedRanking: SlotRanking {
    private var links: [Link] = []
    private var top = Slot.end
    private var heap = SlotHeap()
    private var returned = Slot.end
    private var clock: UInt64 = 0

    private struct Link {
        var stamp: UInt64 = 0
        /// The next lower one.
        var below = Slot.end
        /// The next higher one, or a mark of ``SlotQueues``.
        var above = SlotQueues.Link.absent
    }

    /// Creates a ranking of nothing.
    public init() {}

    /// Makes room for the slots below `count`.
    public mutating func grow(to count: Int) {
        if links.count < count { links.append(contentsOf: repeatElement(Link(), count: count - links.count)) }
    }

    /// Ranks an absent slot.
    public mutating func insert(_ slot: Slot, _ traits: SlotTraits) {
        clock &+= 1
        links[Int(slot)].stamp = clock
        push(slot)
    }

    /// Notes a use.
    public mutating func use(_ slot: Slot) {}

    /// Takes a ranked slot out of the choice.
    public mutating func suspend(_ slot: Slot) { remove(slot) }

    /// Puts a suspended slot back.
    public mutating func resume(_ slot: Slot) {
        let stamp = links[Int(slot)].stamp
        if top == .end || links[Int(top)].stamp < stamp {
            push(slot)
        } else {
            links[Int(slot)].above = SlotQueues.Link.returned
            heap.insert(slot, SlotHeap.Key(rank: ~stamp, stamp: 0), into: &returned)
        }
    }

    /// Makes a slot absent.
    public mutating func remove(_ slot: Slot) {
        let link = links[Int(slot)]
        links[Int(slot)].above = SlotQueues.Link.absent
        switch link.above {
        case SlotQueues.Link.absent: return
        case SlotQueues.Link.returned:
            heap.remove(slot, from: &returned)
            return
        case .end: top = link.below
        default: links[Int(link.above)].below = link.below
        }
        if link.below != .end { links[Int(link.below)].above = link.above }
    }

    /// Chooses a slot and makes it absent; nil if none is ranked.
    public mutating func release() -> RankedRelease? {
        var slot = top
        if returned != .end, slot == .end || links[Int(slot)].stamp < links[Int(returned)].stamp { slot = returned }
        guard slot != .end else { return nil }
        remove(slot)
        return RankedRelease(slot: slot, reason: .lastInserted)
    }

    private mutating func push(_ slot: Slot) {
        links[Int(slot)].below = top
        links[Int(slot)].above = .end
        if top != .end { links[Int(top)].above = slot }
        top = slot
    }
}
