import GoTemplate

/// Parts of a text, counted in bytes: `trunc`, `substr`, `abbrev` and `abbrevboth`.
enum Abbreviation {
    /// The first `width` bytes, or for a negative width the last ones.
    static func truncate(_ width: Int, _ text: ByteString) -> ByteString {
        let bytes = text.bytes
        if width < 0 {
            return bytes.count + width > 0 ? ByteString(Array(bytes[(bytes.count + width)...])) : text
        }
        return bytes.count > width ? ByteString(Array(bytes[..<width])) : text
    }

    /// The bytes from `start` up to `end`; a negative start is the start, and a negative or too large end the end.
    static func substring(_ start: Int, _ end: Int, _ text: ByteString) throws -> ByteString {
        let bytes = text.bytes
        if start < 0 {
            guard end >= 0 else { throw FunctionError("runtime error: slice bounds out of range [:\(end)]") }
            guard end <= bytes.count else {
                throw FunctionError("runtime error: slice bounds out of range [:\(end)] with length \(bytes.count)")
            }
            return ByteString(Array(bytes[..<end]))
        }
        if end < 0 || end > bytes.count {
            guard start <= bytes.count else {
                throw FunctionError("runtime error: slice bounds out of range [\(start):\(bytes.count)]")
            }
            return ByteString(Array(bytes[start...]))
        }
        guard start <= end else { throw FunctionError("runtime error: slice bounds out of range [\(start):\(end)]") }
        return ByteString(Array(bytes[start..<end]))
    }

    /// The text in at most `width` bytes, with `...` for what is left out at the end.
    static func abbreviate(_ width: Int, _ text: ByteString) -> ByteString {
        abbreviate(text.bytes[...], offset: 0, width: width)
    }

    /// The same, from `left` on, with `...` for what is left out at either end.
    static func abbreviateBoth(_ left: Int, _ right: Int, _ text: ByteString) -> ByteString {
        if right < 4 || (left > 0 && right < 7) { return text }
        return abbreviate(text.bytes[...], offset: left, width: right)
    }

    private static let mark = Array("...".utf8)

    private static func abbreviate(_ bytes: ArraySlice<UInt8>, offset: Int, width: Int) -> ByteString {
        if width < 4 || bytes.count <= width { return ByteString(Array(bytes)) }
        let room = width - 3
        let offset = min(min(offset, bytes.count), bytes.count - room)
        if offset <= 4 { return ByteString(bytes.prefix(room) + mark) }
        let end = bytes.count - offset > room ? abbreviate(bytes.dropFirst(offset), offset: 0, width: room).bytes : nil
        return ByteString(mark + (end ?? Array(bytes.suffix(room))))
    }
}
