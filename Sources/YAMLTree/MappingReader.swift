public import Diagnostics
public import OrderedCollections

/// Reads the fields of a mapping and remembers which it did not.
///
/// Absent fields and fields that are null read as nil, or as an empty list or map.
public struct MappingReader {
    /// The mapping.
    public let mapping: Mapping
    /// Where the mapping begins.
    public let location: SourceLocation?
    /// What the readers of the document share.
    public let context: ReadingContext
    private var readPositions: UInt64 = 0
    private var furtherReadPositions: Set<Int> = []

    /// Creates a reader.
    public init(_ mapping: Mapping, location: SourceLocation?, context: ReadingContext) {
        self.mapping = mapping
        self.location = location
        self.context = context
    }

    private mutating func markRead(_ position: Int) {
        if position < 64 { readPositions |= 1 << UInt64(position) } else { furtherReadPositions.insert(position) }
    }

    private func isRead(_ position: Int) -> Bool {
        position < 64 ? readPositions & (1 << UInt64(position)) != 0 : furtherReadPositions.contains(position)
    }

    /// The node of a field, null included; marks the field as read.
    public mutating func node(_ key: String) -> Node? {
        guard let position = mapping.position(of: key) else { return nil }
        markRead(position)
        return mapping.entries[position].value
    }

    /// The node of a field unless it is null; marks the field as read.
    public mutating func present(_ key: String) -> Node? {
        guard let node = node(key), !node.isNull(context.schema) else { return nil }
        return node
    }

    /// The value of a field.
    @inlinable
    public mutating func value<Value: NodeReadable>(_ key: String, as type: Value.Type = Value.self) -> Value? {
        guard let node = present(key) else { return nil }
        return context.within(.key(key)) { Value(reading: node, context) }
    }

    /// The value of a field, or `fallback` when it is absent, null or not readable.
    @inlinable
    public mutating func value<Value: NodeReadable>(_ key: String, default fallback: @autoclosure () -> Value) -> Value
    {
        value(key) ?? fallback()
    }

    /// The items of a list; items that cannot be read are left out after a problem was recorded.
    @inlinable
    public mutating func list<Value: NodeReadable>(_ key: String, of type: Value.Type = Value.self) -> [Value] {
        guard let node = present(key) else { return [] }
        return context.within(.key(key)) {
            guard case .sequence(let items) = node.content else {
                context.wrongType(node, expected: "a list")
                return []
            }
            var values: [Value] = []
            values.reserveCapacity(items.count)
            for index in items.indices {
                context.within(.index(index)) {
                    if let value = Value(reading: items[index], context) { values.append(value) }
                }
            }
            return values
        }
    }

    /// The entries of a map from strings; values that are null (unless the format takes those for empty values) or cannot
    /// be read are left out, the latter after a problem was recorded.
    @inlinable
    public mutating func map<Value: NodeReadable>(
        _ key: String,
        of type: Value.Type = Value.self
    ) -> OrderedDictionary<String, Value> {
        guard let node = present(key) else { return [:] }
        return context.within(.key(key)) {
            guard case .mapping(let mapping) = node.content else {
                context.wrongType(node, expected: "a mapping")
                return [:]
            }
            var values = OrderedDictionary<String, Value>(minimumCapacity: mapping.count)
            let hasNulls = context.schema == .kubernetes
            for entry in mapping.entries where hasNulls || !entry.value.isNull(context.schema) {
                guard let name = entry.key.text else {
                    context.wrongType(entry.key, expected: "a string as key")
                    continue
                }
                context.within(.key(name)) {
                    if let value = Value(reading: entry.value, context) { values[name] = value }
                }
            }
            return values
        }
    }

    /// The entries that no call has read.
    public var unread: [Mapping.Entry] {
        mapping.entries.indices.filter { !isRead($0) }.map { mapping.entries[$0] }
    }

    /// The mapping, to be kept by the value that was read from it; to be called last.
    public func retained() -> RetainedFields {
        let unknown = mapping.count > 64 || hasUnread ? unread : []
        if let code = context.unknownFieldCode {
            for entry in unknown {
                context.within(.key(entry.name)) {
                    context.problem(code, "the field is not known", at: entry.key.location)
                }
            }
        }
        return RetainedFields(mapping, location: location, unknown: unknown, schema: context.schema)
    }

    private var hasUnread: Bool {
        readPositions.nonzeroBitCount < mapping.count
    }
}
