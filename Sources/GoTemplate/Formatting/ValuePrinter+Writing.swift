/// Padding, strings and integers by the flags.
extension ValuePrinter {
    /// Appends the text, padded to the width.
    mutating func pad(_ text: [UInt8]) {
        guard let width = flags.width, width > 0 else { return bytes += text }
        let missing = width - text.runeCount
        if flags.minus {
            bytes += text
            writePadding(missing)
        } else {
            writePadding(missing)
            bytes += text
        }
    }

    mutating func writePadding(_ count: Int) {
        guard count > 0 else { return }
        let byte = flags.zero && !flags.minus ? UInt8(ascii: "0") : UInt8(ascii: " ")
        bytes += [UInt8](repeating: byte, count: count)
    }

    /// Pads with spaces, whatever the flag `0` says.
    private mutating func padWithSpaces(_ text: [UInt8]) {
        let zero = flags.zero
        flags.zero = false
        pad(text)
        flags.zero = zero
    }

    /// The first characters of a text, as many as the precision says.
    private func truncated(_ text: [UInt8]) -> [UInt8] {
        guard let precision = flags.precision, precision < text.count else { return text }
        var end = 0
        for _ in 0..<precision where end < text.count { end += text.rune(at: end).width }
        return Array(text[..<end])
    }

    mutating func writeString(_ text: [UInt8]) {
        pad(truncated(text))
    }

    mutating func writeQuoted(_ text: [UInt8]) {
        let text = truncated(text)
        let back = UInt8(ascii: "`")
        if flags.sharp, GoQuote.canBackquote(text) {
            return pad([back] + text + [back])
        }
        pad(GoQuote.quoted(text, toASCII: flags.plus))
    }

    /// The bytes of a text as hexadecimal digits.
    mutating func writeHexadecimal(_ text: [UInt8], isUpper: Bool) {
        let content = text.prefix(flags.precision ?? text.count)
        let digits = Array((isUpper ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
        let prefix = flags.sharp ? Array((isUpper ? "0X" : "0x").utf8) : []
        guard !content.isEmpty else { return writePadding(flags.width ?? 0) }
        var shown = prefix
        for (index, byte) in content.enumerated() {
            if flags.space, index > 0 { shown += [UInt8(ascii: " ")] + prefix }
            shown += [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
        }
        pad(shown)
    }

    // MARK: Integers

    mutating func writeInteger(_ magnitude: UInt64, isNegative: Bool, base: Int, _ verb: Unicode.Scalar) {
        var leastDigits = 0
        if let precision = flags.precision {
            leastDigits = precision
            // No digits at all are asked for.
            if precision == 0, magnitude == 0 { return padWithSpaces([]) }
        } else if flags.zero, !flags.minus, let width = flags.width {
            leastDigits = isNegative || flags.plus || flags.space ? width - 1 : width
        }
        var digits = Array(String(magnitude, radix: base, uppercase: verb == "X").utf8)
        if digits.count < leastDigits {
            digits = Array(repeating: UInt8(ascii: "0"), count: leastDigits - digits.count) + digits
        }
        padWithSpaces(sign(isNegative) + prefix(base, digits, verb) + digits)
    }

    private func sign(_ isNegative: Bool) -> [UInt8] {
        if isNegative { return [UInt8(ascii: "-")] }
        if flags.plus { return [UInt8(ascii: "+")] }
        return flags.space ? [UInt8(ascii: " ")] : []
    }

    private func prefix(_ base: Int, _ digits: [UInt8], _ verb: Unicode.Scalar) -> [UInt8] {
        if verb == "O" { return Array("0o".utf8) }
        guard flags.sharp else { return [] }
        return switch base {
        case 2: Array("0b".utf8)
        case 8: digits.first == UInt8(ascii: "0") ? [] : [UInt8(ascii: "0")]
        case 16: Array((verb == "X" ? "0X" : "0x").utf8)
        default: []
        }
    }

    /// `0x2a`, as Go syntax writes unsigned integers.
    mutating func writeGoHexadecimal(_ value: UInt64) {
        let sharp = flags.sharp
        flags.sharp = true
        writeInteger(value, isNegative: false, base: 16, "x")
        flags.sharp = sharp
    }

    /// `U+0078`, with the flag `#` `U+0078 'x'`.
    mutating func writeUnicode(_ value: UInt64) {
        let digits = Array(String(value, radix: 16, uppercase: true).utf8)
        let least = max(4, flags.precision ?? 4)
        var text = Array("U+".utf8) + Array(repeating: UInt8(ascii: "0"), count: max(0, least - digits.count)) + digits
        if flags.sharp, let rune = UInt32(exactly: value), RuneClass.isPrintable(rune) {
            text.append(" '")
            text.append(rune: rune)
            text.append("'")
        }
        padWithSpaces(text)
    }
}
