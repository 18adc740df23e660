/// GreedyDual-Size-Frequency: the lowest `clock + uses * cost / size` first; between equals the longest unused.
///
/// The clock is the priority of what was released last, so that what is never used again ages. Every step is O(log n),
/// amortised; inserting is O(1).
public struct GreedyDualRanking: SlotRanking {
    private struct Entry {
        /// Cost for a unit of size.
        var price = 0.0
        var uses = 0.0
        var priority = 0.0
        var stamp: UInt64 = 0
        var isRanked = false
    }

    private var entries: [Entry] = []
    private var heap = SlotHeap()
    private var root = Slot.end
    private var inflation = 0.0
    private var clock: UInt64 = 0

    /// Creates a ranking of nothing.
    public init() {}

    /// Makes room for the slots below `count`.
    public mutating func grow(to count: Int) {
        if entries.count < count { entries.append(contentsOf: repeatElement(Entry(), count: count - entries.count)) }
    }

    /// Ranks an absent slot.
    public mutating func insert(_ slot: Slot, _ traits: SlotTraits) {
        entries[Int(slot)] = Entry(price: traits.cost / Double(max(1, traits.size)))
        count(slot)
        put(slot)
    }

    /// Notes a use.
    public mutating func use(_ slot: Slot) {
        let isRanked = entries[Int(slot)].isRanked
        if isRanked { suspend(slot) }
        count(slot)
        if isRanked { put(slot) }
    }

    /// Takes a ranked slot out of the choice.
    public mutating func suspend(_ slot: Slot) {
        entries[Int(slot)].isRanked = false
        heap.remove(slot, from: &root)
    }

    /// Puts a suspended slot back.
    public mutating func resume(_ slot: Slot) { put(slot) }

    /// Makes a slot absent.
    public mutating func remove(_ slot: Slot) {
        if entries[Int(slot)].isRanked { suspend(slot) }
    }

    /// Chooses a slot and makes it absent; nil if none is ranked.
    public mutating func release() -> RankedRelease? {
        guard root != .end else { return nil }
        let slot = root
        suspend(slot)
        let priority = entries[Int(slot)].priority
        // One that comes back from a pin may be below the clock, which never goes back.
        inflation = max(inflation, priority)
        return RankedRelease(slot: slot, reason: .priority(priority))
    }

    private mutating func count(_ slot: Slot) {
        clock &+= 1
        entries[Int(slot)].uses += 1
        entries[Int(slot)].stamp = clock
        // The largest finite number, where costs are too large to add.
        let priority = inflation + entries[Int(slot)].uses * entries[Int(slot)].price
        entries[Int(slot)].priority = min(priority, .greatestFiniteMagnitude)
    }

    private mutating func put(_ slot: Slot) {
        let entry = entries[Int(slot)]
        entries[Int(slot)].isRanked = true
        // The bits of doubles that are not negative are ordered as they are.
        heap.insert(slot, SlotHeap.Key(rank: entry.priority.bitPattern, stamp: entry.stamp), into: &root)
    }
}
