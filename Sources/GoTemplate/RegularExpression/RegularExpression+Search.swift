extension RegularExpression {
    /// The text of the first match, empty if there is none.
    package func find(in text: ByteString) throws(MatchLimitError) -> ByteString {
        guard let match = try firstMatch(in: text, captures: 0) else { return ByteString() }
        return ByteString(Array(text.bytes[match[0]..<match[1]]))
    }

    /// The bounds of the first `count` matches that do not overlap, of all for a negative count. An empty match right
    /// after another is none.
    package func findAll(in text: ByteString, count: Int = -1) throws(MatchLimitError) -> [Range<Int>] {
        let bytes = text.bytes
        var matcher = matcher(for: bytes, captures: 0)
        var found: [Range<Int>] = []
        var position = 0
        var end = -1
        while count < 0 || found.count < count, position <= bytes.count,
            let match = try matcher.match(from: position)
        {
            var isAccepted = true
            if match[1] == position {
                isAccepted = match[0] != end
                position += position < bytes.count ? bytes.rune(at: position).width : 1
            } else {
                position = match[1]
            }
            end = match[1]
            if isAccepted { found.append(match[0]..<match[1]) }
        }
        return found
    }

    /// The parts of a text between matches, at most `count` of them, all for a negative count.
    package func split(_ text: ByteString, count: Int) throws(MatchLimitError) -> [ByteString] {
        let bytes = text.bytes
        if count == 0 { return [] }
        if !pattern.bytes.isEmpty, bytes.isEmpty { return [ByteString()] }
        var parts: [ByteString] = []
        var (start, end) = (0, 0)
        for match in try findAll(in: text, count: count) {
            if count > 0, parts.count == count - 1 { break }
            end = match.lowerBound
            if match.upperBound != 0 { parts.append(ByteString(Array(bytes[start..<end]))) }
            start = match.upperBound
        }
        if end != bytes.count { parts.append(ByteString(Array(bytes[start...]))) }
        return parts
    }
}
