public import OrderedCollections

/// Writes the fields of a value as a mapping.
///
/// When the value was read from a text, unchanged fields come out as they were, in their order, with unknown fields
/// and explicit nulls; changed fields keep their place and new ones follow. Absent values are left out. A value without
/// changes is written without building anything: its node shares the storage of the node that it was read from.
public struct MappingWriter {
    private let retained: RetainedFields
    /// The mapping of the text.
    private let source: Mapping?
    /// What changed among the fields of the text, by position; nil stands for a field to leave out.
    private var changes: [(position: Int, value: Node?)] = []
    /// The fields that the text does not have.
    private var added = Mapping()

    /// Creates a writer for a value that was read from `fields`.
    public init(retaining fields: RetainedFields = .none) {
        self.retained = fields
        self.source = fields.storage?.isRead ?? false ? fields.mapping : nil
    }

    /// The node from which the field was read.
    public func original(_ key: String) -> Node? { source?[key] }

    /// Whether the value was read from a text.
    public var isRead: Bool { source != nil }

    /// Writes a field, or leaves it out when `node` is nil. A key is written once.
    public mutating func write(_ key: String, node: Node?) {
        guard let source, let position = source.position(of: key) else {
            if let node { added[key] = node }
            return
        }
        let original = source.entries[position].value
        if let node {
            if !node.isUnchanged(from: original) { changes.append((position, node)) }
        } else if !original.isNull() {
            changes.append((position, nil))
        }
    }

    /// The mapping.
    public func finish() -> Node {
        guard let source else {
            var mapping = added
            for entry in retained.unknown { mapping[entry.name] = entry.value }
            return .mapping(mapping)
        }
        guard !changes.isEmpty || !added.isEmpty else { return .mapping(source, location: retained.location) }
        var entries = source.entries
        for case (let position, let value?) in changes { entries[position].value = value }
        let left = changes.lazy.filter { $0.value == nil }.map(\.position)
        for position in left.sorted(by: >) { entries.remove(at: position) }
        return .mapping(Mapping(entries + added.entries), location: retained.location)
    }
}

// MARK: - Scalars and structures

extension MappingWriter {
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
        if let value, let scalar = original(key)?.scalar, scalar.isPlain,
            parse(retained.storage?.schema ?? .core, scalar.text) == value
        {
            return
        }
        write(key, node: value?.makeNode())
    }

    /// Writes a field that the format requires: a value made by a program has it even when it equals `fallback`; one
    /// that was read without it, or with null, stays so.
    @inlinable
    public mutating func write<Value: NodeWritable & Equatable>(
        required key: String,
        _ value: Value,
        default fallback: Value
    ) {
        write(key, isRead && isAbsentOrNull(key) && value == fallback ? nil : value)
    }

    @usableFromInline
    func isAbsentOrNull(_ key: String) -> Bool { original(key)?.isNull(.kubernetes) ?? true }
}

// MARK: - Lists and maps

extension MappingWriter {
    /// Writes a list; an empty one is left out unless the text has one.
    @inlinable
    public mutating func write<Value: NodeWritable>(_ key: String, _ values: [Value]) {
        guard !values.isEmpty else { return writeEmpty(key) }
        guard let original = original(key), let sources = original.sequence else {
            return write(key, node: .sequence(values.map { $0.makeNode() }))
        }
        var items = sources
        if items.count > values.count { items.removeLast(items.count - values.count) }
        for index in values.indices {
            let node = values[index].makeNode()
            if index >= sources.count {
                items.append(node)
            } else if !isUnchanged(node, item: sources[index]) {
                items[index] = node
            }
        }
        write(key, node: .sequence(items, location: original.location))
    }

    /// Writes a map; an empty one is left out unless the text has one.
    @inlinable
    public mutating func write<Value: NodeWritable>(_ key: String, _ values: OrderedDictionary<String, Value>) {
        guard !values.isEmpty else { return writeEmpty(key) }
        guard let original = original(key), let source = original.mapping else {
            var mapping = Mapping()
            for (name, value) in values { mapping[name] = value.makeNode() }
            return write(key, node: .mapping(mapping))
        }
        var mapping = source
        var kept = 0
        for position in source.entries.indices {
            guard let value = values[source.entries[position].name] else { continue }
            kept += 1
            let node = value.makeNode()
            if !isUnchanged(node, item: source.entries[position].value) {
                mapping.modifyValue(at: position) { $0 = node }
            }
        }
        if kept < source.count {
            mapping.removeAll { values[$0.name] == nil && !$0.value.isNull() }
        }
        if kept < values.count {
            for (name, value) in values where source[name] == nil { mapping[name] = value.makeNode() }
        }
        write(key, node: .mapping(mapping, location: original.location))
    }

    /// Whether an item of a list, or a value of a map, is the one that was read from `original`; null reads as empty values
    /// in some formats.
    @usableFromInline
    func isUnchanged(_ node: Node, item original: Node) -> Bool {
        node.isUnchanged(from: original)
            || retained.storage?.schema == .kubernetes && node.isEmptyValue && original.isNull(.kubernetes)
    }

    @usableFromInline
    mutating func writeEmpty(_ key: String) {
        if let original = original(key), original.isNullOrEmpty || original.isMapOfNulls { return }
        write(key, node: nil)
    }
}

extension Node {
    /// Whether the node of a field is the one that its value was read from: a scalar that means the same, so that the
    /// quotes of the text can stay, or a collection that shares its storage.
    @usableFromInline
    func isUnchanged(from original: Node) -> Bool {
        switch (content, original.content) {
        case (.scalar(let left), .scalar(let right)):
            tag == original.tag && (left == right || !left.isPlain && left.text == right.text && original.isString)
        case (.sequence(let left), .sequence(let right)): left.sharesStorage(with: right)
        case (.mapping(let left), .mapping(let right)): left.entries.sharesStorage(with: right.entries)
        default: false
        }
    }

    /// Whether the node is what a null item reads as.
    fileprivate var isEmptyValue: Bool {
        switch content {
        case .scalar(let scalar): ["", "0", "false"].contains(scalar.text)
        case .sequence(let items): items.isEmpty
        case .mapping(let mapping): mapping.isEmpty
        }
    }

    /// Whether the node is a string under every schema.
    private var isString: Bool { string(.core) != nil && string(.kubernetes) != nil }

    /// Whether the node is a mapping whose values, all null, read as absent.
    fileprivate var isMapOfNulls: Bool { mapping?.entries.allSatisfy { $0.value.isNull() } ?? false }
}

extension Array {
    fileprivate func sharesStorage(with other: [Element]) -> Bool {
        withUnsafeBufferPointer { own in other.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress } }
            && count == other.count
    }
}
