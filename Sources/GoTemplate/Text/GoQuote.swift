/// Quoting as Go's `strconv.Quote` does it.
enum GoQuote {
    private static let hexadecimals = Array("0123456789abcdef".utf8)

    /// The text in double quotes with escapes, also of whatever is not ASCII if `toASCII` says so.
    static func quoted(_ text: some RandomAccessCollection<UInt8>, toASCII: Bool = false) -> [UInt8] {
        let bytes = Array(text)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 2)
        result.append(UInt8(ascii: "\""))
        var index = 0
        while index < bytes.count {
            let (rune, width) = bytes.rune(at: index)
            if width == 1, rune == 0xFFFD {
                append(byte: bytes[index], to: &result)
            } else {
                append(rune, quote: UInt8(ascii: "\""), toASCII: toASCII, to: &result)
            }
            index += width
        }
        result.append(UInt8(ascii: "\""))
        return result
    }

    /// A character in single quotes with escapes.
    static func quoted(rune: UInt32, toASCII: Bool) -> [UInt8] {
        var result: [UInt8] = [UInt8(ascii: "'")]
        append(Unicode.Scalar(rune) == nil ? 0xFFFD : rune, quote: UInt8(ascii: "'"), toASCII: toASCII, to: &result)
        result.append(UInt8(ascii: "'"))
        return result
    }

    /// Whether the text can stand between back quotes: valid, on one line, without control characters but tabs.
    static func canBackquote(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while index < bytes.count {
            let (rune, width) = bytes.rune(at: index)
            index += width
            if width > 1 {
                if rune == 0xFEFF { return false }
            } else if rune == 0xFFFD || (rune < 0x20 && rune != 9) || rune == 0x60 || rune == 0x7F {
                return false
            }
        }
        return true
    }

    private static func append(_ rune: UInt32, quote: UInt8, toASCII: Bool, to result: inout [UInt8]) {
        if rune == UInt32(quote) || rune == UInt32(UInt8(ascii: "\\")) {
            result.append(UInt8(ascii: "\\"))
            result.append(UInt8(truncatingIfNeeded: rune))
        } else if rune < 0x80 || !toASCII, RuneClass.isPrintable(rune) {
            result.append(rune: rune)
        } else if let letter = shortEscapes[rune] {
            result.append(UInt8(ascii: "\\"))
            result.append(letter)
        } else if rune < 0x20 || rune == 0x7F {
            append(byte: UInt8(truncatingIfNeeded: rune), to: &result)
        } else {
            let isWide = rune >= 0x10000
            result.append(isWide ? "\\U" : "\\u")
            for shift in stride(from: isWide ? 28 : 12, through: 0, by: -4) {
                result.append(hexadecimals[Int(rune >> UInt32(shift) & 0xF)])
            }
        }
    }

    private static func append(byte: UInt8, to result: inout [UInt8]) {
        result.append("\\x")
        result.append(hexadecimals[Int(byte >> 4)])
        result.append(hexadecimals[Int(byte & 0xF)])
    }

    private static let shortEscapes: [UInt32: UInt8] = [
        0x07: UInt8(ascii: "a"), 0x08: UInt8(ascii: "b"), 0x0C: UInt8(ascii: "f"), 0x0A: UInt8(ascii: "n"),
        0x0D: UInt8(ascii: "r"), 0x09: UInt8(ascii: "t"), 0x0B: UInt8(ascii: "v"),
    ]
}
