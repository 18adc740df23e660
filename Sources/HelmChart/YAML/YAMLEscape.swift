/// The escapes of double quotes (YAML 1.1, section 5.6).
enum YAMLEscape {
    static func text(_ scalar: UInt32) -> [UInt8] {
        if let letter = letter(scalar) { return [UInt8(ascii: "\\"), letter] }
        let (mark, digits): (Unicode.Scalar, Int) = scalar <= 0xFF ? ("x", 2) : scalar <= 0xFFFF ? ("u", 4) : ("U", 8)
        var text = [UInt8(ascii: "\\"), UInt8(ascii: mark)]
        for position in (0..<digits).reversed() {
            let digit = UInt8(truncatingIfNeeded: scalar >> UInt32(position * 4) & 0xF)
            text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
        return text
    }

    private static func letter(_ scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0x00: UInt8(ascii: "0")
        case 0x07: UInt8(ascii: "a")
        case 0x08: UInt8(ascii: "b")
        case 0x09: UInt8(ascii: "t")
        case 0x0A: UInt8(ascii: "n")
        case 0x0B: UInt8(ascii: "v")
        case 0x0C: UInt8(ascii: "f")
        case 0x0D: UInt8(ascii: "r")
        case 0x1B: UInt8(ascii: "e")
        case 0x22: UInt8(ascii: "\"")
        case 0x5C: UInt8(ascii: "\\")
        case 0x85: UInt8(ascii: "N")
        case 0xA0: UInt8(ascii: "_")
        case 0x2028: UInt8(ascii: "L")
        case 0x2029: UInt8(ascii: "P")
        default: nil
        }
    }
}
