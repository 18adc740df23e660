/// The grammar of quantities (Kubernetes API conventions, `resource.Quantity`), over UTF-8 bytes.
enum QuantityParser {
    struct Parsed {
        let nanos: Int128
        let format: Quantity.Format
    }

    /// Numbers of significant digits that fit 128 bits, in binary notation times 1024⁶.
    private static func significantDigits(_ format: Quantity.Format) -> Int { format == .binary ? 20 : 37 }

    static func parse(_ text: String) -> Parsed? {
        var text = text
        return text.withUTF8 { parse($0) }
    }

    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Parsed? {
        var position = 0
        var isNegative = false
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            position = 1
        }
        let end = bytes[position...].firstIndex { $0 &- 48 >= 10 && $0 != UInt8(ascii: ".") } ?? bytes.count
        guard let suffix = Suffix(bytes[end...]) else { return nil }
        let significantDigits = significantDigits(suffix.format)
        // The digits are mantissa · 10^scale; `hasRest` says that digits beyond the significant ones are not all zero.
        var mantissa: Int128 = 0
        var scale = 0
        var significant = 0
        var hasRest = false
        var digits = 0
        var hasPoint = false
        while position < end {
            let byte = bytes[position]
            if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else if byte &- 48 < 10 {
                digits += 1
                if significant < significantDigits {
                    mantissa = mantissa * 10 + Int128(byte &- 48)
                    if mantissa != 0 { significant += 1 }
                    if hasPoint { scale -= 1 }
                } else {
                    hasRest = hasRest || byte != UInt8(ascii: "0")
                    if !hasPoint { scale += 1 }
                }
            } else {
                break
            }
            position += 1
        }
        guard digits > 0, position == end else { return nil }
        guard mantissa != 0 else { return Parsed(nanos: 0, format: suffix.format) }
        var nanos = magnitude(mantissa, hasRest: hasRest, scale: scale + suffix.powerOfTen + 9, suffix.powerOfTwo)
        // Kubernetes cuts amounts in binary notation to 63 bits.
        if suffix.format == .binary { nanos = min(nanos, Int128(Int64.max) * Quantity.unit) }
        return Parsed(nanos: isNegative ? -nanos : nanos, format: suffix.format)
    }

    /// mantissa · 10^scale · 2^powerOfTwo, rounded up, and cut to what fits.
    private static func magnitude(_ mantissa: Int128, hasRest: Bool, scale: Int, _ powerOfTwo: Int) -> Int128 {
        var value = mantissa
        guard scale < 0 else {
            for factor in [repeatElement(Int128(10), count: min(scale, 40)), repeatElement(2, count: powerOfTwo)]
                .joined()
            {
                let (product, overflow) = value.multipliedReportingOverflow(by: factor)
                if overflow { return .max }
                value = product
            }
            return value
        }
        value <<= Int128(powerOfTwo)
        var isExact = !hasRest
        for _ in 0..<min(-scale, 40) {
            isExact = isExact && value % 10 == 0
            value /= 10
        }
        if scale < -40 { isExact = false }
        return isExact ? value : value + 1
    }

    /// The quotient, rounded away from zero.
    static func divide(_ dividend: Int128, by divisor: Int128) -> Int128 {
        let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
        return remainder == 0 ? quotient : quotient + remainder.signum()
    }
}

extension QuantityParser {
    /// What follows the digits.
    struct Suffix {
        var format: Quantity.Format
        var powerOfTen = 0
        var powerOfTwo = 0

        static let decimal: [(Unicode.Scalar, Int)] = [
            ("n", -9), ("u", -6), ("m", -3), ("k", 3), ("M", 6), ("G", 9), ("T", 12), ("P", 15), ("E", 18),
        ]
        static let binary: [(Unicode.Scalar, Int)] = [
            ("K", 10), ("M", 20), ("G", 30), ("T", 40), ("P", 50), ("E", 60),
        ]

        init?(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
            guard let first = bytes.first else {
                self.init(format: .decimal)
                return
            }
            let rest = bytes.dropFirst()
            let letter = Unicode.Scalar(first)
            if rest.isEmpty, let power = Suffix.decimal.first(where: { $0.0 == letter })?.1 {
                self.init(format: .decimal, powerOfTen: power)
            } else if rest.elementsEqual(CollectionOfOne(UInt8(ascii: "i"))),
                let power = Suffix.binary.first(where: { $0.0 == letter })?.1
            {
                self.init(format: .binary, powerOfTwo: power)
            } else if letter == "e" || letter == "E", let power = Suffix.exponent(rest) {
                self.init(format: .exponent, powerOfTen: power)
            } else {
                return nil
            }
        }

        private init(format: Quantity.Format, powerOfTen: Int = 0, powerOfTwo: Int = 0) {
            self.format = format
            self.powerOfTen = powerOfTen
            self.powerOfTwo = powerOfTwo
        }

        /// A signed decimal number, cut to ±1000.
        private static func exponent(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
            var digits = bytes
            let isNegative = digits.first == UInt8(ascii: "-")
            if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
            guard !digits.isEmpty else { return nil }
            var value = 0
            for byte in digits {
                guard byte &- 48 < 10 else { return nil }
                value = min(value * 10 + Int(byte &- 48), 1000)
            }
            return isNegative ? -value : value
        }
    }
}
