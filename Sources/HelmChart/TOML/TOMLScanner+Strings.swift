extension TOMLScanner {
    /// A string of any of the four kinds; keys are of one line.
    mutating func string(isKey: Bool = false) throws(TOMLFault) -> [UInt8] {
        let isRaw = try peek() == UInt8(ascii: "'")
        let quote: Unicode.Scalar = isRaw ? "'" : "\""
        let triple = String(repeating: Character(quote), count: 3)
        let isLong = !isKey && starts(with: triple)
        for _ in 0..<(isLong ? 3 : 1) { advance() }
        if isLong {
            if try peek() == 0x0D { advance() }
            if try peek() == 0x0A { advance() }
        }
        var text: [UInt8] = []
        while true {
            guard let byte = try peek() else {
                let marks = isLong ? triple : String(quote)
                throw fault("unexpected EOF; expected \(isRaw ? "\"\(marks)\"" : "'\(marks)'")")
            }
            if byte == UInt8(ascii: quote), !isLong || starts(with: triple) {
                return try close(text, quote: quote, isLong: isLong)
            }
            if byte == UInt8(ascii: "\\"), !isRaw {
                advance()
                try escape(into: &text, isLong: isLong)
                continue
            }
            if !isLong, byte == 0x0A || byte == 0x0D { throw fault("strings cannot contain newlines") }
            let start = position
            advance()
            text += self.text(from: start)
        }
    }

    /// The quotes at the end; a long string may itself end in two of them.
    private mutating func close(_ text: [UInt8], quote: Unicode.Scalar, isLong: Bool) throws(TOMLFault) -> [UInt8] {
        var count = 0
        while try peek() == UInt8(ascii: quote), count < (isLong ? 6 : 1) {
            advance()
            count += 1
        }
        let triple = String(repeating: Character(quote), count: 6)
        if count > 5 { throw fault("unexpected \(quote == "'" ? "\"\(triple)\"" : "'\(triple)'")") }
        return text + Array(repeating: UInt8(ascii: quote), count: isLong ? count - 3 : 0)
    }

    private mutating func escape(into text: inout [UInt8], isLong: Bool) throws(TOMLFault) {
        guard let byte = try peek() else { throw fault("unexpected end of line after '\\'") }
        if isLong, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { return try lineEscape() }
        let digits: Int
        switch byte {
        case UInt8(ascii: "x"): digits = 2
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        default:
            if byte == UInt8(ascii: "e") {
                text.append(0x1B)
            } else if let value = TOMLCharacter.escapes.first(where: { $0.value == byte })?.key {
                text.append(value)
            } else {
                throw fault(try unknownEscape(byte))
            }
            return advance()
        }
        advance()
        text += try character(digits: digits, mark: byte)
    }

    private func unknownEscape(_ byte: UInt8) throws(TOMLFault) -> String {
        if byte == 0x0A || byte == 0x0D { return "unexpected end of line after '\\'" }
        return "invalid escape in string '\\\(try found().dropFirst())"
    }

    private mutating func character(digits: Int, mark: UInt8) throws(TOMLFault) -> [UInt8] {
        var value: UInt32 = 0
        let start = position
        for _ in 0..<digits {
            guard let byte = try peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                let words = [2: "two", 4: "four", 8: "eight"]
                throw fault(
                    "expected \(words[digits] ?? "") hexadecimal digits after '\\\(Unicode.Scalar(mark))', "
                        + "but got \"\(String(decoding: text(from: start), as: UTF8.self))\" instead"
                )
            }
            value = value << 4 | UInt32(digit)
            advance()
        }
        guard let scalar = Unicode.Scalar(value) else {
            let digits = String(decoding: text(from: start), as: UTF8.self)
            throw fault("Escaped character '\\u\(digits)' is not valid UTF-8.")
        }
        return Array(String(scalar).utf8)
    }

    /// A backslash before a line end takes away all white space up to the next text.
    private mutating func lineEscape() throws(TOMLFault) {
        let first = try peek()
        try skipBlanks()
        guard let byte = try peek(), byte == 0x0A || byte == 0x0D else {
            throw fault("invalid escape: '\\\(first.map { String(Unicode.Scalar($0)) } ?? "")'")
        }
        while let byte = try peek(), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { advance() }
    }
}
