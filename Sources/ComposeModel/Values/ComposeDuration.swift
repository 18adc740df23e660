import YAMLTree

/// A span of time as Compose writes it: `1m30s`, `500ms`, `1.5h`.
///
/// Units are `ns`, `us` (also `µs`), `ms`, `s`, `m`, `h`, `d` (24 hours) and `w` (7 days) (Compose Specification,
/// "Specifying durations"). The canonical text is that of Go's `time.Duration`, whose greatest unit is the hour.
public struct ComposeDuration: Sendable, Hashable {
    /// The span in nanoseconds; about 292 years fit.
    public var nanoseconds: Int64

    /// Creates a span of nanoseconds.
    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// Creates a span of whole seconds, bounded by what fits.
    public static func seconds(_ seconds: Int) -> ComposeDuration {
        let (product, overflow) = Int64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
        return ComposeDuration(nanoseconds: overflow ? (seconds < 0 ? .min : .max) : product)
    }

    /// The span in seconds, rounded up to a whole number: for systems that count no finer.
    public var wholeSeconds: Int {
        let (quotient, remainder) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        return Int(quotient) + (remainder > 0 ? 1 : 0)
    }

    /// The span in seconds with its fraction.
    public var inSeconds: Double { Double(nanoseconds) / 1e9 }
}

extension ComposeDuration: Comparable {
    /// Orders from short to long.
    public static func < (lhs: ComposeDuration, rhs: ComposeDuration) -> Bool { lhs.nanoseconds < rhs.nanoseconds }
}

extension ComposeDuration: TextValue {
    /// `a duration`.
    public static var expectation: String { "a duration" }
    /// An example with two units.
    public static var example: String { "1m30s" }

    private static func scale(of unit: Substring.UTF8View) -> Int64? {
        switch String(Substring(unit)) {
        case "ns": 1
        case "us", "µs", "μs": 1_000
        case "ms": 1_000_000
        case "s": 1_000_000_000
        case "m": 60_000_000_000
        case "h": 3_600_000_000_000
        case "d": 86_400_000_000_000
        case "w": 604_800_000_000_000
        default: nil
        }
    }

    /// Reads numbers with units, such as `1h30m`, after an optional sign, or `0`.
    ///
    /// Answers nil for a number without a unit, an unknown unit, and a span that does not fit. O(n).
    public init?(_ text: String) {
        var rest = text.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        if rest.elementsEqual([UInt8(ascii: "0")]) {
            self.init(nanoseconds: 0)
            return
        }
        guard !rest.isEmpty else { return nil }
        var total: Int64 = 0
        while !rest.isEmpty {
            guard let part = Self.takePart(&rest) else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(part)
            if overflow { return nil }
            total = sum
        }
        self.init(nanoseconds: isNegative ? -total : total)
    }

    /// Takes a number with its unit from the front of `rest`.
    private static func takePart(_ rest: inout Substring.UTF8View) -> Int64? {
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        let whole = rest.prefix(while: isDigit)
        rest = rest[whole.endIndex...]
        var fraction = rest.prefix(0)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = rest.prefix(while: isDigit)
            rest = rest[fraction.endIndex...]
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        let unit = rest.prefix { !isDigit($0) && $0 != UInt8(ascii: ".") }
        rest = rest[unit.endIndex...]
        guard let scale = scale(of: unit) else { return nil }

        guard let units = whole.isEmpty ? 0 : Int64(String(Substring(whole))) else { return nil }
        let (product, overflow) = units.multipliedReportingOverflow(by: scale)
        if overflow { return nil }
        // Digits below a nanosecond are cut, as Go does.
        var part: Int64 = 0
        var place = scale
        for digit in fraction {
            if place % 10 != 0 {
                part += Int64(Double(place) * Double(digit - UInt8(ascii: "0")) / 10)
                break
            }
            place /= 10
            part += place * Int64(digit - UInt8(ascii: "0"))
        }
        let (sum, carried) = product.addingReportingOverflow(part)
        return carried ? nil : sum
    }
}

extension ComposeDuration: CustomStringConvertible {
    /// The canonical text: `1m30s`, `1h0m0s`, `1.5s`, `250ms`, `0s`.
    public var description: String {
        if nanoseconds == 0 { return "0s" }
        let magnitude = nanoseconds.magnitude
        let sign = nanoseconds < 0 ? "-" : ""
        if magnitude < 1_000 { return "\(sign)\(magnitude)ns" }
        if magnitude < 1_000_000 { return sign + Self.decimal(magnitude, 1_000) + "µs" }
        if magnitude < 1_000_000_000 { return sign + Self.decimal(magnitude, 1_000_000) + "ms" }
        let minutes = magnitude / 60_000_000_000
        let seconds = Self.decimal(magnitude % 60_000_000_000, 1_000_000_000) + "s"
        if minutes == 0 { return sign + seconds }
        if minutes < 60 { return "\(sign)\(minutes)m\(seconds)" }
        return "\(sign)\(minutes / 60)h\(minutes % 60)m\(seconds)"
    }

    /// `value / unit` without trailing zeros; `unit` is a power of ten.
    private static func decimal(_ value: UInt64, _ unit: UInt64) -> String {
        let (whole, remainder) = value.quotientAndRemainder(dividingBy: unit)
        if remainder == 0 { return String(whole) }
        var digits = String(unit + remainder).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(digits)"
    }
}
