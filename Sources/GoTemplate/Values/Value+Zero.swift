extension Value {
    /// The zero of a type, which a missing key of a map of such elements gives.
    static func zero(of type: GoType) -> Value {
        switch type.kind {
        case .bool: .bool(false)
        case .int, .int32, .int64: .integer(0, type)
        case .uint, .uint8, .uint32, .uint64: .unsigned(0, type)
        case .float64: .float(0)
        case .string: .string(ByteString())
        case .slice: .list(ListValue([], type: type))
        case .map: .map(MapValue([:], type: type))
        default: .nilInterface
        }
    }
}
