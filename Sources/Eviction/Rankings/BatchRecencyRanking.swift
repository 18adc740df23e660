/// The least recently used batch first, and within it the least (or most) space left; LRU-SD of the paper.
///
/// A batch that is used as a whole stays together; a single use leaves its batch. Only a batch from which something is
/// released is indexed by space, so every step is O(1) but for the members of such a batch: O(log b) in its size b,
/// amortised, since each member enters that index at most once for each stay in the batch.
public struct BatchRecencyRanking: SlotRanking {
    /// Which goes first within a batch.
    public let order: SpaceOrder

    private struct Member {
        var remaining: UInt64 = 0
        var stamp: UInt64 = 0
        var batch = Slot.end
        var next = Slot.end
        var previous = Slot.end
        var isSuspended = false
    }

    private struct Batch {
        /// The list of the members that are ranked.
        var first = Slot.end
        var ranked: UInt32 = 0
        /// With those that are suspended.
        var all: UInt32 = 0
        /// The ranked members by space, if they are indexed.
        var root = Slot.end
        var isIndexed = false
    }

    private var members: [Member] = []
    private var batches: [Batch] = []
    private var freeBatches: [Slot] = []
    /// The batches that have ranked members.
    private var queues = SlotQueues()
    private var ends = SlotQueues.Ends()
    private var spaces = SlotHeap()
    private var current = Slot.end
    private var clock: UInt64 = 0

    /// Creates a ranking of nothing.
    public init(order: SpaceOrder) {
        self.order = order
    }

    /// Makes room for the slots below `count`.
    public mutating func grow(to count: Int) {
        if members.count < count { members.append(contentsOf: repeatElement(Member(), count: count - members.count)) }
    }

    /// Ends the current batch.
    public mutating func beginBatch() { current = .end }

    /// Ranks an absent slot.
    public mutating func insert(_ slot: Slot, _ traits: SlotTraits) {
        members[Int(slot)].remaining = traits.remaining
        members[Int(slot)].isSuspended = false
        join(slot)
    }

    /// Notes a use.
    public mutating func use(_ slot: Slot) {
        let batch = members[Int(slot)].batch
        if batch == current { return }
        if current == .end, batches[Int(batch)].all == 1 {
            // Alone in its batch: the batch moves as it is.
            queues.touch(batch, in: &ends)
            current = batch
            return
        }
        leave(slot)
        join(slot)
    }

    /// Notes that the space left has changed.
    public mutating func update(_ slot: Slot, remaining: UInt64) {
        let member = members[Int(slot)]
        members[Int(slot)].remaining = remaining
        guard !member.isSuspended, batches[Int(member.batch)].isIndexed else { return }
        spaces.remove(slot, from: &batches[Int(member.batch)].root)
        index(slot, in: member.batch)
    }

    /// Takes a ranked slot out of the choice.
    public mutating func suspend(_ slot: Slot) {
        unrank(slot)
        members[Int(slot)].isSuspended = true
    }

    /// Puts a suspended slot back.
    public mutating func resume(_ slot: Slot) {
        members[Int(slot)].isSuspended = false
        rank(slot)
    }

    /// Makes a slot absent.
    public mutating func remove(_ slot: Slot) { leave(slot) }

    /// Chooses a slot and makes it absent; nil if none is ranked.
    public mutating func release() -> RankedRelease? {
        let batch = queues.first(ends)
        guard batch != .end else { return nil }
        let size = batches[Int(batch)].ranked
        if size == 1 {
            let slot = batches[Int(batch)].first
            leave(slot)
            return RankedRelease(slot: slot, reason: .leastRecentlyUsed)
        }
        if !batches[Int(batch)].isIndexed { indexAll(of: batch) }
        let slot = batches[Int(batch)].root
        let remaining = members[Int(slot)].remaining
        leave(slot)
        return RankedRelease(slot: slot, reason: .tieInBatch(size: Int(size), remaining: remaining, order: order))
    }
}

// MARK: - Batches

extension BatchRecencyRanking {
    /// Makes a slot a member of the current batch.
    @inline(__always) private mutating func join(_ slot: Slot) {
        if current == .end { current = newBatch() }
        clock &+= 1
        members[Int(slot)].stamp = clock
        members[Int(slot)].batch = current
        batches[Int(current)].all += 1
        if !members[Int(slot)].isSuspended { rank(slot) }
    }

    /// Ends a slot's membership.
    @inline(__always) private mutating func leave(_ slot: Slot) {
        if !members[Int(slot)].isSuspended { unrank(slot) }
        let batch = members[Int(slot)].batch
        batches[Int(batch)].all -= 1
        guard batches[Int(batch)].all == 0 else { return }
        if batch == current { current = .end }
        freeBatches.append(batch)
    }

    /// Puts a member among those that may be chosen.
    @inline(__always) private mutating func rank(_ slot: Slot) {
        let batch = members[Int(slot)].batch
        let first = batches[Int(batch)].first
        members[Int(slot)].previous = .end
        members[Int(slot)].next = first
        if first != .end { members[Int(first)].previous = slot }
        batches[Int(batch)].first = slot
        batches[Int(batch)].ranked += 1
        if batches[Int(batch)].isIndexed { index(slot, in: batch) }
        if first == .end { queues.put(batch, into: &ends) }
    }

    /// Takes a member from those that may be chosen.
    @inline(__always) private mutating func unrank(_ slot: Slot) {
        let member = members[Int(slot)]
        if member.next != .end { members[Int(member.next)].previous = member.previous }
        if member.previous != .end {
            members[Int(member.previous)].next = member.next
        } else {
            batches[Int(member.batch)].first = member.next
        }
        batches[Int(member.batch)].ranked -= 1
        if batches[Int(member.batch)].isIndexed {
            spaces.remove(slot, from: &batches[Int(member.batch)].root)
        }
        if batches[Int(member.batch)].ranked == 0 { queues.remove(member.batch, from: &ends) }
    }

    /// An empty batch, the youngest; it is not queued before it has a ranked member.
    @inline(__always) private mutating func newBatch() -> Slot {
        let batch: Slot
        if let free = freeBatches.popLast() {
            batch = free
            batches[Int(batch)] = Batch()
        } else {
            batch = Slot(batches.count)
            batches.append(Batch())
            queues.grow(to: batches.count)
        }
        queues.restamp(batch)
        return batch
    }

    private mutating func index(_ slot: Slot, in batch: Slot) {
        let member = members[Int(slot)]
        let key = SlotHeap.Key(rank: order.key(member.remaining), stamp: member.stamp)
        spaces.insert(slot, key, into: &batches[Int(batch)].root)
    }

    private mutating func indexAll(of batch: Slot) {
        batches[Int(batch)].isIndexed = true
        var slot = batches[Int(batch)].first
        while slot != .end {
            index(slot, in: batch)
            slot = members[Int(slot)].next
        }
    }
}
