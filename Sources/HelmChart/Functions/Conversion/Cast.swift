import GoTemplate

/// Numbers out of any value, as the library cast makes them: 0 where there is none.
extension Value {
    /// The integer: floats cut off, texts with the prefixes `0x`, `0o`, `0b` and `0`, and with `.0` at the end.
    var castToInteger: Int64 {
        switch self {
        case .bool(let value): value ? 1 : 0
        case .integer(let value, let type): Self.castTypes.contains(type.name) ? value : 0
        case .unsigned(let value, let type): Self.castTypes.contains(type.name) ? Int64(truncatingIfNeeded: value) : 0
        case .float(let value): value.goInteger
        case .string(let text): GoNumber.integer(Self.withoutZeroFraction(text.bytes).text) ?? 0
        default: 0
        }
    }

    /// The float; texts as Go writes floats, with `inf` and `nan`.
    var castToFloat: Double {
        switch self {
        case .bool(let value): value ? 1 : 0
        case .integer(let value, let type): Self.castTypes.contains(type.name) ? Double(value) : 0
        case .unsigned(let value, let type): Self.castTypes.contains(type.name) ? Double(value) : 0
        case .float(let value): value
        case .string(let text): FloatText.parse(text) ?? 0
        default: 0
        }
    }

    /// The integer types that are converted. Others with their own name, such as `time.Duration`, are not.
    private static let castTypes: Set<String> = [
        "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "time.Month",
        "time.Weekday",
    ]

    /// The text up to the last point that a zero follows, if nothing but zeros and points comes after it.
    private static func withoutZeroFraction(_ bytes: [UInt8]) -> ByteString {
        var hasZero = false
        for (index, byte) in bytes.enumerated().reversed() {
            if byte == UInt8(ascii: ".") {
                if hasZero { return ByteString(Array(bytes[..<index])) }
            } else if byte == UInt8(ascii: "0") {
                hasZero = true
            } else {
                break
            }
        }
        return ByteString(bytes)
    }
}

extension Double {
    /// What Go's conversion to `int` gives on the processors that Helm runs on: cut off, and the least integer for
    /// what does not fit.
    var goInteger: Int64 { Int64(exactly: rounded(.towardZero)) ?? Int64.min }
}
