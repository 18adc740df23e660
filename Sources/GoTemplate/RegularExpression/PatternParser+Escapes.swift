extension PatternParser {
    /// Reads what a backslash begins outside of a class.
    mutating func readEscapedItem() throws(PatternError) {
        switch byte(at: 1) {
        case UInt8(ascii: "A"): return try push(.assertion(.textStart), after: 2)
        case UInt8(ascii: "z"): return try push(.assertion(.textEnd), after: 2)
        case UInt8(ascii: "b"): return try push(.assertion(.wordBoundary), after: 2)
        case UInt8(ascii: "B"): return try push(.assertion(.noWordBoundary), after: 2)
        case UInt8(ascii: "C"): throw error(.invalidEscape, index, index + 2)
        case UInt8(ascii: "Q"): return try readQuoted()
        default: break
        }
        if let set = try readEscapedClass() { return try push(.set(set)) }
        try pushLiteral(readEscape())
    }

    /// Reads `\Q…\E`, whose characters stand for themselves.
    private mutating func readQuoted() throws(PatternError) {
        index += 2
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\"), byte(at: 1) == UInt8(ascii: "E") {
                index += 2
                return
            }
            try pushLiteral(nextRune())
        }
    }

    /// Reads a class such as `\d`, `\PN` or `\p{Greek}`; nil if there is none at the index.
    mutating func readEscapedClass() throws(PatternError) -> RuneSet? {
        guard byte(at: 0) == UInt8(ascii: "\\"), let letter = byte(at: 1) else { return nil }
        if letter | 0x20 == UInt8(ascii: "p") { return try readUnicodeClass(isNegated: letter == UInt8(ascii: "P")) }
        guard let set = NamedClass.perl[letter | 0x20] else { return nil }
        index += 2
        return named(set, isNegated: letter & 0x20 == 0)
    }

    /// The set as the flags have it.
    func named(_ set: RuneSet, isNegated: Bool) -> RuneSet {
        let set = flags.ignoresCase ? set.folded : set
        return isNegated ? set.negated : set
    }

    private mutating func readUnicodeClass(isNegated: Bool) throws(PatternError) -> RuneSet? {
        let start = index
        guard index + 2 < bytes.count else { throw error(.invalidUTF8, bytes.count) }
        index += 2
        var name: ArraySlice<UInt8>
        if try nextRune() != 0x7B {
            name = bytes[(start + 2)..<index]
        } else {
            guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
                try checkUTF8(start, bytes.count)
                throw error(.invalidClassRange, start)
            }
            try checkUTF8(index, end)
            name = bytes[index..<end]
            index = end + 1
        }
        var isNegated = isNegated
        if name.first == UInt8(ascii: "^") {
            name.removeFirst()
            isNegated.toggle()
        }
        guard let set = NamedClass.unicode(String(decoding: name, as: UTF8.self)) else {
            throw error(.invalidClassRange, start, index)
        }
        return named(set, isNegated: isNegated)
    }

    /// Reads an escape that stands for one scalar.
    mutating func readEscape() throws(PatternError) -> UInt32 {
        let start = index
        index += 1
        guard index < bytes.count else { throw PatternError(code: .trailingBackslash, part: "") }
        let rune = try nextRune()
        switch rune {
        case 0x31...0x37 where isOctal(byte(at: 0)), 0x30: return readOctal(from: rune - 0x30)
        case 0x78:
            if let value = try readHexadecimal() { return value }
        default:
            if let value = Self.controls[rune] { return value }
            if rune < 0x80, !RuneClass.isAlphanumeric(rune) || rune == 0x5F { return rune }
        }
        throw error(.invalidEscape, start, index)
    }

    private static let controls: [UInt32: UInt32] = [
        0x61: 0x07, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09, 0x76: 0x0B,
    ]

    private func isOctal(_ byte: UInt8?) -> Bool {
        byte.map { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "7") } ?? false
    }

    /// Reads up to two more digits.
    private mutating func readOctal(from first: UInt32) -> UInt32 {
        var value = first
        for _ in 0..<2 {
            guard let digit = byte(at: 0), isOctal(digit) else { break }
            value = value * 8 + UInt32(digit - UInt8(ascii: "0"))
            index += 1
        }
        return value
    }

    /// Reads the digits of `\x41` or `\x{1F600}`; nil if they are wrong.
    private mutating func readHexadecimal() throws(PatternError) -> UInt32? {
        guard index < bytes.count else { return nil }
        let first = try nextRune()
        guard first == 0x7B else {
            guard index < bytes.count else { throw error(.invalidUTF8, bytes.count) }
            let second = try nextRune()
            guard let high = digit(first), let low = digit(second) else { return nil }
            return high * 16 + low
        }
        var value: UInt32?
        while index < bytes.count {
            let rune = try nextRune()
            if rune == 0x7D { return value }
            guard let digit = digit(rune) else { return nil }
            let next = (value ?? 0) * 16 + digit
            guard next <= RuneSet.lastRune else { return nil }
            value = next
        }
        return nil
    }

    private func digit(_ rune: UInt32) -> UInt32? {
        UInt8(exactly: rune).flatMap(RuneClass.hexadecimal)
    }
}
