/// The longest unused first. Every step is O(1); taking off a pin is O(log p) for p pins taken off.
public struct RecencyRanking: SlotRanking {
    private var queues = SlotQueues()
    private var ends = SlotQueues.Ends()

    /// Creates a ranking of nothing.
    public init() {}

    /// Makes room for the slots below `count`.
    public mutating func grow(to count: Int) { queues.grow(to: count) }

    /// Ranks an absent slot.
    public mutating func insert(_ slot: Slot, _ traits: SlotTraits) { queues.append(slot, to: &ends) }

    /// Notes a use.
    public mutating func use(_ slot: Slot) { queues.touch(slot, in: &ends) }

    /// Takes a ranked slot out of the choice.
    public mutating func suspend(_ slot: Slot) { queues.remove(slot, from: &ends) }

    /// Puts a suspended slot back.
    public mutating func resume(_ slot: Slot) { queues.put(slot, into: &ends) }

    /// Makes a slot absent.
    public mutating func remove(_ slot: Slot) {
        if queues.isQueued(slot) { queues.remove(slot, from: &ends) }
    }

    /// Chooses a slot and makes it absent; nil if none is ranked.
    public mutating func release() -> RankedRelease? {
        let slot = queues.first(ends)
        guard slot != .end else { return nil }
        queues.remove(slot, from: &ends)
        return RankedRelease(slot: slot, reason: .leastRecentlyUsed)
    }
}
