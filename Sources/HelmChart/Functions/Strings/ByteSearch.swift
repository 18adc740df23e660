import GoTemplate

/// Finding, cutting and replacing parts of a text, byte by byte.
enum ByteSearch {
    /// Where `part` starts first at or after `start`; nil if nowhere.
    static func first(_ part: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Int? {
        guard let head = part.first else { return start <= bytes.count ? start : nil }
        guard bytes.count - start >= part.count else { return nil }
        return bytes.withUnsafeBufferPointer { text in
            part.withUnsafeBufferPointer { part in
                var index = start
                let last = text.count - part.count
                search: while index <= last {
                    if text[index] == head {
                        for offset in 1..<max(part.count, 1) where text[index + offset] != part[offset] {
                            index += 1
                            continue search
                        }
                        return index
                    }
                    index += 1
                }
                return nil
            }
        }
    }

    /// The pieces between occurrences of `separator`, at most `limit` of them if that is not negative. An empty
    /// separator cuts after each scalar.
    static func split(_ text: ByteString, by separator: ByteString, limit: Int = -1) throws -> [ByteString] {
        if limit == 0 { return [] }
        if separator.bytes.isEmpty { return try explode(text.bytes, limit: limit) }
        var pieces: [ByteString] = []
        var start = 0
        while limit < 0 || pieces.count < limit - 1, let end = first(separator.bytes, in: text.bytes, from: start) {
            pieces.append(ByteString(Array(text.bytes[start..<end])))
            start = end + separator.bytes.count
        }
        try ResultLimit.checkList(pieces.count)
        pieces.append(ByteString(Array(text.bytes[start...])))
        return pieces
    }

    /// Puts `new` for each `old`. An empty `old` is found before each scalar and at the end.
    static func replace(_ old: ByteString, _ new: ByteString, _ text: ByteString) throws -> ByteString {
        if old == new { return text }
        let bytes = text.bytes
        if old.bytes.isEmpty {
            try ResultLimit.checkText(bytes.count + 1, times: new.bytes.count + 1)
            let pieces = try explode(bytes, limit: -1)
            return ByteString(pieces.reduce(into: new.bytes) { $0 += $1.bytes + new.bytes })
        }
        var result: [UInt8] = []
        var start = 0
        while let end = first(old.bytes, in: bytes, from: start) {
            result += bytes[start..<end]
            result += new.bytes
            start = end + old.bytes.count
            try ResultLimit.checkText(result.count)
        }
        return start == 0 ? text : ByteString(result + bytes[start...])
    }

    /// The text without the scalars of `set` at its ends.
    static func trim(_ set: ByteString, _ text: ByteString) -> ByteString {
        let set = Set(Runes.decode(set.bytes))
        if set.isEmpty { return text }
        return trim(text) { set.contains($0) }
    }

    /// The text without white space at its ends.
    static func trimSpace(_ text: ByteString) -> ByteString {
        trim(text, LetterCase.isSpace)
    }

    private static func trim(_ text: ByteString, _ drops: (Unicode.Scalar) -> Bool) -> ByteString {
        var rest = text.bytes[...]
        while !rest.isEmpty {
            let (scalar, width) = Runes.first(of: rest)
            guard drops(scalar) else { break }
            rest = rest.dropFirst(width)
        }
        while !rest.isEmpty {
            let (scalar, width) = Runes.last(of: rest)
            guard drops(scalar) else { break }
            rest = rest.dropLast(width)
        }
        return rest.count == text.bytes.count ? text : ByteString(Array(rest))
    }

    private static func explode(_ bytes: [UInt8], limit: Int) throws -> [ByteString] {
        try ResultLimit.checkList(bytes.count)
        var pieces: [ByteString] = []
        var index = 0
        while index < bytes.count, limit < 0 || pieces.count < limit - 1 {
            let width = Runes.first(of: bytes[index...]).width
            pieces.append(ByteString(Array(bytes[index..<index + width])))
            index += width
        }
        if index < bytes.count { pieces.append(ByteString(Array(bytes[index...]))) }
        return pieces
    }
}
