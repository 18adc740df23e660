import Diagnostics

/// Merge keys (`<<: *defaults`), as YAML 1.1's merge type defines them: the entries of the named mapping stand in for
/// the key, and entries written in the mapping itself, or merged earlier, win.
enum MergeKeys {
    /// Replaces the merge keys in `entries`; answers how many entries were added.
    ///
    /// What merge keys add is bounded where their aliases are counted.
    static func expand(_ entries: inout [Mapping.Entry], at location: SourceLocation) throws(YAMLError) -> Int {
        var taken: Set<Key> = []
        for entry in entries where !isMergeKey(entry.key) { taken.insert(Key(entry.key)) }
        var result: [Mapping.Entry] = []
        result.reserveCapacity(entries.count)
        var added = 0
        for entry in entries {
            guard isMergeKey(entry.key) else {
                result.append(entry)
                continue
            }
            for mapping in try mappings(of: entry.value, at: location) {
                for merged in mapping.entries where taken.insert(Key(merged.key)).inserted {
                    result.append(merged)
                    added += 1
                }
            }
        }
        entries = result
        return added
    }

    /// The identity of a key: for scalars the text, as for duplicates.
    private enum Key: Hashable {
        case text(String)
        case collection(CollectionKey)

        init(_ node: Node) {
            self = node.text.map { .text($0) } ?? .collection(CollectionKey(node: node))
        }
    }

    private static func isMergeKey(_ key: Node) -> Bool {
        guard let scalar = key.scalar else { return false }
        return scalar.isPlain && scalar.text == "<<"
    }

    private static func mappings(of value: Node, at location: SourceLocation) throws(YAMLError) -> [Mapping] {
        switch value.content {
        case .mapping(let mapping): return [mapping]
        case .sequence(let items):
            var mappings: [Mapping] = []
            for item in items {
                guard case .mapping(let mapping) = item.content else { throw refusal(item, at: location) }
                mappings.append(mapping)
            }
            return mappings
        case .scalar: throw refusal(value, at: location)
        }
    }

    private static func refusal(_ node: Node, at location: SourceLocation) -> YAMLError {
        YAMLError(
            .yamlMergeKey,
            "a merge key (<<) takes a mapping or a list of mappings, not \(node.kindDescription())",
            at: node.location ?? location,
            remedy: "Use an alias of a mapping, such as <<: *defaults."
        )
    }
}
