import GoTemplate

extension FunctionTheme {
    /// Functions that make numbers of values.
    package static let conversion = FunctionTheme { _ in
        var table = FunctionTable()
        table["int"] = .typed { (value: Value) in Int(truncatingIfNeeded: value.castToInteger) }
        table["int64"] = .typed { (value: Value) in value.castToInteger }
        table["float64"] = .typed { (value: Value) in value.castToFloat }
        table["atoi"] = .typed(decimal)
        table["toDecimal"] = .typed { (value: Value) in Int64(GoFormat.sprint([value]).text, radix: 8) ?? 0 }
        return table
    }

    /// The integer that the text is in decimal digits; the nearest one if it does not fit, 0 for what is none.
    private static func decimal(_ text: ByteString) -> Int {
        if let value = Int(text.text) { return value }
        let digits = text.bytes.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        let isNumber =
            !digits.isEmpty && text.bytes.count - digits.count <= 1
            && digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        guard isNumber else { return 0 }
        return text.bytes.first == UInt8(ascii: "-") ? Int.min : Int.max
    }
}
