import GoTemplate

/// Spaces before each line, and texts several times over.
enum Indentation {
    /// Puts `width` spaces before each line, empty ones too.
    static func indent(_ width: Int, _ text: ByteString) throws -> ByteString {
        if width < 0 { throw FunctionError.negativeRepeat }
        let newline = UInt8(ascii: "\n")
        let lines = text.bytes.reduce(1) { $1 == newline ? $0 + 1 : $0 }
        try ResultLimit.checkText(width, times: lines)
        var result: [UInt8] = []
        result.reserveCapacity(text.bytes.count + width * lines)
        let padding = repeatElement(UInt8(ascii: " "), count: width)
        result.append(contentsOf: padding)
        var rest = text.bytes[...]
        while let end = rest.firstIndex(of: newline) {
            result.append(contentsOf: rest[...end])
            result.append(contentsOf: padding)
            rest = rest[(end + 1)...]
        }
        result.append(contentsOf: rest)
        return ByteString(result)
    }

    static func repeated(_ count: Int, _ text: ByteString) throws -> ByteString {
        if count < 0 { throw FunctionError.negativeRepeat }
        if text.bytes.isEmpty { return text }
        try ResultLimit.checkText(count, times: text.bytes.count)
        return ByteString(Array(repeatElement(text.bytes, count: count).joined()))
    }
}
