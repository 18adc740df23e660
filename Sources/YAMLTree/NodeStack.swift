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
        (base + count).initialize(to: node)
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
        let taken = count - start
        guard taken > 0 else { return [] }
        count = start
        return [Node](unsafeUninitializedCapacity: taken) { buffer, initialized in
            buffer.baseAddress?.moveInitialize(from: base + start, count: taken)
            initialized = taken
        }
    }

    /// Takes the nodes from `start` on off, as the keys and values of a mapping in turns.
    func takeEntries(from start: Int) -> [Mapping.Entry] {
        let taken = (count - start) / 2
        guard taken > 0 else { return [] }
        count = start
        return [Mapping.Entry](unsafeUninitializedCapacity: taken) { buffer, initialized in
            var source = base + start
            for position in 0..<taken {
                buffer.initializeElement(
                    at: position,
                    to: Mapping.Entry(key: source.move(), value: (source + 1).move())
                )
                source += 2
            }
            initialized = taken
        }
    }
}
