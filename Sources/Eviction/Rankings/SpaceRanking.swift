/// The least (or most) space left first; between equals the longest unused.
///
/// Amounts below a bound are kept in buckets, one for each, under an index of three or four words: inserting, using and
/// releasing are then O(1), as the paper claims. A slot whose space changed, or whose pin was taken off, re-enters its
/// bucket by age, in O(log m) for m such slots there. Larger amounts are kept in a heap, O(log n).
public struct SpaceRanking: SlotRanking {
    /// Which goes first.
    public let order: SpaceOrder

    private let bound: UInt64
    private var queues = SlotQueues()
    private var remaining: [UInt64] = []
    private var index: BucketIndex
    private var buckets: [SlotQueues.Ends] = []
    private var heap = SlotHeap()
    private var large = Slot.end
    /// Whether a slot is in the heap of large amounts.
    private var isLarge: [Bool] = []

    /// Creates a ranking of nothing.
    ///
    /// - Parameters:
    ///   - order: Which goes first.
    ///   - bound: Amounts below it are kept in buckets, of 12 bytes each up to the largest amount seen; at most 2^24.
    public init(order: SpaceOrder, bound: Int = 1 << 16) {
        self.order = order
        let bound = min(max(1, bound), 1 << 24)
        self.bound = UInt64(bound)
        index = BucketIndex(bound: bound)
    }

    /// Makes room for the slots below `count`.
    public mutating func grow(to count: Int) {
        guard remaining.count < count else { return }
        queues.grow(to: count)
        remaining.append(contentsOf: repeatElement(0, count: count - remaining.count))
        isLarge.append(contentsOf: repeatElement(false, count: count - isLarge.count))
    }

    /// Ranks an absent slot.
    public mutating func insert(_ slot: Slot, _ traits: SlotTraits) {
        remaining[Int(slot)] = traits.remaining
        queues.restamp(slot)
        put(slot)
    }

    /// Notes a use.
    public mutating func use(_ slot: Slot) {
        if queues.isQueued(slot) {
            queues.touch(slot, in: &buckets[Int(remaining[Int(slot)])])
        } else {
            let wasLarge = isLarge[Int(slot)]
            if wasLarge { take(slot) }
            queues.restamp(slot)
            if wasLarge { put(slot) }
        }
    }

    /// Notes that the space left has changed.
    public mutating func update(_ slot: Slot, remaining amount: UInt64) {
        guard remaining[Int(slot)] != amount else { return }
        let isRanked = queues.isQueued(slot) || isLarge[Int(slot)]
        if isRanked { take(slot) }
        remaining[Int(slot)] = amount
        if isRanked { put(slot) }
    }

    /// Takes a ranked slot out of the choice.
    public mutating func suspend(_ slot: Slot) { take(slot) }

    /// Puts a suspended slot back.
    public mutating func resume(_ slot: Slot) { put(slot) }

    /// Makes a slot absent.
    public mutating func remove(_ slot: Slot) {
        if queues.isQueued(slot) || isLarge[Int(slot)] { take(slot) }
    }

    /// Chooses a slot and makes it absent; nil if none is ranked.
    public mutating func release() -> RankedRelease? {
        let slot: Slot
        let bucket = order == .leastRemaining ? index.first : index.last
        if let bucket, large == .end || order == .leastRemaining {
            slot = queues.first(buckets[bucket])
        } else {
            slot = large
        }
        guard slot != .end else { return nil }
        take(slot)
        return RankedRelease(slot: slot, reason: .space(remaining: remaining[Int(slot)], order: order))
    }

    /// Ranks a slot by its space and stamp.
    @inline(__always) private mutating func put(_ slot: Slot) {
        let amount = remaining[Int(slot)]
        guard amount < bound else {
            isLarge[Int(slot)] = true
            heap.insert(slot, SlotHeap.Key(rank: order.key(amount), stamp: queues.stamp(slot)), into: &large)
            return
        }
        let bucket = Int(amount)
        if buckets.count <= bucket {
            buckets.append(contentsOf: repeatElement(SlotQueues.Ends(), count: bucket + 1 - buckets.count))
        }
        if buckets[bucket].isEmpty { index.insert(bucket) }
        queues.put(slot, into: &buckets[bucket])
    }

    /// Takes a ranked slot out.
    @inline(__always) private mutating func take(_ slot: Slot) {
        if isLarge[Int(slot)] {
            isLarge[Int(slot)] = false
            heap.remove(slot, from: &large)
            return
        }
        let bucket = Int(remaining[Int(slot)])
        queues.remove(slot, from: &buckets[bucket])
        if buckets[bucket].isEmpty { index.remove(bucket) }
    }
}
