import GoTemplate

/// Exact questions about numbers, which are decimal texts in schemas and values.
enum SchemaNumber {
    static func value(_ value: Value) -> Double? {
        switch value {
        case .float(let number): number
        case .integer(let number, _): Double(number)
        case .unsigned(let number, _): Double(number)
        default: nil
        }
    }

    static func isInteger(_ number: Double) -> Bool { number.rounded(.towardZero) == number }

    /// Whether `value` is a whole multiple of `unit`, of the decimal numbers that they stand for.
    static func isMultiple(_ value: Double, of unit: Double) -> Bool {
        guard let (digits, exponent) = decimal(value), let (divisor, scale) = decimal(unit), divisor != 0 else {
            return false
        }
        if digits == 0 { return true }
        var (dividend, modulus) = (UInt128(digits), UInt128(divisor))
        if exponent >= scale {
            dividend %= modulus
            for _ in 0..<(exponent - scale) { dividend = dividend * 10 % modulus }
            return dividend == 0
        }
        for _ in 0..<(scale - exponent) {
            modulus *= 10
            if modulus > dividend { return false }
        }
        return dividend % modulus == 0
    }

    /// The digits and the power of ten of the shortest decimal number, without its sign.
    private static func decimal(_ number: Double) -> (digits: UInt64, exponent: Int)? {
        guard number.isFinite else { return nil }
        let parts = GoFormat.float(number.magnitude, "e").text.split(separator: "e")
        guard parts.count == 2, let power = Int(parts[1]) else { return nil }
        let fraction = parts[0].split(separator: ".").dropFirst().first ?? ""
        guard let digits = UInt64(parts[0].filter { $0 != "." }) else { return nil }
        return (digits, power - fraction.count)
    }
}
