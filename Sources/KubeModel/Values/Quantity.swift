/// An amount of a resource, such as `500m` CPU or `1.5Gi` of memory.
///
/// Amounts are exact down to a billionth, as in Kubernetes, and computed without floating point. A quantity that was
/// read keeps its text; `canonical` is the form that an API server prints. Two are equal when they are the same amount:
/// `1000m` is `1`.
public struct Quantity: Sendable {
    /// The notation of a quantity.
    public enum Format: Sendable, Hashable {
        /// Powers of 1000 with a suffix: `n`, `u`, `m`, none, `k`, `M`, `G`, `T`, `P`, `E`.
        case decimal
        /// Powers of 1024 with a suffix: `Ki`, `Mi`, `Gi`, `Ti`, `Pi`, `Ei`.
        case binary
        /// Powers of ten with an exponent: `12e6`.
        case exponent
    }

    /// The amount in billionths; amounts beyond 128 bits are cut to the largest that fits.
    let nanos: Int128
    /// The notation, which results of computations inherit.
    public let format: Format
    /// The text.
    public let description: String
    /// Whether the text stood without quotes where a number is read.
    let isNumber: Bool

    init(nanos: Int128, format: Format, text: String, isNumber: Bool) {
        self.nanos = nanos
        self.format = format
        self.description = text
        self.isNumber = isNumber
    }

    init(nanos: Int128, format: Format) {
        self.init(
            nanos: nanos,
            format: format,
            text: Quantity.canonicalText(nanos: nanos, format: format),
            isNumber: false
        )
    }

    /// Reads a quantity; nil for a text that is none.
    public init?(_ text: String) {
        guard let parsed = QuantityParser.parse(text) else { return nil }
        self.init(nanos: parsed.nanos, format: parsed.format, text: text, isNumber: false)
    }

    /// Zero.
    public static let zero = Quantity(nanos: 0, format: .decimal)

    /// Whole units: processors, bytes, objects.
    public static func units(_ count: Int) -> Quantity {
        Quantity(nanos: Int128(count) * unit, format: .decimal)
    }

    /// Thousandths: `milli(500)` is `500m`, half a processor.
    public static func milli(_ count: Int) -> Quantity {
        Quantity(nanos: Int128(count) * 1_000_000, format: .decimal)
    }

    /// Bytes in binary notation: `bytes(1 << 30)` is `1Gi`.
    public static func bytes(_ count: Int) -> Quantity {
        Quantity(nanos: Int128(count) * unit, format: .binary)
    }

    static let unit: Int128 = 1_000_000_000
}

// MARK: - Values

extension Quantity {
    /// The amount in whole units, a fraction counting as one more; cut to the range of `Int`.
    public var units: Int { Quantity.scaled(nanos, by: Quantity.unit) }

    /// The amount in thousandths, rounded away from zero; cut to the range of `Int`.
    public var milliUnits: Int { Quantity.scaled(nanos, by: 1_000_000) }

    /// Whether the amount is a whole number of units.
    public var isWhole: Bool { nanos % Quantity.unit == 0 }

    /// Whether the amount is less than zero.
    public var isNegative: Bool { nanos < 0 }

    /// The amount in the form that an API server prints: no fraction, and the largest suffix that allows it.
    public var canonical: Quantity { Quantity(nanos: nanos, format: format) }

    private static func scaled(_ nanos: Int128, by divisor: Int128) -> Int {
        Int(clamping: QuantityParser.divide(nanos, by: divisor))
    }
}

extension Quantity: Hashable, Comparable {
    /// Whether both are the same amount.
    public static func == (lhs: Quantity, rhs: Quantity) -> Bool { lhs.nanos == rhs.nanos }

    /// Orders by amount.
    public static func < (lhs: Quantity, rhs: Quantity) -> Bool { lhs.nanos < rhs.nanos }

    /// Hashes the amount.
    public func hash(into hasher: inout Hasher) { hasher.combine(nanos) }
}

extension Quantity: AdditiveArithmetic {
    /// The sum in the notation of the first that is not zero.
    public static func + (lhs: Quantity, rhs: Quantity) -> Quantity {
        let (sum, overflow) = lhs.nanos.addingReportingOverflow(rhs.nanos)
        let limit: Int128 = lhs.nanos < 0 ? .min : .max
        return Quantity(nanos: overflow ? limit : sum, format: lhs.nanos == 0 ? rhs.format : lhs.format)
    }

    /// The difference in the notation of the first that is not zero.
    public static func - (lhs: Quantity, rhs: Quantity) -> Quantity {
        let (difference, overflow) = lhs.nanos.subtractingReportingOverflow(rhs.nanos)
        let limit: Int128 = lhs.nanos < 0 ? .min : .max
        return Quantity(nanos: overflow ? limit : difference, format: lhs.nanos == 0 ? rhs.format : lhs.format)
    }

    /// The amount a number of times.
    public static func * (lhs: Quantity, rhs: Int) -> Quantity {
        let (product, overflow) = lhs.nanos.multipliedReportingOverflow(by: Int128(rhs))
        let limit: Int128 = (lhs.nanos < 0) != (rhs < 0) ? .min : .max
        return Quantity(nanos: overflow ? limit : product, format: lhs.format)
    }
}

extension Quantity: LosslessStringConvertible, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// Creates a quantity from a literal of the program, which must be well-formed.
    ///
    /// A `StaticString` cannot come from input, so that no text that is read at run time ends here; `Quantity(_:)`
    /// takes those and answers nil for a malformed one.
    public init(stringLiteral value: StaticString) {
        guard let quantity = Quantity(value.description) else {
            preconditionFailure("malformed quantity literal: \(value)")
        }
        self = quantity
    }

    /// Whole units.
    public init(integerLiteral value: Int) { self = .units(value) }
}
