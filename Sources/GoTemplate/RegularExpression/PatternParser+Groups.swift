extension PatternParser {
    /// Reads `(`, `(?:`, `(?P<name>`, `(?i)` and their like.
    mutating func openGroup() throws(PatternError) {
        guard byte(at: 1) == UInt8(ascii: "?") else {
            index += 1
            return openCapture(named: nil)
        }
        let hasMark = byte(at: 2) == UInt8(ascii: "P") && byte(at: 3) == UInt8(ascii: "<") && byte(at: 4) != nil
        if hasMark || (byte(at: 2) == UInt8(ascii: "<") && byte(at: 3) != nil) {
            return try openNamedCapture(nameOffset: hasMark ? 4 : 3)
        }
        try readFlags()
    }

    mutating func closeGroup() throws(PatternError) {
        guard groups.count > 1, let group = groups.popLast() else {
            throw error(.unexpectedParenthesis, 0)
        }
        index += 1
        let node = try closed(group)
        flags = group.flags
        try push(node)
    }

    private mutating func openCapture(named name: ByteString?) {
        groups.append(Group(capture: names.count, flags: flags))
        names.append(name)
    }

    private mutating func openNamedCapture(nameOffset: Int) throws(PatternError) {
        guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else {
            try checkUTF8(index, bytes.count)
            throw error(.invalidNamedCapture, index)
        }
        let start = index + nameOffset
        try checkUTF8(start, end)
        let name = bytes[start..<end]
        let isName = name.allSatisfy { RuneClass.isLetter($0) || RuneClass.isDigit($0) || $0 == UInt8(ascii: "_") }
        guard isName, !name.isEmpty else { throw error(.invalidNamedCapture, index, end + 1) }
        index = end + 1
        openCapture(named: ByteString(Array(name)))
    }

    /// Reads flags up to `)`, which set them for the rest of the group, or up to `:`, which opens a group with them.
    private mutating func readFlags() throws(PatternError) {
        let start = index
        index += 2
        var changed = flags
        var value = true
        var sawFlag = false
        while index < bytes.count {
            switch try nextRune() {
            case 0x69: (changed.ignoresCase, sawFlag) = (value, true)
            case 0x6D: (changed.isMultiline, sawFlag) = (value, true)
            case 0x73: (changed.dotMatchesNewline, sawFlag) = (value, true)
            case 0x55: (changed.isLazy, sawFlag) = (value, true)
            case 0x2D where value: (value, sawFlag) = (false, false)
            case 0x3A where value || sawFlag:
                groups.append(Group(capture: nil, flags: flags))
                flags = changed
                return
            case 0x29 where value || sawFlag:
                flags = changed
                return
            default: throw error(.invalidPerlOperator, start, index)
            }
        }
        throw error(.invalidPerlOperator, start, index)
    }
}
