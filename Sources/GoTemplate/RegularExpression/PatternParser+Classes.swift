extension PatternParser {
    /// Reads a class in brackets.
    mutating func readClass() throws(PatternError) -> RuneSet {
        let start = index
        index += 1
        let isNegated = byte(at: 0) == UInt8(ascii: "^")
        if isNegated { index += 1 }
        var parts: [RuneSet.Range] = []
        var isFirst = true
        while isFirst || byte(at: 0) != UInt8(ascii: "]") {
            isFirst = false
            if let set = try readPOSIXClass() {
                parts += set.ranges
            } else if let set = try readEscapedClass() {
                parts += set.ranges
            } else {
                parts.append(try readRange(of: start))
            }
        }
        index += 1
        var set = RuneSet(parts)
        if flags.ignoresCase { set = set.folded }
        return isNegated ? set.negated : set
    }

    /// Reads `[:alpha:]` or `[:^alpha:]`; nil if there is none at the index.
    private mutating func readPOSIXClass() throws(PatternError) -> RuneSet? {
        guard !lacksClassEnd, byte(at: 0) == UInt8(ascii: "["), byte(at: 1) == UInt8(ascii: ":"), byte(at: 2) != nil
        else {
            return nil
        }
        var end = index + 2
        while end + 1 < bytes.count, bytes[end] != UInt8(ascii: ":") || bytes[end + 1] != UInt8(ascii: "]") {
            end += 1
        }
        guard end + 1 < bytes.count else {
            lacksClassEnd = true
            return nil
        }
        var name = bytes[(index + 2)..<end]
        let isNegated = name.first == UInt8(ascii: "^")
        if isNegated { name.removeFirst() }
        guard let set = NamedClass.posix[String(decoding: name, as: UTF8.self)] else {
            throw error(.invalidClassRange, index, end + 2)
        }
        index = end + 2
        return named(set, isNegated: isNegated)
    }

    /// Reads a character or a range such as `a-z` of the class that began at `start`.
    private mutating func readRange(of start: Int) throws(PatternError) -> RuneSet.Range {
        let begin = index
        let first = try readClassRune(of: start)
        var last = first
        if byte(at: 0) == UInt8(ascii: "-"), let next = byte(at: 1), next != UInt8(ascii: "]") {
            index += 1
            last = try readClassRune(of: start)
            if last < first { throw error(.invalidClassRange, begin, index) }
        }
        return RuneSet.Range(first: first, last: last)
    }

    private mutating func readClassRune(of start: Int) throws(PatternError) -> UInt32 {
        guard index < bytes.count else { throw error(.missingBracket, start) }
        return bytes[index] == UInt8(ascii: "\\") ? try readEscape() : try nextRune()
    }
}
