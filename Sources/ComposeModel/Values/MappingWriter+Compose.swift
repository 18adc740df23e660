import OrderedCollections
import YAMLTree

extension MappingWriter {
    /// Writes a list of which absence and emptiness differ.
    mutating func write<Value: NodeWritable>(optionalList key: String, _ values: [Value]?) {
        write(key, node: values.map { .sequence($0.map { $0.makeNode() }) })
    }

    /// Writes a map in which null has a meaning of its own.
    mutating func write<Value: NodeWritable>(nullable key: String, _ values: OrderedDictionary<String, Value?>) {
        write(key, of: values) { $0?.makeNode() ?? .null() }
    }

    /// Writes a map from strings to lists of strings.
    mutating func write(lists key: String, _ values: OrderedDictionary<String, [String]>) {
        write(key, of: values) { .sequence($0.map { $0.makeNode() }) }
    }

    /// Writes an integer in quotes.
    mutating func write(quoted key: String, _ value: Int?) {
        write(key, node: value.map { .string(String($0)) })
    }

    private mutating func write<Value>(
        _ key: String,
        of values: OrderedDictionary<String, Value>,
        _ makeNode: (Value) -> Node
    ) {
        let original = original(key)
        guard !values.isEmpty else {
            return write(key, node: original.flatMap { $0.isNullOrEmpty ? $0 : nil })
        }
        var mapping = Mapping()
        if let source = original?.mapping, source.names.elementsEqual(values.keys) {
            for (entry, value) in zip(source.entries, values.values) {
                let node = makeNode(value)
                // A string that is the same keeps its quotes and place.
                let isSame = node.scalar != nil && node.text == entry.value.text && entry.value.string() != nil
                mapping.append(Mapping.Entry(key: entry.key, value: isSame ? entry.value : node))
            }
        } else {
            for (name, value) in values { mapping.append(Mapping.Entry(key: .string(name), value: makeNode(value))) }
        }
        write(key, node: .mapping(mapping, location: original?.location))
    }
}
