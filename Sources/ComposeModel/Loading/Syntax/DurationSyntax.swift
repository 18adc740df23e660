/// Durations such as `1m30s`, `1.5h`, `2d` (Compose Specification, "Specifying durations").
enum DurationSyntax {
    private static let units: [(String, Double)] = [
        ("ns", 1), ("us", 1e3), ("µs", 1e3), ("μs", 1e3), ("ms", 1e6), ("s", 1e9), ("m", 60e9), ("h", 3600e9),
        ("d", 86_400e9), ("w", 604_800e9),
    ]

    /// The duration in nanoseconds; nil if `text` is none or does not fit 64 bits.
    static func nanoseconds(_ text: String) -> Int? {
        var rest = text[...]
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest = rest.dropFirst() }
        if rest == "0" { return 0 }
        guard !rest.isEmpty else { return nil }
        var total = 0
        while !rest.isEmpty {
            let number = rest.prefix { $0.isASCII && ($0.isWholeNumber || $0 == ".") }
            rest = rest[number.endIndex...]
            let name = rest.prefix { $0.isLetter }
            rest = rest[name.endIndex...]
            guard let unit = units.first(where: { $0.0 == name })?.1,
                let amount = nanoseconds(of: number, unit: unit)
            else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(amount)
            guard !overflow else { return nil }
            total = sum
        }
        return isNegative ? -total : total
    }

    private static func nanoseconds(of number: Substring, unit: Double) -> Int? {
        let halves = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard number != ".", let head = halves.first, !number.isEmpty else { return nil }
        let whole = head.isEmpty ? 0 : Int(head)
        guard let whole else { return nil }
        let (product, overflow) = whole.multipliedReportingOverflow(by: Int(unit))
        guard !overflow else { return nil }
        guard halves.count > 1, !halves[1].isEmpty else { return product }
        guard let fraction = Double("0." + halves[1]) else { return nil }
        let (sum, carry) = product.addingReportingOverflow(Int(fraction * unit))
        return carry ? nil : sum
    }

    /// The form in which the reference prints a duration: `1m30s`, `1.5s`, `200ms`, `0s`.
    static func text(nanoseconds: Int) -> String {
        if nanoseconds == 0 { return "0s" }
        let sign = nanoseconds < 0 ? "-" : ""
        let magnitude = Int(clamping: nanoseconds.magnitude)
        for (unit, size) in [("ns", 1), ("µs", 1_000), ("ms", 1_000_000)] where magnitude < size * 1_000 {
            return sign + decimal(magnitude, per: size) + unit
        }
        let second = 1_000_000_000
        let minutes = magnitude / (60 * second)
        var text = sign
        if minutes >= 60 { text += "\(minutes / 60)h" }
        if minutes > 0 { text += "\(minutes % 60)m" }
        return text + decimal(magnitude % (60 * second), per: second) + "s"
    }

    private static func decimal(_ value: Int, per size: Int) -> String {
        let fraction = value % size
        guard fraction > 0 else { return "\(value / size)" }
        var digits = String(size + fraction).dropFirst()
        while digits.last == "0" { digits = digits.dropLast() }
        return "\(value / size).\(digits)"
    }
}
