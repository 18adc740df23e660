/// Floats as text, as Go's `strconv.FormatFloat` writes them.
enum FloatText {
    static func text(_ value: Double, _ format: Unicode.Scalar, precision: Int?) -> [UInt8] {
        if precision == nil, format == "g", let text = integral(value) { return text }
        if value.isNaN { return Array("NaN".utf8) }
        if value.isInfinite { return Array((value < 0 ? "-Inf" : "+Inf").utf8) }
        let sign: [UInt8] = value.sign == .minus ? [UInt8(ascii: "-")] : []
        switch format {
        case "b": return sign + binary(value)
        case "x", "X": return sign + hexadecimal(value, precision, isUpper: format == "X")
        default: break
        }
        return sign + decimal(value, format, precision)
    }

    /// The text of a whole number that is short enough to have no exponent, such as a port.
    private static func integral(_ value: Double) -> [UInt8]? {
        guard value.magnitude < 1_000_000, let integer = Int(exactly: value), integer != 0 || value.sign == .plus else {
            return nil
        }
        return Array(String(integer).utf8)
    }

    private static func decimal(_ value: Double, _ format: Unicode.Scalar, _ precision: Int?) -> [UInt8] {
        var digits = precision == nil ? DecimalDigits(shortest: value) : DecimalDigits(exact: value)
        let isUpper = format == "E" || format == "G"
        switch format {
        case "e", "E":
            if let precision { digits.round(to: precision + 1) }
            return scientific(digits, precision ?? max(digits.digits.count - 1, 0), isUpper: isUpper)
        case "f":
            if let precision { digits.round(to: digits.point + precision) }
            return plain(digits, precision ?? max(digits.digits.count - digits.point, 0))
        default:
            var significant = 6
            if let precision {
                significant = max(precision, 1)
                digits.round(to: significant)
                let count = digits.digits.count
                if significant > count, count >= digits.point { significant = count }
            }
            let exponent = digits.point - 1
            if !digits.digits.isEmpty, exponent < -4 || exponent >= significant {
                return scientific(digits, digits.digits.count - 1, isUpper: isUpper)
            }
            return plain(digits, max(digits.digits.count - digits.point, 0))
        }
    }

    private static func scientific(_ digits: DecimalDigits, _ precision: Int, isUpper: Bool) -> [UInt8] {
        var text = digits.text(from: 0, count: 1)
        if precision > 0 {
            text.append(UInt8(ascii: "."))
            text += digits.text(from: 1, count: precision)
        }
        let exponent = digits.digits.isEmpty ? 0 : digits.point - 1
        text.append(isUpper ? UInt8(ascii: "E") : UInt8(ascii: "e"))
        appendExponent(exponent, leastDigits: 2, to: &text)
        return text
    }

    private static func plain(_ digits: DecimalDigits, _ precision: Int) -> [UInt8] {
        var text = digits.point > 0 ? digits.text(from: 0, count: digits.point) : [UInt8(ascii: "0")]
        if precision > 0 {
            text.append(UInt8(ascii: "."))
            text += digits.text(from: digits.point, count: precision)
        }
        return text
    }

    private static func appendExponent(_ exponent: Int, leastDigits: Int, to text: inout [UInt8]) {
        text.append(exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
        let shown = Array(String(exponent.magnitude).utf8)
        text += repeatElement(UInt8(ascii: "0"), count: max(0, leastDigits - shown.count))
        text += shown
    }

    /// `4503599627370496p-52`
    private static func binary(_ value: Double) -> [UInt8] {
        let mantissa = value.isNormal ? value.significandBitPattern | (1 << 52) : value.significandBitPattern
        let exponent = value.isNormal ? Int(value.exponent) - 52 : -1074
        var text = Array(String(mantissa).utf8) + [UInt8(ascii: "p")]
        appendExponent(exponent, leastDigits: 1, to: &text)
        return text
    }

    /// `0x1.8p+01`
    private static func hexadecimal(_ value: Double, _ precision: Int?, isUpper: Bool) -> [UInt8] {
        var exponent = value == 0 ? 0 : Int(value.exponent)
        // The leading digit is the bit 60; below it are fifteen digits.
        var mantissa = value == 0 ? 0 : (value.significand.significandBitPattern << 8) | (1 << 60)
        if let precision, precision < 15, mantissa != 0 {
            let shift = UInt64(60 - precision * 4)
            let extra = (mantissa << (64 - shift)) >> (64 - shift)
            let half: UInt64 = 1 << (shift - 1)
            mantissa >>= shift
            if extra > half || (extra == half && mantissa & 1 == 1) { mantissa += 1 }
            mantissa <<= shift
            if mantissa >> 61 != 0 {
                mantissa >>= 1
                exponent += 1
            }
        }
        var text = Array("0x".utf8) + [UInt8(ascii: "0") + UInt8((mantissa >> 60) & 1)]
        let digits = (0..<15).map { UInt8((mantissa >> UInt64(56 - $0 * 4)) & 0xF) }
        let significant: Int = digits.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
        let shown = precision ?? significant
        if shown > 0 { text.append(UInt8(ascii: ".")) }
        for index in 0..<shown {
            text += Array(String(index < 15 ? digits[index] : 0, radix: 16).utf8)
        }
        text.append(UInt8(ascii: "p"))
        appendExponent(exponent, leastDigits: 2, to: &text)
        if isUpper { text = text.map { RuneClass.isLetter($0) ? $0 & 0xDF : $0 } }
        return text
    }
}
