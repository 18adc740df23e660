/// The values of plain scalars that a schema takes for numbers.
enum ScalarNumber {
    /// The exact number in the notation of JSON (RFC 8259, section 6): decimal, no leading zeros, digits on both sides
    /// of a point.
    ///
    /// Nil for infinity and not-a-number, and for integers in another base with more than `RadixText.longest` digits.
    static func json(_ bytes: ScalarRules.Bytes, _ kind: ScalarSchema.Kind, _ schema: ScalarSchema) -> [UInt8]? {
        var rest = bytes[...]
        var sign: [UInt8] = []
        if let first = rest.first, first == ascii("-") || first == ascii("+") {
            if first == ascii("-") { sign = [first] }
            rest.removeFirst()
        }
        let digits = rest.drop { $0 == ascii("_") }
        guard let magnitude = magnitude(digits, kind, schema) else { return nil }
        return sign + magnitude
    }

    private static func magnitude(
        _ digits: Slice<ScalarRules.Bytes>,
        _ kind: ScalarSchema.Kind,
        _ schema: ScalarSchema
    ) -> [UInt8]? {
        if kind == .integer, digits.first == ascii("0"), let second = digits.dropFirst().first {
            switch second | 0x20 {
            case ascii("x"): return RadixText.decimal(digits.dropFirst(2), radix: 16)
            case ascii("o"): return RadixText.decimal(digits.dropFirst(2), radix: 8)
            case ascii("b"): return RadixText.decimal(digits.dropFirst(2), radix: 2)
            default: if schema == .kubernetes { return RadixText.decimal(digits, radix: 8) }
            }
        }
        if kind == .float, let last = digits.last, last | 0x20 == ascii("f") || last | 0x20 == ascii("n") { return nil }
        return DecimalText(ScalarRules.Bytes(rebasing: digits)).json
    }
}
