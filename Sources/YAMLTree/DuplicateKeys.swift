import Diagnostics

/// Refuses mappings in which a key repeats: YAML requires keys to differ, and a repeated one hides a value.
///
/// Scalar keys repeat when their texts do, whatever their quotes: `1` and `"1"` name the same field in JSON.
extension Mapping {
    /// Creates a mapping from entries that were read. O(n).
    ///
    /// - Parameters:
    ///   - entries: The entries.
    ///   - location: The place of the mapping, for keys without one.
    /// - Throws: `yamlDuplicateKey` at the first key that repeats.
    init(refusingDuplicatesIn entries: [Entry], at location: SourceLocation) throws(YAMLError) {
        var index: KeyIndex?
        if entries.count > Self.indexThreshold { index = KeyIndex(capacity: entries.count) }
        let repeated = entries.withUnsafeBufferPointer { buffer -> (first: Int?, second: Int)? in
            var collections: Set<CollectionKey> = []
            for position in buffer.indices {
                guard case .scalar(let scalar) = buffer[position].key.content else {
                    if collections.insert(CollectionKey(node: buffer[position].key)).inserted { continue }
                    return (nil, position)
                }
                let first =
                    index == nil
                    ? Self.position(of: scalar.text, in: buffer, before: position)
                    : index?.insert(position, in: entries)
                if let first { return (first, position) }
            }
            return nil
        }
        if let repeated {
            throw Self.duplicate(entries[repeated.second].key, of: repeated.first.map { entries[$0].key }, at: location)
        }
        self.init(entries, index: index)
    }

    /// Creates a mapping from entries of which, where scalar keys repeat, the last counts. O(n).
    init(lastValuesIn entries: [Entry]) {
        var mapping = Mapping()
        for entry in entries {
            if entry.key.scalar != nil, let position = mapping.position(of: entry.name) {
                mapping.modifyValue(at: position) { $0 = entry.value }
            } else {
                mapping.append(entry)
            }
        }
        self = mapping
    }

    private static func duplicate(_ key: Node, of first: Node?, at location: SourceLocation) -> YAMLError {
        let name = key.text.map { "the key \($0.debugDescription)" } ?? "this key"
        let place = first?.location.map { " in line \($0.line)" } ?? ""
        return YAMLError(
            .yamlDuplicateKey,
            "\(name) is already set\(place)",
            at: key.location ?? location,
            remedy: "Keep one of the two."
        )
    }
}

/// A key that is no scalar, hashed by what it holds.
struct CollectionKey: Hashable {
    let node: Node

    func hash(into hasher: inout Hasher) { Self.hash(node, into: &hasher) }

    /// Recursion is bounded by the depth that readers allow.
    private static func hash(_ node: Node, into hasher: inout Hasher) {
        switch node.content {
        case .scalar(let scalar): hasher.combine(scalar.text)
        case .sequence(let items):
            hasher.combine(items.count)
            for item in items { hash(item, into: &hasher) }
        case .mapping(let mapping):
            hasher.combine(mapping.count)
            for entry in mapping.entries {
                hash(entry.key, into: &hasher)
                hash(entry.value, into: &hasher)
            }
        }
    }
}
