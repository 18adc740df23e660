/// Queues over slots, ordered by stamps: any number of queues share one array of links.
///
/// Nearly always what enters is the youngest and joins the tail of a linked list, in O(1). What comes back to a place in
/// the middle (its pin was taken off, its space changed) waits in a heap beside the list, which costs O(log m) for the m
/// that wait there; the first of the queue is the older of the two heads. So every order is exact without any scan.
struct SlotQueues: Sendable {
    /// The ends of one queue.
    struct Ends: Sendable {
        var first = Slot.end
        var last = Slot.end
        /// The heap of those that came back.
        var returned = Slot.end

        @inline(__always) var isEmpty: Bool { first == .end && returned == .end }
    }

    struct Link: Sendable {
        /// When it was last moved to the tail.
        var stamp: UInt64 = 0
        var next = Slot.end
        /// The one before it in the list, or one of the marks below.
        var previous = Self.absent

        /// Marks a slot that is in no queue.
        static let absent = Slot.max - 1
        /// Marks a slot that came back and waits in a heap.
        static let returned = Slot.max - 2
    }

    private(set) var links: [Link] = []
    private var heap = SlotHeap()
    private var clock: UInt64 = 0

    mutating func grow(to count: Int) {
        if links.count < count { links.append(contentsOf: repeatElement(Link(), count: count - links.count)) }
    }

    @inline(__always) func isQueued(_ slot: Slot) -> Bool { links[Int(slot)].previous != Link.absent }

    @inline(__always) func stamp(_ slot: Slot) -> UInt64 { links[Int(slot)].stamp }

    /// Makes `slot`, which may be in no queue, the youngest of all without moving it.
    @inline(__always) mutating func restamp(_ slot: Slot) {
        clock &+= 1
        links[Int(slot)].stamp = clock
    }

    /// Puts the youngest slot, which is in no queue, at the tail.
    @inline(__always) mutating func append(_ slot: Slot, to ends: inout Ends) {
        restamp(slot)
        link(slot, to: &ends)
    }

    /// Puts a slot, which is in no queue, where its stamp belongs.
    mutating func put(_ slot: Slot, into ends: inout Ends) {
        let stamp = links[Int(slot)].stamp
        if ends.last == .end || links[Int(ends.last)].stamp < stamp {
            link(slot, to: &ends)
        } else {
            links[Int(slot)].previous = Link.returned
            heap.insert(slot, SlotHeap.Key(rank: 0, stamp: stamp), into: &ends.returned)
        }
    }

    /// Takes a slot out of the queue in which it is. Its stamp stays.
    @inline(__always) mutating func remove(_ slot: Slot, from ends: inout Ends) {
        let link = links[Int(slot)]
        links[Int(slot)].previous = Link.absent
        if link.previous == Link.returned {
            heap.remove(slot, from: &ends.returned)
            return
        }
        if link.previous == .end { ends.first = link.next } else { links[Int(link.previous)].next = link.next }
        if link.next == .end { ends.last = link.previous } else { links[Int(link.next)].previous = link.previous }
    }

    /// Makes a slot the youngest; one that is in no queue stays out.
    @inline(__always) mutating func touch(_ slot: Slot, in ends: inout Ends) {
        if isQueued(slot) {
            if slot == ends.last {
                restamp(slot)
            } else {
                remove(slot, from: &ends)
                append(slot, to: &ends)
            }
        } else {
            restamp(slot)
        }
    }

    /// The oldest of a queue, `end` if it is empty.
    @inline(__always) func first(_ ends: Ends) -> Slot {
        if ends.returned == .end { return ends.first }
        if ends.first == .end { return ends.returned }
        return links[Int(ends.returned)].stamp < links[Int(ends.first)].stamp ? ends.returned : ends.first
    }

    /// The one after `slot` in its list.
    @inline(__always) func next(_ slot: Slot) -> Slot { links[Int(slot)].next }

    @inline(__always) private mutating func link(_ slot: Slot, to ends: inout Ends) {
        links[Int(slot)].next = .end
        links[Int(slot)].previous = ends.last
        if ends.last == .end { ends.first = slot } else { links[Int(ends.last)].next = slot }
        ends.last = slot
    }
}
