/// Pairing heaps over slots: any number of heaps share one array, and a heap is the slot at its root.
///
/// Inserting is O(1), removing (the least or any other) amortised O(log n) in the size of that heap. Nothing recurses.
struct SlotHeap: Sendable {
    /// What orders a heap: `rank`, and between equal ranks `stamp`, which no two slots share.
    struct Key: Sendable, Comparable {
        var rank: UInt64
        var stamp: UInt64

        @inline(__always) static func < (left: Key, right: Key) -> Bool {
            left.rank != right.rank ? left.rank < right.rank : left.stamp < right.stamp
        }
    }

    private struct Node {
        var key = Key(rank: 0, stamp: 0)
        var child = Slot.end
        /// The next sibling.
        var next = Slot.end
        /// The sibling before, or the parent of a first child.
        var previous = Slot.end
    }

    private var nodes: [Node] = []

    /// Makes room for the slots below `count`.
    mutating func grow(to count: Int) {
        if nodes.count < count { nodes.append(contentsOf: repeatElement(Node(), count: count - nodes.count)) }
    }

    /// Adds `slot`, which is in no heap, to the heap `root`.
    mutating func insert(_ slot: Slot, _ key: Key, into root: inout Slot) {
        grow(to: Int(slot) + 1)
        nodes[Int(slot)] = Node(key: key)
        root = meld(root, slot)
    }

    /// Takes `slot` out of the heap `root`, in which it is.
    mutating func remove(_ slot: Slot, from root: inout Slot) {
        let orphans = combined(nodes[Int(slot)].child)
        if slot == root {
            root = orphans
        } else {
            let node = nodes[Int(slot)]
            if nodes[Int(node.previous)].child == slot {
                nodes[Int(node.previous)].child = node.next
            } else {
                nodes[Int(node.previous)].next = node.next
            }
            if node.next != .end { nodes[Int(node.next)].previous = node.previous }
            root = meld(root, orphans)
        }
        if root != .end { nodes[Int(root)].previous = .end }
    }

    /// The key of a slot that is in a heap.
    func key(_ slot: Slot) -> Key { nodes[Int(slot)].key }

    /// Makes one heap of two; either may be empty. Neither root has siblings.
    private mutating func meld(_ left: Slot, _ right: Slot) -> Slot {
        if left == .end { return right }
        if right == .end { return left }
        let leftWins = nodes[Int(left)].key < nodes[Int(right)].key
        let (winner, loser) = leftWins ? (left, right) : (right, left)
        let child = nodes[Int(winner)].child
        nodes[Int(loser)].next = child
        nodes[Int(loser)].previous = winner
        if child != .end { nodes[Int(child)].previous = loser }
        nodes[Int(winner)].child = loser
        return winner
    }

    /// Makes one heap of siblings: pairs from the left, then all pairs from the right.
    private mutating func combined(_ first: Slot) -> Slot {
        var rest = first
        var pairs = Slot.end
        while rest != .end {
            let left = rest
            let right = nodes[Int(left)].next
            rest = right == .end ? .end : nodes[Int(right)].next
            nodes[Int(left)].next = .end
            if right != .end { nodes[Int(right)].next = .end }
            let pair = meld(left, right)
            nodes[Int(pair)].next = pairs
            pairs = pair
        }
        var result = Slot.end
        while pairs != .end {
            let pair = pairs
            pairs = nodes[Int(pair)].next
            nodes[Int(pair)].next = .end
            result = meld(result, pair)
        }
        return result
    }
}

extension Slot {
    /// No slot: the end of a list, an empty heap.
    static var end: Slot { .max }
}
