import Diagnostics

/// Merge keys (`<<: *defaults`), as YAML 1.1's merge type defines them: the entries of the named mapping stand in for
/// the key, and entries written in the mapping itself, or merged earlier, win.
enum MergeKeys {
    /// Replaces the merge keys in `entries`; answers how many nodes were added, at most `allowance`.
    static func expand(_ entries: inout [Mapping.Entry], allowance: Int) throws(YAMLError) -> Int {
        var taken: Set<String> = []
        for entry in entries where !isMergeKey(entry.key) { taken.insert(entry.name) }
        var result: [Mapping.Entry] = []
        result.reserveCapacity(entries.count)
        var added = 0
        for entry in entries {
            guard isMergeKey(entry.key) else {
                result.append(entry)
                continue
            }
            for mapping in try mappings(of: entry.value) {
                for merged in mapping.entries where taken.insert(merged.name).inserted {
                    result.append(merged)
                    added += 1
                }
            }
            guard added <= allowance else {
                throw YAMLError(
                    .yamlLimit,
                    "merge keys add too many entries",
                    at: entry.key.location ?? SourceLocation(file: "", line: 1, column: 1)
                )
            }
        }
        entries = result
        return added
    }

    private static func isMergeKey(_ key: Node) -> Bool {
        guard let scalar = key.scalar else { return false }
        return scalar.isPlain && scalar.text == "<<"
    }

    private static func mappings(of value: Node) throws(YAMLError) -> [Mapping] {
        switch value.content {
        case .mapping(let mapping): return [mapping]
        case .sequence(let items):
            var mappings: [Mapping] = []
            for item in items {
                guard case .mapping(let mapping) = item.content else { throw refusal(item) }
                mappings.append(mapping)
            }
            return mappings
        case .scalar: throw refusal(value)
        }
    }

    private static func refusal(_ node: Node) -> YAMLError {
        YAMLError(
            .yamlMergeKey,
            "a merge key (<<) takes a mapping or a list of mappings, not \(node.kindDescription())",
            at: node.location ?? SourceLocation(file: "", line: 1, column: 1),
            remedy: "Use an alias of a mapping, such as <<: *defaults."
        )
    }
}
