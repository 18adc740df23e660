import GoTemplate

/// `wrap` and `wrapWith`: lines of at most a width in bytes, broken at spaces.
enum LineWrapping {
    /// Longer words are left whole.
    static func wrap(_ width: Int, _ text: ByteString) throws -> ByteString {
        try wrap(text.bytes, width, separator: Array("\n".utf8), breaksWords: false)
    }

    /// Longer words are cut; lines are joined by `separator`, or by a line feed if that is empty.
    static func wrap(_ width: Int, with separator: ByteString, _ text: ByteString) throws -> ByteString {
        let separator = separator.bytes.isEmpty ? Array("\n".utf8) : separator.bytes
        return try wrap(text.bytes, width, separator: separator, breaksWords: true)
    }

    private static func wrap(
        _ bytes: [UInt8],
        _ width: Int,
        separator: [UInt8],
        breaksWords: Bool
    ) throws -> ByteString {
        let width = max(width, 1)
        try ResultLimit.checkText(bytes.count / width + 1, times: separator.count)
        let space = UInt8(ascii: " ")
        var result: [UInt8] = []
        var start = 0
        while bytes.count - start > width {
            if bytes[start] == space {
                start += 1
                continue
            }
            var end = start + width
            var next = end
            if let gap = bytes[start...end].lastIndex(of: space) {
                (end, next) = (gap, gap + 1)
            } else if !breaksWords {
                guard let gap = bytes[end...].firstIndex(of: space) else { break }
                (end, next) = (gap, gap + 1)
            }
            result += bytes[start..<end]
            result += separator
            start = next
        }
        return ByteString(result + bytes[start...])
    }
}
