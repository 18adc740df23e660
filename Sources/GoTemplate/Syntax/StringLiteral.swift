/// Go's string and character literals.
enum StringLiteral {
    /// What a literal in double or back quotes stands for; nil if its escapes are wrong.
    static func value(of literal: some RandomAccessCollection<UInt8>) -> ByteString? {
        let bytes = Array(literal)
        guard bytes.count >= 2, let quote = bytes.first, bytes.last == quote else { return nil }
        let content = bytes[1..<(bytes.count - 1)]
        if quote == UInt8(ascii: "`") { return ByteString(content.filter { $0 != 0x0D }) }
        guard content.contains(where: { $0 == UInt8(ascii: "\\") || $0 >= 0x80 }) else {
            return ByteString(Array(content))
        }
        var result: [UInt8] = []
        var reader = EscapeReader(bytes: content, quote: quote)
        while let unit = reader.next() {
            switch unit {
            case .byte(let byte): result.append(byte)
            case .rune(let rune): result.append(rune: rune)
            }
        }
        return reader.isBroken ? nil : ByteString(result)
    }

    /// What a character literal such as `'\n'` stands for.
    enum Character {
        case value(UInt32)
        /// An escape is wrong.
        case broken
        /// It is longer than a character.
        case long
    }

    static func character(_ literal: some RandomAccessCollection<UInt8>) -> Character {
        let bytes = Array(literal.dropFirst())
        var reader = EscapeReader(bytes: bytes[...], quote: UInt8(ascii: "'"))
        guard let unit = reader.next() else { return .broken }
        let value =
            switch unit {
            case .byte(let byte): UInt32(byte)
            case .rune(let rune): rune
            }
        return reader.rest.elementsEqual([UInt8(ascii: "'")]) ? .value(value) : .long
    }
}

/// Reads the characters of a literal, with escapes.
private struct EscapeReader {
    enum Unit {
        case byte(UInt8)
        case rune(UInt32)
    }

    private(set) var rest: ArraySlice<UInt8>
    private let quote: UInt8
    private(set) var isBroken = false

    init(bytes: ArraySlice<UInt8>, quote: UInt8) {
        rest = bytes
        self.quote = quote
    }

    /// The next character; nil at the end and where an escape is wrong.
    mutating func next() -> Unit? {
        guard !isBroken, let first = rest.first else { return nil }
        guard first != quote else { return fail() }
        guard first == UInt8(ascii: "\\") else {
            let (rune, width) = rest.rune(at: rest.startIndex)
            rest = rest.dropFirst(width)
            return .rune(rune)
        }
        rest = rest.dropFirst()
        guard let letter = rest.popFirst() else { return fail() }
        switch letter {
        case UInt8(ascii: "x"): return digits(2, radix: 16).map { .byte(UInt8(truncatingIfNeeded: $0)) } ?? fail()
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let count = letter == UInt8(ascii: "u") ? 4 : 8
            guard let rune = digits(count, radix: 16), Unicode.Scalar(rune) != nil else { return fail() }
            return .rune(rune)
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            guard let low = digits(2, radix: 8) else { return fail() }
            let value = UInt32(letter - UInt8(ascii: "0")) * 64 + low
            return value <= 255 ? .byte(UInt8(truncatingIfNeeded: value)) : fail()
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return letter == quote ? .byte(letter) : fail()
        default: return Self.short[letter].map(Unit.byte) ?? fail()
        }
    }

    private mutating func digits(_ count: Int, radix: UInt32) -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let byte = rest.popFirst(), let digit = RuneClass.hexadecimal(byte), digit < radix else { return nil }
            value = value &* radix &+ digit
        }
        return value
    }

    private mutating func fail() -> Unit? {
        isBroken = true
        return nil
    }

    private static let short: [UInt8: UInt8] = [
        UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
        UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09, UInt8(ascii: "v"): 0x0B, UInt8(ascii: "\\"): 0x5C,
    ]
}
