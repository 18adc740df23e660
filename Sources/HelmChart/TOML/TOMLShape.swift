import GoTemplate

/// What a value is in TOML, where tables are written in another way than all else.
enum TOMLShape {
    typealias Fields = [(name: ByteString, value: Value)]

    /// Nil, which TOML does not have.
    case none
    case plain
    case table(Fields)
    /// A list of nothing but tables.
    case tables([Fields])

    static let nilElement = FunctionError("toml: cannot encode array with nil element")

    init(_ value: Value) throws(FunctionError) {
        switch value {
        case .null, .nilInterface: self = .none
        case .map(let map): self = map.isAbsent ? .none : .table(Self.fields(of: map))
        case .list(let list): self = try Self.list(list.elements)
        case .object(let object):
            switch SerialisedForm(object, .toml) {
            case .fields(let fields): self = .table(fields)
            case .elements(let elements): self = try Self.list(elements)
            case .text, .moment, .integer, .unsupported: self = .plain
            }
        default: self = .plain
        }
    }

    static func fields(of map: MapValue) -> Fields {
        map.sortedKeys.map { ($0, map[$0] ?? .null) }
    }

    private static func list(_ elements: [Value]) throws(FunctionError) -> TOMLShape {
        var tables: [Fields] = []
        for element in elements {
            if element.isNil { throw nilElement }
            if case .table(let fields) = try TOMLShape(element) { tables.append(fields) }
        }
        return !elements.isEmpty && tables.count == elements.count ? .tables(tables) : .plain
    }
}

/// Characters of TOML.
enum TOMLCharacter {
    /// The letters of escapes by the bytes that they stand for.
    static let escapes: [UInt8: UInt8] = [
        0x08: UInt8(ascii: "b"), 0x09: UInt8(ascii: "t"), 0x0A: UInt8(ascii: "n"), 0x0C: UInt8(ascii: "f"),
        0x0D: UInt8(ascii: "r"), 0x22: UInt8(ascii: "\""), 0x5C: UInt8(ascii: "\\"),
    ]

    static func isBareKey(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
