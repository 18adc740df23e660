/// `html`, `js` and `urlquery`.
enum Escaping {
    static func html(_ text: ByteString) -> ByteString {
        var result: [UInt8] = []
        result.reserveCapacity(text.bytes.count)
        for byte in text.bytes {
            switch byte {
            case 0: result.append(rune: 0xFFFD)
            case UInt8(ascii: "\""): result.append("&#34;")
            case UInt8(ascii: "'"): result.append("&#39;")
            case UInt8(ascii: "&"): result.append("&amp;")
            case UInt8(ascii: "<"): result.append("&lt;")
            case UInt8(ascii: ">"): result.append("&gt;")
            default: result.append(byte)
            }
        }
        return ByteString(result)
    }

    static func javaScript(_ text: ByteString) -> ByteString {
        var result: [UInt8] = []
        result.reserveCapacity(text.bytes.count)
        var index = 0
        while index < text.bytes.count {
            let (rune, width) = text.bytes.rune(at: index)
            switch rune {
            case 0x5C, 0x27, 0x22: result += [0x5C, UInt8(truncatingIfNeeded: rune)]
            case 0x3C, 0x3E, 0x26, 0x3D, 0..<0x20: result.append(unicodeEscape(rune))
            case 0x80... where !RuneClass.isPrintable(rune): result.append(unicodeEscape(rune))
            default: result += text.bytes[index..<(index + width)]
            }
            index += width
        }
        return ByteString(result)
    }

    private static func unicodeEscape(_ rune: UInt32) -> String {
        let digits = String(rune, radix: 16, uppercase: true)
        return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Escapes what may not stand in a URL's query; spaces become `+`.
    static func query(_ text: ByteString) -> ByteString {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        result.reserveCapacity(text.bytes.count)
        for byte in text.bytes {
            if RuneClass.isLetter(byte) || RuneClass.isDigit(byte) || "-_.~".utf8.contains(byte) {
                result.append(byte)
            } else if byte == 0x20 {
                result.append(UInt8(ascii: "+"))
            } else {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            }
        }
        return ByteString(result)
    }
}
