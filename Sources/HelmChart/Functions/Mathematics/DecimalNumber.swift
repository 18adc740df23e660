import GoTemplate

/// A decimal number of any length: `digits` times ten to the power of `exponent`.
///
/// Written out here because charts need four operations on short numbers and no library of the standard has them.
struct DecimalNumber {
    private var isNegative = false
    /// The lowest digit first; empty for zero.
    private var digits: [UInt8] = []
    private var exponent = 0

    /// Zero.
    init() {}

    /// The shortest decimal number that is read back as the float.
    init(_ value: Double) throws(FunctionError) {
        guard value.isFinite else {
            throw FunctionError("Cannot create a Decimal from \(GoFormat.value(.float(value)).text)")
        }
        isNegative = value < 0
        let text = "\(value.magnitude)"
        let parts = text.split(separator: "e", maxSplits: 1)
        let mantissa = parts[0].utf8.filter { $0 != UInt8(ascii: ".") }.map { $0 - UInt8(ascii: "0") }
        let fraction = parts[0].utf8.firstIndex(of: UInt8(ascii: ".")).map { parts[0].utf8.suffix(from: $0).count - 1 }
        exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - (fraction ?? 0)
        digits = Digits.trimmed(mantissa.reversed())
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        exponent += zeros
    }

    private init(_ digits: [UInt8], _ exponent: Int, isNegative: Bool) {
        self.digits = digits
        self.exponent = exponent
        self.isNegative = isNegative && !digits.isEmpty
    }

    /// The nearest float.
    var double: Double {
        if digits.isEmpty { return 0 }
        let text = String(decoding: digits.reversed().map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
        return Double("\(isNegative ? "-" : "")\(text)e\(exponent)") ?? 0
    }

    static func + (a: DecimalNumber, b: DecimalNumber) throws(FunctionError) -> DecimalNumber {
        let exponent = min(a.exponent, b.exponent)
        let first = try a.scaled(to: exponent)
        let second = try b.scaled(to: exponent)
        if a.isNegative == b.isNegative {
            return DecimalNumber(Digits.sum(first, second), exponent, isNegative: a.isNegative)
        }
        if Digits.isLess(first, second) {
            return DecimalNumber(Digits.difference(second, first), exponent, isNegative: b.isNegative)
        }
        return DecimalNumber(Digits.difference(first, second), exponent, isNegative: a.isNegative)
    }

    static func - (a: DecimalNumber, b: DecimalNumber) throws(FunctionError) -> DecimalNumber {
        try a + DecimalNumber(b.digits, b.exponent, isNegative: !b.isNegative)
    }

    static func * (a: DecimalNumber, b: DecimalNumber) throws(FunctionError) -> DecimalNumber {
        try checkLength(a.digits.count + b.digits.count)
        let product = Digits.product(a.digits, b.digits)
        return DecimalNumber(product, a.exponent + b.exponent, isNegative: a.isNegative != b.isNegative)
    }

    /// The quotient with 16 decimal places, half away from zero.
    static func / (a: DecimalNumber, b: DecimalNumber) throws(FunctionError) -> DecimalNumber {
        if b.digits.isEmpty { throw FunctionError("decimal division by 0") }
        let places = 16
        let shift = a.exponent - b.exponent + places
        let dividend = try shift > 0 ? a.scaled(to: a.exponent - shift) : a.digits
        let divisor = try shift < 0 ? b.scaled(to: b.exponent + shift) : b.digits
        var (quotient, remainder) = Digits.quotient(dividend, divisor)
        if !Digits.isLess(Digits.sum(remainder, remainder), divisor) { quotient = Digits.sum(quotient, [1]) }
        return DecimalNumber(quotient, -places, isNegative: a.isNegative != b.isNegative)
    }

    /// The digits for a lower exponent.
    private func scaled(to exponent: Int) throws(FunctionError) -> [UInt8] {
        if digits.isEmpty { return [] }
        let zeros = self.exponent - exponent
        try Self.checkLength(digits.count + zeros)
        return [UInt8](repeating: 0, count: zeros) + digits
    }

    private static func checkLength(_ count: Int) throws(FunctionError) {
        if count > 10_000 { throw FunctionError("the number would have more than 10000 digits") }
    }
}
