/// A value of a template, with the type that Go would see.
package enum Value {
    /// Nothing: a nil that has no type.
    case null
    /// A nil that lies in a map or list whose elements are interfaces. Field access tells it from ``null``: the one is
    /// an error, the other gives nothing again. Functions never receive it.
    case nilInterface
    case bool(Bool)
    /// A signed integer of type `int`, `int32` or `int64`.
    case integer(Int64, GoType)
    /// An unsigned integer of type `uint`, `uint8`, `uint32` or `uint64`.
    case unsigned(UInt64, GoType)
    case float(Double)
    case string(ByteString)
    /// A slice: `[]interface {}`, `[]string`, `[]int` and so on.
    case list(ListValue)
    /// A map with string keys. A reference: what one holder sets, all see.
    case map(MapValue)
    /// A value with fields and methods of its own.
    case object(any TemplateObject)

    package static func int(_ value: Int) -> Value { .integer(Int64(value), .int) }
    package static func int64(_ value: Int64) -> Value { .integer(value, .int64) }
    package static func text(_ text: String) -> Value { .string(ByteString(text)) }
    package static func list(_ elements: [Value]) -> Value { .list(ListValue(elements)) }

    /// What `%T` and `kindOf` name. Of ``null`` there is none.
    package var type: GoType? {
        switch self {
        case .null: nil
        case .nilInterface: .any
        case .bool: .bool
        case .integer(_, let type), .unsigned(_, let type): type
        case .float: .float64
        case .string: .string
        case .list(let list): list.type
        case .map(let map): map.type
        case .object(let object): object.type
        }
    }

    package var isNil: Bool {
        switch self {
        case .null, .nilInterface: true
        default: false
        }
    }

    /// The same, with a nil that lay in a container as the nil that a pipeline passes on.
    package var unwrapped: Value {
        if case .nilInterface = self { return .null }
        return self
    }

    /// The same, as an element of a container of interfaces.
    package var contained: Value {
        if case .null = self { return .nilInterface }
        return self
    }

    /// Truth as `if` takes it: not the zero of its type, not empty.
    package var isTrue: Bool {
        switch self {
        case .null, .nilInterface: false
        case .bool(let value): value
        case .integer(let value, _): value != 0
        case .unsigned(let value, _): value != 0
        case .float(let value): value != 0
        case .string(let value): !value.bytes.isEmpty
        case .list(let list): !list.elements.isEmpty
        case .map(let map): !map.entries.isEmpty
        case .object(let object): object.isTrue
        }
    }
}
