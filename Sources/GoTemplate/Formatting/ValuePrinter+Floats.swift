/// Floats by the flags.
extension ValuePrinter {
    mutating func writeFloat(_ value: Double, _ format: Unicode.Scalar, precision: Int?) {
        var text = FloatText.text(value, format, precision: flags.precision ?? precision)
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative || text.first == UInt8(ascii: "+") { text.removeFirst() }
        var sign = isNegative ? UInt8(ascii: "-") : UInt8(ascii: "+")
        if flags.space, !isNegative, !flags.plus { sign = UInt8(ascii: " ") }
        guard value.isFinite else { return writeSpecial(text, sign, isNaN: value.isNaN) }
        if flags.sharp, format != "b" { keepPoint(in: &text, format, precision: flags.precision ?? precision) }
        guard flags.plus || sign != UInt8(ascii: "+") else { return pad(text) }
        if flags.zero, !flags.minus, let width = flags.width, width > text.count + 1 {
            // The sign stands before the zeros.
            bytes.append(sign)
            writePadding(width - text.count - 1)
            bytes += text
        } else {
            pad([sign] + text)
        }
    }

    /// Infinities and what is no number are never padded with zeros.
    private mutating func writeSpecial(_ text: [UInt8], _ sign: UInt8, isNaN: Bool) {
        let zero = flags.zero
        flags.zero = false
        // An infinity has its sign in any case.
        pad(!isNaN || flags.space || flags.plus ? [sign] + text : text)
        flags.zero = zero
    }

    /// The flag `#`: a point in any case, and for `g` the zeros that it leaves out.
    private func keepPoint(in text: inout [UInt8], _ format: Unicode.Scalar, precision: Int?) {
        var missing =
            switch format {
            case "g", "G": precision ?? 6
            case "x": precision ?? 6
            default: 0
            }
        let isHexadecimal = format == "x" || format == "X"
        let mark = isHexadecimal ? UInt8(ascii: "p") : UInt8(ascii: "e")
        let end = text.firstIndex { $0 | 0x20 == mark } ?? text.count
        let exponent = Array(text[end...])
        text.removeSubrange(end...)
        var hasPoint = false
        var hasDigit = false
        for byte in text {
            if byte == UInt8(ascii: ".") {
                hasPoint = true
            } else {
                if byte != UInt8(ascii: "0") { hasDigit = true }
                if hasDigit { missing -= 1 }
            }
        }
        if !hasPoint {
            if text == [UInt8(ascii: "0")] { missing -= 1 }
            text.append(UInt8(ascii: "."))
        }
        text += repeatElement(UInt8(ascii: "0"), count: max(0, missing))
        text += exponent
    }
}
