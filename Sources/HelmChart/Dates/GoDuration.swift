import GoTemplate

/// A span of time: Go's `time.Duration`.
struct GoDuration: Hashable, Sendable {
    var nanoseconds: Int64

    static let second = GoDuration(nanoseconds: 1_000_000_000)

    private static let units: [String: UInt64] = [
        "ns": 1, "us": 1000, "\u{B5}s": 1000, "\u{3BC}s": 1000, "ms": 1_000_000, "s": 1_000_000_000,
        "m": 60_000_000_000, "h": 3_600_000_000_000,
    ]

    init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// Reads `1h30m`, `-1.5s` and their like.
    ///
    /// - Throws: Go's message if the text is no duration or none that fits.
    init(parsing text: ByteString) throws(FunctionError) {
        let quoted = GoTimeText.quoted(text.bytes)
        let invalid = FunctionError("time: invalid duration \(quoted)")
        var rest = text.bytes[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        if rest.elementsEqual("0".utf8) {
            nanoseconds = 0
            return
        }
        guard !rest.isEmpty else { throw invalid }
        var sum: UInt64 = 0
        while !rest.isEmpty {
            guard let (whole, fraction, scale) = Self.number(&rest) else { throw invalid }
            let name = rest.prefix { $0 != UInt8(ascii: ".") && !GoTimeText.isDigit($0) }
            if name.isEmpty { throw FunctionError("time: missing unit in duration \(quoted)") }
            rest = rest[name.endIndex...]
            guard let unit = Self.units[String(decoding: name, as: UTF8.self)] else {
                throw FunctionError("time: unknown unit \(GoTimeText.quoted(Array(name))) in duration \(quoted)")
            }
            guard whole <= (1 << 63) / unit else { throw invalid }
            var value = whole * unit
            if fraction > 0 { value += UInt64(Double(fraction) * (Double(unit) / scale)) }
            guard value <= 1 << 63 else { throw invalid }
            sum += value
            guard sum <= 1 << 63 else { throw invalid }
        }
        if !isNegative, sum == 1 << 63 { throw invalid }
        nanoseconds = isNegative ? Int64(truncatingIfNeeded: 0 &- sum) : Int64(truncatingIfNeeded: sum)
    }

    /// Reads digits with a point; the fraction is a number and what to divide it by. Nil if there are none.
    private static func number(_ rest: inout ArraySlice<UInt8>) -> (UInt64, UInt64, Double)? {
        let whole = rest.prefix(while: GoTimeText.isDigit)
        rest = rest[whole.endIndex...]
        var integer: UInt64 = 0
        for byte in whole {
            if integer > (1 << 63) / 10 { return nil }
            integer = integer * 10 + UInt64(byte - UInt8(ascii: "0"))
            if integer > 1 << 63 { return nil }
        }
        var (fraction, scale) = (UInt64(0), 1.0)
        guard rest.first == UInt8(ascii: ".") else { return whole.isEmpty ? nil : (integer, 0, 1) }
        rest.removeFirst()
        let digits = rest.prefix(while: GoTimeText.isDigit)
        rest = rest[digits.endIndex...]
        for byte in digits where fraction <= UInt64(Int64.max) / 10 {
            let next = fraction * 10 + UInt64(byte - UInt8(ascii: "0"))
            if next > 1 << 63 { break }
            (fraction, scale) = (next, scale * 10)
        }
        return whole.isEmpty && digits.isEmpty ? nil : (integer, fraction, scale)
    }

    /// To whole multiples; halves go away from zero.
    func rounded(to unit: GoDuration) -> GoDuration {
        guard unit.nanoseconds > 0 else { return self }
        let rest = nanoseconds % unit.nanoseconds
        let isUp = rest.magnitude >= unit.nanoseconds.magnitude - rest.magnitude
        let base = nanoseconds - rest
        if !isUp { return GoDuration(nanoseconds: base) }
        let step = nanoseconds < 0 ? -unit.nanoseconds : unit.nanoseconds
        let (sum, overflows) = base.addingReportingOverflow(step)
        return GoDuration(nanoseconds: overflows ? (nanoseconds < 0 ? .min : .max) : sum)
    }
}

extension GoDuration: CustomStringConvertible {
    /// `1h2m3.5s`, and below a second the largest unit that has a whole part.
    var description: String {
        let magnitude = nanoseconds.magnitude
        let sign = nanoseconds < 0 ? "-" : ""
        if magnitude == 0 { return "0s" }
        if magnitude < 1000 { return "\(sign)\(magnitude)ns" }
        if magnitude < 1_000_000 { return sign + Self.decimal(magnitude, 3) + "\u{B5}s" }
        if magnitude < 1_000_000_000 { return sign + Self.decimal(magnitude, 6) + "ms" }
        let minutes = magnitude / 60_000_000_000
        let seconds = Self.decimal(magnitude % 60_000_000_000, 9) + "s"
        if minutes == 0 { return sign + seconds }
        return sign + (minutes < 60 ? "" : "\(minutes / 60)h") + "\(minutes % 60)m" + seconds
    }

    /// A number whose last digits are a fraction, without zeros at the end.
    private static func decimal(_ value: UInt64, _ places: Int) -> String {
        let digits = String(value)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        var fraction = padded.suffix(places)
        while fraction.last == "0" { fraction.removeLast() }
        return padded.dropLast(places) + (fraction.isEmpty ? "" : "." + fraction)
    }
}
