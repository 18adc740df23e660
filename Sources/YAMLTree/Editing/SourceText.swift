/// The bytes of a text that is edited, and what stands between its nodes: blanks, comments, line breaks, indicators.
struct SourceText: Sendable {
    var bytes: [UInt8]

    func byte(at position: Int) -> UInt8? { bytes.indices.contains(position) ? bytes[position] : nil }

    static func isBlank(_ byte: UInt8?) -> Bool { byte == ascii(" ") || byte == ascii("\t") }
    static func isBreak(_ byte: UInt8?) -> Bool { byte == ascii("\n") || byte == ascii("\r") }

    /// The line break that the text uses: that of its first line.
    var lineBreak: String {
        guard let feed = bytes.firstIndex(of: ascii("\n")), feed > 0, bytes[feed - 1] == ascii("\r") else {
            return "\n"
        }
        return "\r\n"
    }

    /// Where the line of `position` begins.
    func lineStart(_ position: Int) -> Int {
        var start = min(position, bytes.count)
        while start > 0, bytes[start - 1] != ascii("\n") { start -= 1 }
        return start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, position) : start
    }

    /// Where the line of `position` ends, before its line break.
    func lineEnd(_ position: Int) -> Int {
        var end = position
        while end < bytes.count, !Self.isBreak(bytes[end]) { end += 1 }
        return end
    }

    /// Where the next line begins after a line that ends at `end`.
    func afterBreak(_ end: Int) -> Int {
        if byte(at: end) == ascii("\r"), byte(at: end + 1) == ascii("\n") { return end + 2 }
        return end < bytes.count ? end + 1 : end
    }

    /// The end of the line before the one that begins at `start`.
    func beforeBreak(_ start: Int) -> Int {
        guard start > 0, Self.isBreak(bytes[start - 1]) else { return start }
        let isPair = start > 1 && bytes[start - 1] == ascii("\n") && bytes[start - 2] == ascii("\r")
        return start - (isPair ? 2 : 1)
    }

    /// Whether only blanks stand in a range.
    func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { Self.isBlank($0) } }

    /// Whether only blanks and line breaks stand in a range.
    func isWhitespace(_ range: Range<Int>) -> Bool {
        bytes[range].allSatisfy { Self.isBlank($0) || Self.isBreak($0) }
    }

    /// The next byte from `position` that is neither white space nor part of a comment.
    func next(from position: Int) -> Int {
        var position = position
        while position < bytes.count {
            if bytes[position] == ascii("#"), position == 0 || Self.isSpace(byte(at: position - 1)) {
                position = lineEnd(position)
            } else if Self.isSpace(bytes[position]) {
                position += 1
            } else {
                break
            }
        }
        return position
    }

    private static func isSpace(_ byte: UInt8?) -> Bool { isBlank(byte) || isBreak(byte) }

    /// Where the value of a key begins: behind the colon that follows the key; nil where there is none.
    func slot(after key: SourceLayout) -> Int? {
        let colon = next(from: key.end)
        return byte(at: colon) == ascii(":") ? colon + 1 : nil
    }

    /// The indicators `-` of the items of a block sequence.
    func indicators(of sequence: SourceLayout) -> [Int] {
        var indicators: [Int] = []
        var position = sequence.content.lowerBound
        for item in sequence.items {
            let indicator = next(from: position)
            indicators.append(indicator)
            position = max(indicator + 1, item.end)
        }
        return indicators
    }

    /// Where anchor and tag, which begin at `start`, end together with the blanks after them.
    func endOfProperties(from start: Int, to end: Int) -> Int {
        var position = start
        while position < end, bytes[position] == ascii("&") || bytes[position] == ascii("!") {
            while position < end, !Self.isSpace(bytes[position]) { position += 1 }
            position = min(end, next(from: position))
        }
        return position
    }

    /// Where a block scalar ends, without the blank lines and the line break after it; with all of them, except the
    /// last break, where its header keeps them.
    func endOfBlock(from start: Int, to end: Int) -> Int {
        let keepsLines = bytes[start..<lineEnd(start)].prefix { !Self.isSpace($0) }.contains(ascii("+"))
        var last = end
        if keepsLines { return beforeBreak(last) }
        while last > start, Self.isSpace(bytes[last - 1]) { last -= 1 }
        return last
    }

    /// Where a collection without a closing bracket ends, given its last part.
    func endOfParts(_ last: SourceLayout?, of shape: SourceLayout.Shape, from start: Int) -> Int {
        guard let last else { return start }
        // A null that is not written stands behind its indicator, or before what follows it.
        var end = last.end
        if last.content.isEmpty, last.start == last.end {
            while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
        }
        return end
    }
}
