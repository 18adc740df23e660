import GoTemplate

/// A value that does not change and can be shared between renderings.
indirect enum FixedValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int64)
    case float(Double)
    case string(ByteString)
    case list([FixedValue])
    case map([ByteString: FixedValue])

    /// Copies a value of a values file or of `--set`; other types do not occur there.
    init(_ value: Value) {
        switch value {
        case .bool(let value): self = .bool(value)
        case .integer(let value, _): self = .integer(value)
        case .unsigned(let value, _): self = .float(Double(value))
        case .float(let value): self = .float(value)
        case .string(let value): self = .string(value)
        case .list(let list): self = .list(list.elements.map(FixedValue.init))
        case .map(let map): self = .map(map.entries.mapValues(FixedValue.init))
        case .null, .nilInterface, .object: self = .null
        }
    }

    /// A copy that can be changed.
    func makeValue() -> Value {
        switch self {
        case .null: .nilInterface
        case .bool(let value): .bool(value)
        case .integer(let value): .int64(value)
        case .float(let value): .float(value)
        case .string(let value): .string(value)
        case .list(let elements): .list(elements.map { $0.makeValue() })
        case .map(let entries): .map(MapValue(entries.mapValues { $0.makeValue() }))
        }
    }
}
