import GoTemplate

/// Equality as JSON Schema has it: numbers by their value, whatever their type.
enum SchemaEquality {
    static func areEqual(_ a: Value, _ b: Value) -> Bool {
        switch (a, b) {
        case (.null, .null), (.null, .nilInterface), (.nilInterface, .null), (.nilInterface, .nilInterface): true
        case (.bool(let a), .bool(let b)): a == b
        case (.string(let a), .string(let b)): a == b
        case (.list(let a), .list(let b)):
            a.elements.count == b.elements.count && zip(a.elements, b.elements).allSatisfy(areEqual)
        case (.map(let a), .map(let b)):
            a.entries.count == b.entries.count
                && a.entries.allSatisfy { name, value in b[name].map { areEqual(value, $0) } ?? false }
        default:
            if let a = SchemaNumber.value(a), let b = SchemaNumber.value(b) { a == b } else { false }
        }
    }

    /// The first two places with equal values.
    static func duplicates(_ elements: [Value]) -> (Int, Int)? {
        var known: [[UInt8]: Int] = [:]
        for (index, element) in elements.enumerated() {
            let key = canonical(element)
            if let first = known[key] { return (first, index) }
            known[key] = index
        }
        return nil
    }

    /// Bytes that are the same for equal values alone.
    private static func canonical(_ value: Value) -> [UInt8] {
        switch value {
        case .string(let text): [UInt8(ascii: "\"")] + Array("\(text.bytes.count):".utf8) + text.bytes
        case .bool(let flag): [flag ? UInt8(ascii: "t") : UInt8(ascii: "f")]
        case .list(let list): [UInt8(ascii: "[")] + list.elements.flatMap(canonical) + [UInt8(ascii: "]")]
        case .map(let map):
            [UInt8(ascii: "{")]
                + map.sortedKeys.flatMap { canonical(.string($0)) + canonical(map[$0] ?? .null) } + [UInt8(ascii: "}")]
        default: Array((SchemaNumber.value(value).map { "#\($0);" } ?? "n").utf8)
        }
    }
}
