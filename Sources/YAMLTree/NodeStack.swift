/// The nodes of collections that are not finished yet.
///
/// Nodes are moved in and out, never copied: that spares two atomic operations for each reference that they hold.
final class NodeStack {
    private var base: UnsafeMutablePointer<Node>
    private var capacity = 256
    private(set) var count = 0

    init() {
        base = .allocate(capacity: capacity)
    }

    deinit {
        base.deinitialize(count: count)
        base.deallocate()
    }

    @inline(__always)
    func push(_ node: consuming Node) {
        if count == capacity { grow() }
        (base + count).initialize(to: consume node)
        count &+= 1
    }

    @inline(never)
    private func grow() {
        let grown = UnsafeMutablePointer<Node>.allocate(capacity: capacity * 2)
        grown.moveInitialize(from: base, count: count)
        base.deallocate()
        base = grown
        capacity *= 2
    }

    /// Takes the last node off.
    func pop() -> Node? {
        guard count > 0 else { return nil }
        count -= 1
        return (base + count).move()
    }

    /// Takes the nodes from `start` on off, as the items of a sequence.
    func takeItems(from start: Int) -> [Node] {
        var items: [Node] = []
        items.reserveCapacity(count - start)
        for position in start..<count { items.append((base + position).move()) }
        count = start
        return items
    }

    /// Takes the nodes from `start` on off, as the keys and values of a mapping in turns.
    func takeEntries(from start: Int) -> [Mapping.Entry] {
        var entries: [Mapping.Entry] = []
        entries.reserveCapacity((count - start) / 2)
        for position in stride(from: start, to: count - 1, by: 2) {
            entries.append(Mapping.Entry(key: (base + position).move(), value: (base + position + 1).move()))
        }
        count = start
        return entries
    }
}
