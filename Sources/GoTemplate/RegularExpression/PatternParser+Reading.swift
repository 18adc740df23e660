extension PatternParser {
    /// An error about the bytes from `start` to `end`.
    func error(_ code: PatternError.Code, _ start: Int, _ end: Int? = nil) -> PatternError {
        PatternError(code: code, part: ByteString(Array(bytes[start..<(end ?? bytes.count)])))
    }

    /// Reads a scalar.
    mutating func nextRune() throws(PatternError) -> UInt32 {
        let (rune, width) = bytes.rune(at: index)
        if rune == 0xFFFD, width == 1 { throw error(.invalidUTF8, index) }
        index += width
        return rune
    }

    /// Refuses bytes that are no UTF-8.
    func checkUTF8(_ start: Int, _ end: Int) throws(PatternError) {
        var position = start
        let part = bytes[start..<end]
        while position < end {
            let (rune, width) = part.rune(at: position)
            if rune == 0xFFFD, width == 1 { throw error(.invalidUTF8, start, end) }
            position += width
        }
    }

    func byte(at offset: Int) -> UInt8? {
        index + offset < bytes.count ? bytes[index + offset] : nil
    }
}
