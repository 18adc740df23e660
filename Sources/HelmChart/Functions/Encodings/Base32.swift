import GoTemplate

/// Base32 with padding, in the standard alphabet.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    private static let padding = UInt8(ascii: "=")

    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var (buffer, bits): (UInt16, Int) = (0, 0)
        for byte in bytes {
            buffer = buffer << 8 | UInt16(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(buffer >> UInt16(bits) & 0x1F)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(buffer << UInt16(5 - bits) & 0x1F)]) }
        while text.count % 8 != 0 { text.append(padding) }
        return text
    }

    /// The bytes; line ends are passed over.
    ///
    /// - Throws: Go's error with the position of the letter at fault, line ends not counted.
    static func decode(_ text: [UInt8]) throws(FunctionError) -> [UInt8] {
        let text = text.filter { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        var bytes: [UInt8] = []
        var start = 0
        while start < text.count {
            let (digits, isLast) = try group(text, from: start)
            var (buffer, bits): (UInt16, Int) = (0, 0)
            for digit in digits {
                buffer = buffer << 5 | UInt16(digit)
                bits += 5
                if bits >= 8 {
                    bits -= 8
                    bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt16(bits)))
                }
            }
            if isLast { break }
            start += 8
        }
        return bytes
    }

    /// The values of the letters of a group of eight, and whether padding ends it.
    private static func group(_ text: [UInt8], from start: Int) throws(FunctionError) -> ([UInt8], isLast: Bool) {
        var digits: [UInt8] = []
        for index in start..<(start + 8) {
            guard index < text.count else { throw corrupt(text.count - digits.count) }
            let letter = text[index]
            if letter == padding, digits.count >= 2, text.count - index <= 8 {
                try checkPadding(text, from: index, after: digits.count)
                return (digits, true)
            }
            guard let value = value(of: letter) else { throw corrupt(index) }
            digits.append(value)
        }
        return (digits, false)
    }

    private static func checkPadding(_ text: [UInt8], from index: Int, after count: Int) throws(FunctionError) {
        let following = text[(index + 1)...]
        if following.count + count < 7 { throw corrupt(text.count) }
        for (offset, letter) in following.prefix(7 - count).enumerated() where letter != padding {
            throw corrupt(index + offset)
        }
        // So many letters are no whole number of bytes.
        if count == 3 || count == 6 { throw corrupt(index) }
    }

    private static func value(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - UInt8(ascii: "A")
        case UInt8(ascii: "2")...UInt8(ascii: "7"): letter - UInt8(ascii: "2") + 26
        default: nil
        }
    }

    private static func corrupt(_ position: Int) -> FunctionError {
        FunctionError("illegal base32 data at input byte \(position)")
    }
}
