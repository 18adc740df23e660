/// Where the scalar keys of a large mapping stand: a hash table of positions that leaves the keys where they are.
struct KeyIndex: Sendable {
    /// Positions plus one, at the hash of the key or the next free slot; 0 is free. Their number is a power of two.
    private var slots: [UInt32]

    /// Indexes `entries`; where keys repeat, the first one is found.
    init(_ entries: [Mapping.Entry]) {
        self.init(capacity: entries.count)
        for position in entries.indices { _ = insert(position, in: entries) }
    }

    init(capacity: Int) {
        var size = 32
        while size < capacity * 2 { size *= 2 }
        self.slots = Array(repeating: 0, count: size)
    }

    func position(of text: String, in entries: [Mapping.Entry]) -> Int? {
        var slot = firstSlot(text)
        while slots[slot] != 0 {
            let position = Int(slots[slot]) - 1
            if case .scalar(let scalar) = entries[position].key.content, scalar.hasText(text) { return position }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds the key of the entry at `position`; answers where it already stands. Keys that are no scalars are left out.
    mutating func insert(_ position: Int, in entries: [Mapping.Entry]) -> Int? {
        guard case .scalar(let scalar) = entries[position].key.content else { return nil }
        var slot = firstSlot(scalar.text)
        while slots[slot] != 0 {
            let other = Int(slots[slot]) - 1
            if case .scalar(let key) = entries[other].key.content, key.hasText(scalar.text) { return other }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = UInt32(position + 1)
        return nil
    }

    /// Whether `count` entries fit; a fuller table would be slow.
    func fits(_ count: Int) -> Bool { count * 2 <= slots.count }

    /// The hash is seeded by the process, so that nobody can choose keys that collide.
    private func firstSlot(_ text: String) -> Int {
        var text = text
        let hash = text.withUTF8 { bytes in
            var hasher = Hasher()
            hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
            return hasher.finalize()
        }
        return hash & (slots.count - 1)
    }
}
