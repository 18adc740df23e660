import OrderedCollections
import YAMLTree

extension MappingReader {
    /// The items of a list of which absence and emptiness differ.
    mutating func optionalList<Value: NodeReadable>(_ key: String) -> [Value]? {
        present(key) == nil ? nil : list(key)
    }

    /// The entries of a map in which null has a meaning of its own.
    mutating func nullableMap<Value: NodeReadable>(_ key: String) -> OrderedDictionary<String, Value?> {
        guard let node = present(key) else { return [:] }
        return context.within(.key(key)) {
            guard case .mapping(let mapping) = node.content else {
                context.wrongType(node, expected: "a mapping")
                return [:]
            }
            var values = OrderedDictionary<String, Value?>(minimumCapacity: mapping.count)
            for entry in mapping.entries {
                if entry.value.isNull(context.schema) {
                    values.updateValue(nil, forKey: entry.name)
                } else {
                    context.within(.key(entry.name)) {
                        if let value = Value(reading: entry.value, context) { values[entry.name] = .some(value) }
                    }
                }
            }
            return values
        }
    }

    /// The entries of a map from strings to lists of strings.
    mutating func listMap(_ key: String) -> OrderedDictionary<String, [String]> {
        guard let node = present(key) else { return [:] }
        return context.within(.key(key)) {
            guard case .mapping(let mapping) = node.content else {
                context.wrongType(node, expected: "a mapping")
                return [:]
            }
            var values = OrderedDictionary<String, [String]>(minimumCapacity: mapping.count)
            var lists = MappingReader(mapping, location: node.location, context: context)
            for entry in mapping.entries { values[entry.name] = lists.list(entry.name) }
            return values
        }
    }

    /// An integer that the canonical form writes in quotes.
    mutating func integerInQuotes(_ key: String) -> Int? {
        guard let node = present(key) else { return nil }
        if let text = node.text, let value = Int(text) { return value }
        return context.within(.key(key)) {
            context.wrongType(node, expected: "an integer")
            return nil
        }
    }
}
