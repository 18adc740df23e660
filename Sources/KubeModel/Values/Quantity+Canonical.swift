extension Quantity {
    /// The form that Kubernetes prints.
    ///
    /// Amounts in binary notation that are less than 1024, or no whole number, are printed in decimal notation.
    static func canonicalText(nanos: Int128, format: Format) -> String {
        switch format {
        case .binary where nanos % unit == 0 && (nanos / unit).magnitude >= 1024: binaryText(nanos / unit)
        case .exponent: decimalText(nanos) { $0 == 0 ? "" : "e\($0)" }
        default:
            decimalText(nanos) { power in
                QuantityParser.Suffix.decimal.first { $0.1 == power }.map { String($0.0) } ?? ""
            }
        }
    }

    private static func binaryText(_ units: Int128) -> String {
        var number = units
        var power = 0
        while power < 60, number % 1024 == 0 {
            number /= 1024
            power += 10
        }
        let suffix = QuantityParser.Suffix.binary.first { $0.1 == power }.map { "\($0.0)i" } ?? ""
        return "\(number)\(suffix)"
    }

    private static func decimalText(_ nanos: Int128, suffix: (Int) -> String) -> String {
        guard nanos != 0 else { return "0" }
        var number = nanos
        var power = -9
        while power < 18, number % 1000 == 0 {
            number /= 1000
            power += 3
        }
        return "\(number)\(suffix(power))"
    }
}
