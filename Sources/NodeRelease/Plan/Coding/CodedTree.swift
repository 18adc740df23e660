import YAMLTree

/// A tree as `Codable` sees it: keyed and unkeyed containers, texts, whole numbers, Booleans and null.
///
/// Decoders of JSON do not keep the order of keys, so that the keys of what is decoded are sorted.
struct CodedTree: Codable {
    let node: Node

    init(node: Node) {
        self.node = node
    }

    init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: Key.self) {
            let keys = container.allKeys.sorted { $0.stringValue < $1.stringValue }
            node = .mapping(
                Mapping(try keys.map { ($0.stringValue, try container.decode(CodedTree.self, forKey: $0).node) })
            )
        } else if var container = try? decoder.unkeyedContainer() {
            var items: [Node] = []
            while !container.isAtEnd { items.append(try container.decode(CodedTree.self).node) }
            node = .sequence(items)
        } else {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                node = .null()
            } else if let value = try? container.decode(Bool.self) {
                node = .bool(value)
            } else if let value = try? container.decode(Int64.self) {
                node = .integer(value)
            } else if let value = try? container.decode(UInt64.self) {
                node = .integer(value)
            } else if let value = try? container.decode(Double.self) {
                node = .plain(String(value))
            } else {
                node = .string(try container.decode(String.self))
            }
        }
    }

    func encode(to encoder: any Encoder) throws {
        switch node.content {
        case .mapping(let mapping):
            var container = encoder.container(keyedBy: Key.self)
            for entry in mapping.entries {
                try container.encode(CodedTree(node: entry.value), forKey: Key(stringValue: entry.name))
            }
        case .sequence(let items):
            var container = encoder.unkeyedContainer()
            for item in items { try container.encode(CodedTree(node: item)) }
        case .scalar(let scalar):
            var container = encoder.singleValueContainer()
            if let text = node.string() {
                try container.encode(text)
            } else if node.isNull() {
                try container.encodeNil()
            } else if let value = Bool(scalar.text) {
                try container.encode(value)
            } else if let value = Int64(scalar.text) {
                try container.encode(value)
            } else if let value = UInt64(scalar.text) {
                try container.encode(value)
            } else {
                try container.encode(Double(scalar.text))
            }
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) {
            self.stringValue = stringValue
        }

        init?(intValue: Int) { nil }
    }
}
