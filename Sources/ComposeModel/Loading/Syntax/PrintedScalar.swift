import YAMLTree

extension Node {
    /// The text that a scalar stands for where a text is wanted: numbers in the shortest form, `true` for `True`.
    /// Nil for null and for collections.
    var printed: String? {
        guard let scalar else { return nil }
        switch ScalarSchema.core.kind(of: scalar, tag: tag) {
        case .null: return nil
        case .integer: return scalar.text
        case .string: return scalar.isPlain ? Timestamp.printed(scalar.text) ?? scalar.text : scalar.text
        case .bool: return scalar.text.lowercased()
        case .float:
            return ScalarSchema.core.double(scalar.text).map { Self.shortest($0, exponentFrom: 6) } ?? scalar.text
        }
    }

    /// The shortest decimal text of a number; with an exponent below 10⁻⁴, and where it is at least `exponentFrom`.
    ///
    /// Go, and so the reference, prints numbers with 6 where a text is wanted.
    static func shortest(_ number: Double, exponentFrom: Int = 21) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Inf" : "+Inf" }
        var (digits, exponent) = significant(number.magnitude)
        let sign = number.sign == .minus ? "-" : ""
        let magnitude = exponent + digits.count - 1
        if magnitude < -4 || magnitude >= exponentFrom {
            let power = magnitude.magnitude < 10 ? "0\(magnitude.magnitude)" : "\(magnitude.magnitude)"
            let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
            return sign + String(digits.prefix(1)) + fraction + "e" + (magnitude < 0 ? "-" : "+") + power
        }
        if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
        if digits.count <= -exponent { digits = String(repeating: "0", count: -exponent - digits.count + 1) + digits }
        let point = digits.index(digits.endIndex, offsetBy: exponent)
        return sign + digits[..<point] + "." + digits[point...]
    }

    /// The digits of a number without leading and trailing zeros, and the power of ten of the last one.
    private static func significant(_ number: Double) -> (digits: String, exponent: Int) {
        let parts = "\(number)".split(separator: "e")
        var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        var digits = String(halves[0])
        if halves.count > 1 {
            digits += halves[1]
            exponent -= halves[1].count
        }
        while digits.count > 1, digits.last == "0" {
            digits.removeLast()
            exponent += 1
        }
        while digits.count > 1, digits.first == "0" { digits.removeFirst() }
        return digits == "0" ? ("0", 0) : (digits, exponent)
    }
}
