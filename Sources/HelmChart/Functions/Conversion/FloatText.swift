import GoTemplate

/// Floats as Go's `strconv.ParseFloat` reads them.
enum FloatText {
    /// The number; nil for what is none, or too large.
    static func parse(_ text: ByteString) -> Double? {
        var digits = text.bytes[...]
        var isNegative = false
        if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            digits = digits.dropFirst()
        }
        guard let magnitude = named(digits) ?? GoNumber.float(String(decoding: digits, as: UTF8.self)) else {
            return nil
        }
        return isNegative ? -magnitude : magnitude
    }

    private static func named(_ bytes: ArraySlice<UInt8>) -> Double? {
        guard bytes.count <= 8 else { return nil }
        return switch String(decoding: bytes, as: UTF8.self).lowercased() {
        case "inf", "infinity": Double.infinity
        case "nan": Double.nan
        default: nil
        }
    }
}
