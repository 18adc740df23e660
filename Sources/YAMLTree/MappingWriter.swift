public import OrderedCollections

/// Writes the fields of a value as a mapping.
///
/// When the value was read from a text, unchanged fields come out as they were, in their order, with unknown fields
/// and explicit nulls; changed fields keep their place and new ones follow. Absent values are left out.
public struct MappingWriter {
    private let retained: RetainedFields
    private var written: [(key: String, value: Node?)] = []

    /// Creates a writer for a value that was read from `fields`.
    public init(retaining fields: RetainedFields = .none) {
        self.retained = fields
    }

    /// The node from which the field was read.
    public func original(_ key: String) -> Node? { retained.mapping?[key] }

    /// Writes a field, or leaves it out when `node` is nil.
    public mutating func write(_ key: String, node: Node?) {
        written.append((key, node))
    }

    /// Writes a field, or leaves it out when `value` is nil.
    @inlinable
    public mutating func write<Value: NodeWritable>(_ key: String, _ value: Value?) {
        write(key, node: value.map { $0.makeNode() })
    }

    /// Writes a Boolean; one that is written otherwise in the text (`yes`) but has the same value stays.
    public mutating func write(_ key: String, _ value: Bool?) {
        keeping(key, value, { $0.bool($1) })
    }

    /// Writes an integer; one that is written otherwise in the text (`0x1F`) but has the same value stays.
    public mutating func write(_ key: String, _ value: Int?) {
        keeping(key, value, { $0.integer($1) })
    }

    /// Writes a number; one that is written otherwise in the text (`1.50`) but has the same value stays.
    public mutating func write(_ key: String, _ value: Double?) {
        keeping(key, value, { $0.double($1) })
    }

    private mutating func keeping<Value: NodeWritable & Equatable>(
        _ key: String,
        _ value: Value?,
        _ parse: (ScalarSchema, String) -> Value?
    ) {
        if let value, let original = original(key), let scalar = original.scalar, scalar.isPlain,
            parse(.kubernetes, scalar.text) == value || parse(.core, scalar.text) == value
        {
            write(key, node: original)
        } else {
            write(key, node: value?.makeNode())
        }
    }

    /// Writes a field that the format requires: a value made by a program has it even when it equals `fallback`; one
    /// that was read without it stays without.
    @inlinable
    public mutating func write<Value: NodeWritable & Equatable>(
        required key: String,
        _ value: Value,
        default fallback: Value
    ) {
        write(key, isRead && value == fallback && isAbsentOrNull(key) ? nil : value)
    }

    @usableFromInline
    func isAbsentOrNull(_ key: String) -> Bool { original(key)?.isNull(.kubernetes) ?? true }

    /// Whether the value was read from a text.
    public var isRead: Bool { retained.storage?.isRead ?? false }

    /// Writes a list; an empty one is left out unless the text has one.
    @inlinable
    public mutating func write<Value: NodeWritable>(_ key: String, _ values: [Value]) {
        guard !values.isEmpty else { return writeEmpty(key) }
        var items = values.map { $0.makeNode() }
        let original = original(key)
        if let sources = original?.sequence {
            for index in items.indices.prefix(sources.count) { items[index] = asRead(items[index], sources[index]) }
        }
        write(key, node: .sequence(items, location: original?.location))
    }

    /// Writes a map; an empty one is left out unless the text has one.
    @inlinable
    public mutating func write<Value: NodeWritable>(_ key: String, _ values: OrderedDictionary<String, Value>) {
        guard !values.isEmpty else { return writeEmpty(key) }
        var mapping = Mapping()
        if let original = original(key)?.mapping, original.names == Array(values.keys) {
            // Keeps the nodes of the keys.
            for (entry, value) in zip(original.entries, values.values) {
                mapping.append(Mapping.Entry(key: entry.key, value: asRead(value.makeNode(), entry.value)))
            }
        } else if let original = original(key)?.mapping {
            mapping = merged(original, values)
        } else {
            for (name, value) in values { mapping[name] = value.makeNode() }
        }
        write(key, node: .mapping(mapping, location: original(key)?.location))
    }

    /// The node of the text, with its quotes and place, if `node` is a scalar that means the same; else `node`.
    @usableFromInline
    func asRead(_ node: Node, _ original: Node) -> Node {
        node.scalar != nil && node == original ? original : node
    }

    /// The written entries, and the nulls of the text.
    @usableFromInline
    func merged<Value: NodeWritable>(_ original: Mapping, _ values: OrderedDictionary<String, Value>) -> Mapping {
        var mapping = Mapping()
        for entry in original.entries {
            if let value = values[entry.name] {
                mapping.append(Mapping.Entry(key: entry.key, value: asRead(value.makeNode(), entry.value)))
            } else if entry.value.isNull() {
                mapping.append(entry)
            }
        }
        for (name, value) in values where original[name] == nil { mapping[name] = value.makeNode() }
        return mapping
    }

    @usableFromInline
    mutating func writeEmpty(_ key: String) {
        if let original = original(key), original.isNullOrEmpty || original.isMapOfNulls {
            write(key, node: original)
        } else {
            write(key, node: nil)
        }
    }

    /// The mapping.
    public func finish() -> Node {
        guard isRead, let source = retained.mapping else {
            var mapping = Mapping()
            for (key, value) in written {
                if let value { mapping[key] = value }
            }
            for entry in retained.unknown { mapping[entry.name] = entry.value }
            return .mapping(mapping)
        }
        var mapping = Mapping()
        for entry in source.entries {
            guard let field = written.first(where: { $0.key == entry.name }) else {
                mapping.append(entry)
                continue
            }
            if let value = field.value {
                // A scalar that means the same keeps its quotes and place; collections have seen to that themselves.
                mapping.append(Mapping.Entry(key: entry.key, value: asRead(value, entry.value)))
            } else if entry.value.isNull() {
                mapping.append(entry)
            }
        }
        for (key, value) in written {
            if let value, !source.contains(key) { mapping[key] = value }
        }
        return .mapping(mapping, location: retained.location)
    }
}

extension Node {
    /// Whether the node is a mapping whose values, all null, read as absent.
    fileprivate var isMapOfNulls: Bool { mapping?.entries.allSatisfy { $0.value.isNull() } ?? false }
}
