/// SIEVE: a hand walks from the oldest to the youngest, spares once what was used, and releases the first that was not.
///
/// A use sets one mark and moves nothing, so it is the quickest policy. Inserting is O(1), releasing amortised O(1): each
/// mark is cleared once. There is no place to come back to: whose pin is taken off enters again as the youngest, as used.
public struct SieveRanking: SlotRanking {
    private var queues = SlotQueues()
    private var ends = SlotQueues.Ends()
    private var isVisited: [Bool] = []
    /// Where the walk goes on; `end` at the oldest.
    private var hand = Slot.end

    /// Creates a ranking of nothing.
    public init() {}

    /// Makes room for the slots below `count`.
    public mutating func grow(to count: Int) {
        guard isVisited.count < count else { return }
        queues.grow(to: count)
        isVisited.append(contentsOf: repeatElement(false, count: count - isVisited.count))
    }

    /// Ranks an absent slot.
    public mutating func insert(_ slot: Slot, _ traits: SlotTraits) {
        isVisited[Int(slot)] = false
        queues.append(slot, to: &ends)
    }

    /// Notes a use.
    public mutating func use(_ slot: Slot) { isVisited[Int(slot)] = true }

    /// Takes a ranked slot out of the choice.
    public mutating func suspend(_ slot: Slot) { take(slot) }

    /// Puts a suspended slot back.
    public mutating func resume(_ slot: Slot) {
        isVisited[Int(slot)] = true
        queues.append(slot, to: &ends)
    }

    /// Makes a slot absent.
    public mutating func remove(_ slot: Slot) {
        if queues.isQueued(slot) { take(slot) }
    }

    /// Chooses a slot and makes it absent; nil if none is ranked.
    public mutating func release() -> RankedRelease? {
        guard ends.first != .end else { return nil }
        var slot = hand == .end ? ends.first : hand
        while isVisited[Int(slot)] {
            isVisited[Int(slot)] = false
            let next = queues.next(slot)
            slot = next == .end ? ends.first : next
        }
        hand = slot
        take(slot)
        return RankedRelease(slot: slot, reason: .unvisited)
    }

    private mutating func take(_ slot: Slot) {
        if hand == slot { hand = queues.next(slot) }
        queues.remove(slot, from: &ends)
    }
}
