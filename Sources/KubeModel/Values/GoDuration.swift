/// A span of time in the notation of Go, which Kubernetes uses where a span is a text: `90s`, `1h30m`, `1.5s`.
///
/// Spans are exact to the nanosecond and reach to about 292 years, as in Go.
public struct GoDuration: Sendable, Hashable {
    /// The span in billionths of a second.
    public var nanoseconds: Int64

    /// Creates a span.
    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// Whole seconds; cut to what fits.
    public static func seconds(_ count: Int) -> GoDuration {
        let (product, overflow) = Int64(count).multipliedReportingOverflow(by: 1_000_000_000)
        return GoDuration(nanoseconds: overflow ? (count < 0 ? .min : .max) : product)
    }

    /// The span as the standard library measures it.
    public var duration: Duration { .nanoseconds(nanoseconds) }
}

extension GoDuration: LosslessStringConvertible {
    private static let units: [(name: String, nanoseconds: Int64)] = [
        ("h", 3_600_000_000_000), ("m", 60_000_000_000), ("s", 1_000_000_000), ("ms", 1_000_000), ("us", 1000),
        ("\u{B5}s", 1000), ("\u{3BC}s", 1000), ("ns", 1),
    ]

    /// Reads a text: numbers with units, of which hours, minutes and smaller ones may follow each other, behind at most one
    /// sign; nil for any other text, and for spans beyond 64 bits. Digits beyond a nanosecond are cut. O(n).
    public init?(_ description: String) {
        var rest = description.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard !rest.isEmpty else { return nil }
        if rest.elementsEqual("0".utf8) {
            self.init(nanoseconds: 0)
            return
        }
        var total: Int64 = 0
        while !rest.isEmpty {
            guard let part = GoDuration.part(&rest) else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(part)
            guard !overflow else { return nil }
            total = sum
        }
        self.init(nanoseconds: isNegative ? -total : total)
    }

    /// One number with its unit, in nanoseconds.
    private static func part(_ rest: inout Substring.UTF8View) -> Int64? {
        let whole = digits(&rest)
        var fraction = ""
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = digits(&rest)
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        let name = rest.prefix { $0 != UInt8(ascii: ".") && !(48...57 ~= $0) }
        guard let unit = units.first(where: { $0.name.utf8.elementsEqual(name) })?.nanoseconds,
            let count = whole.isEmpty ? 0 : Int64(whole)
        else { return nil }
        rest.removeFirst(name.count)
        let (product, overflow) = count.multipliedReportingOverflow(by: unit)
        // Of a fraction of an hour, 13 digits count: a further one is less than a nanosecond.
        let kept = fraction.prefix(13)
        let part = Int128(Int64(kept) ?? 0) * Int128(unit) / kept.utf8.reduce(1 as Int128) { power, _ in power * 10 }
        let (sum, carry) = product.addingReportingOverflow(Int64(part))
        return overflow || carry ? nil : sum
    }

    private static func digits(_ rest: inout Substring.UTF8View) -> String {
        let found = rest.prefix { 48...57 ~= $0 }
        defer { rest.removeFirst(found.count) }
        return String(decoding: found, as: UTF8.self)
    }

    /// The text that Go prints: `1h30m0s`, `1.5s`, `100ms`, `0s`.
    public var description: String {
        guard nanoseconds != 0 else { return "0s" }
        let sign = nanoseconds < 0 ? "-" : ""
        let magnitude = nanoseconds.magnitude
        for (unit, name) in [(1_000, "ns"), (1_000_000, "\u{B5}s"), (1_000_000_000, "ms")] as [(UInt64, String)]
        where magnitude < unit {
            return sign + GoDuration.decimal(magnitude, of: unit / 1000) + name
        }
        let minutes = magnitude / 60_000_000_000
        var text = sign
        if minutes >= 60 { text += "\(minutes / 60)h" }
        if minutes > 0 { text += "\(minutes % 60)m" }
        return text + GoDuration.decimal(magnitude % 60_000_000_000, of: 1_000_000_000) + "s"
    }

    private static func decimal(_ amount: UInt64, of unit: UInt64) -> String {
        let (whole, rest) = amount.quotientAndRemainder(dividingBy: unit)
        guard rest > 0 else { return String(whole) }
        var digits = String(rest + unit).dropFirst()
        while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
        return "\(whole).\(digits)"
    }
}

extension GoDuration: Comparable {
    /// Orders by length.
    public static func < (lhs: GoDuration, rhs: GoDuration) -> Bool { lhs.nanoseconds < rhs.nanoseconds }
}
