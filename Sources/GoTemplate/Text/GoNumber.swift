/// Reading of numbers as Go's strconv does with base 0: prefixes `0x`, `0o`, `0b` and `0`, underscores between digits.
package enum GoNumber {
    /// An unsigned integer; nil if it is none or does not fit.
    package static func unsigned(_ text: some StringProtocol) -> UInt64? {
        magnitude(Array(text.utf8)[...])
    }

    /// A signed integer; nil if it is none or does not fit.
    package static func integer(_ text: some StringProtocol) -> Int64? {
        var bytes = Array(text.utf8)[...]
        var isNegative = false
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            bytes.removeFirst()
        }
        guard let magnitude = magnitude(bytes) else { return nil }
        if isNegative { return magnitude <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil }
        return Int64(exactly: magnitude)
    }

    /// A float, decimal or hexadecimal with a binary exponent; nil if it is none or too large.
    package static func float(_ text: some StringProtocol) -> Double? {
        var bytes = Array(text.utf8)
        if bytes.contains(UInt8(ascii: "_")) {
            guard underscoresSeparateDigits(bytes) else { return nil }
            bytes.removeAll { $0 == UInt8(ascii: "_") }
        }
        let digits = bytes.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        guard bytes.count - digits.count <= 1, let first = digits.first else { return nil }
        guard RuneClass.isDigit(first) || first == UInt8(ascii: ".") else { return nil }
        let isHexadecimal = digits.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
        if isHexadecimal, !digits.contains(where: { $0 | 0x20 == UInt8(ascii: "p") }) { return nil }
        guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    private static func magnitude(_ bytes: ArraySlice<UInt8>) -> UInt64? {
        guard let first = bytes.first else { return nil }
        var digits = bytes
        var radix: UInt32 = 10
        if first == UInt8(ascii: "0"), bytes.count > 1 {
            radix = 8
            digits.removeFirst()
            if bytes.count > 2 {
                switch bytes[bytes.startIndex + 1] | 0x20 {
                case UInt8(ascii: "x"): radix = 16
                case UInt8(ascii: "b"): radix = 2
                case UInt8(ascii: "o"): break
                default: return magnitude(digits, radix: 8, of: bytes)
                }
                digits.removeFirst()
            }
        }
        return magnitude(digits, radix: radix, of: bytes)
    }

    private static func magnitude(_ digits: ArraySlice<UInt8>, radix: UInt32, of all: ArraySlice<UInt8>) -> UInt64? {
        var value: UInt64 = 0
        var hasUnderscores = false
        for byte in digits {
            if byte == UInt8(ascii: "_") {
                hasUnderscores = true
                continue
            }
            guard let digit = RuneClass.hexadecimal(byte), digit < radix else { return nil }
            let (product, overflows) = value.multipliedReportingOverflow(by: UInt64(radix))
            let (sum, exceeds) = product.addingReportingOverflow(UInt64(digit))
            if overflows || exceeds { return nil }
            value = sum
        }
        return hasUnderscores && !underscoresSeparateDigits(Array(all)) ? nil : value
    }

    /// Whether each underscore stands between digits, or between a base's prefix and a digit.
    private static func underscoresSeparateDigits(_ bytes: [UInt8]) -> Bool {
        var rest = bytes.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        var isAfterDigit = false
        var isAfterUnderscore = false
        var isHexadecimal = false
        if rest.first == UInt8(ascii: "0"), let mark = rest.dropFirst().first.map({ $0 | 0x20 }),
            "box".utf8.contains(mark)
        {
            rest = rest.dropFirst(2)
            isAfterDigit = true
            isHexadecimal = mark == UInt8(ascii: "x")
        }
        for byte in rest {
            if RuneClass.isDigit(byte) || (isHexadecimal && RuneClass.hexadecimal(byte) != nil) {
                (isAfterDigit, isAfterUnderscore) = (true, false)
            } else if byte == UInt8(ascii: "_") {
                if !isAfterDigit { return false }
                (isAfterDigit, isAfterUnderscore) = (false, true)
            } else {
                if isAfterUnderscore { return false }
                isAfterDigit = false
            }
        }
        return !isAfterUnderscore
    }
}
