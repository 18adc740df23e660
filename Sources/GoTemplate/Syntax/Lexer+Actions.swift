extension Lexer {
    /// The next token between `{{` and `}}`.
    mutating func actionToken() -> Token {
        if let trims = trimOfClosing {
            return parenthesisDepth == 0 ? rightDelimiter(trims: trims) : fault("unclosed left paren")
        }
        guard let byte = peek() else { return fault("unclosed action") }
        if RuneClass.isSpace(byte) { return space() }
        switch byte {
        case UInt8(ascii: "="): return single(.assign)
        case UInt8(ascii: ":"):
            guard peek(1) == UInt8(ascii: "=") else { return fault("expected :=") }
            position += 2
            return token(.declare)
        case UInt8(ascii: "|"): return single(.pipe)
        case UInt8(ascii: "\""): return quoted(.string, "unterminated quoted string")
        case UInt8(ascii: "'"): return quoted(.characterConstant, "unterminated character constant")
        case UInt8(ascii: "`"): return rawString()
        case UInt8(ascii: "$"): return named(.variable)
        case UInt8(ascii: "."):
            if let next = peek(1), !RuneClass.isDigit(next) { return named(.field) }
            return number()
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return number()
        case UInt8(ascii: "("):
            parenthesisDepth += 1
            return single(.leftParenthesis)
        case UInt8(ascii: ")"):
            parenthesisDepth -= 1
            return parenthesisDepth < 0 ? fault("unexpected right paren") : single(.rightParenthesis)
        case _ where RuneClass.isDigit(byte): return number()
        default: break
        }
        let rune = bytes.rune(at: position).scalar
        if RuneClass.isAlphanumeric(rune) { return identifier() }
        if rune < 0x80, RuneClass.isPrintable(rune) { return single(.character) }
        return fault("unrecognized character in action: " + Self.unicode(rune))
    }

    private mutating func single(_ kind: Token.Kind) -> Token {
        position += 1
        return token(kind)
    }

    private mutating func space() -> Token {
        while let byte = peek(), RuneClass.isSpace(byte) { position += 1 }
        // The last space may belong to a closing ` -}}`.
        if peek() == UInt8(ascii: "-"), seesClosing(at: position + 1) {
            position -= 1
            if position == start { return rightDelimiter(trims: true) }
        }
        return token(.space)
    }

    private mutating func identifier() -> Token {
        passName()
        let word = ByteString(Array(bytes[start..<position]))
        guard isAtTerminator else { return badCharacter() }
        if let keyword = keyword(word) { return token(keyword) }
        return token(word == "true" || word == "false" ? .bool : .identifier)
    }

    /// A field `.x` or variable `$x`, or `.` or `$` alone.
    private mutating func named(_ kind: Token.Kind) -> Token {
        position += 1
        if isAtTerminator { return token(kind == .variable ? .variable : .dot) }
        passName()
        return isAtTerminator ? token(kind) : badCharacter()
    }

    private mutating func passName() {
        while position < bytes.count {
            let (rune, width) = bytes.rune(at: position)
            guard RuneClass.isAlphanumeric(rune) else { return }
            position += width
        }
    }

    private mutating func badCharacter() -> Token {
        fault("bad character " + Self.unicode(bytes.rune(at: position).scalar))
    }

    /// Whether a name may end here.
    private var isAtTerminator: Bool {
        guard let byte = peek(), !RuneClass.isSpace(byte) else { return true }
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: ")"),
            UInt8(ascii: "("):
            return true
        default: return seesClosing(at: position)
        }
    }

    private mutating func quoted(_ kind: Token.Kind, _ unterminated: String) -> Token {
        let quote = bytes[position]
        position += 1
        while let byte = peek(), byte != 0x0A {
            position += 1
            if byte == quote { return token(kind) }
            if byte == UInt8(ascii: "\\") {
                guard let escaped = peek(), escaped != 0x0A else { break }
                position += 1
            }
        }
        return fault(unterminated)
    }

    private mutating func rawString() -> Token {
        position += 1
        while let byte = peek() {
            position += 1
            if byte == UInt8(ascii: "`") { return token(.rawString) }
        }
        return fault("unterminated raw quoted string")
    }

    private mutating func number() -> Token {
        guard passNumber() else { return badNumber() }
        guard let sign = peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return token(.number) }
        guard passNumber(), bytes[position - 1] == UInt8(ascii: "i") else { return badNumber() }
        return token(.complex)
    }

    private mutating func badNumber() -> Token {
        fault("bad number syntax: " + String(decoding: GoQuote.quoted(bytes[start..<position]), as: UTF8.self))
    }

    /// Passes what looks like a number; whether it is one, the parser says.
    private mutating func passNumber() -> Bool {
        accept("+-")
        var digits: StaticString = "0123456789_"
        var exponent: StaticString = "eE"
        if accept("0") {
            if accept("xX") {
                (digits, exponent) = ("0123456789abcdefABCDEF_", "pP")
            } else if accept("oO") {
                (digits, exponent) = ("01234567_", "")
            } else if accept("bB") {
                (digits, exponent) = ("01_", "")
            }
        }
        acceptRun(digits)
        if accept(".") { acceptRun(digits) }
        if accept(exponent) {
            accept("+-")
            acceptRun("0123456789_")
        }
        accept("i")
        guard position < bytes.count else { return true }
        let (rune, width) = bytes.rune(at: position)
        guard RuneClass.isAlphanumeric(rune) else { return true }
        position += width
        return false
    }

    /// `U+0021 '!'`, as Go's `%#U` prints it.
    static func unicode(_ rune: UInt32) -> String {
        let digits = String(rune, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        guard RuneClass.isPrintable(rune), let scalar = Unicode.Scalar(rune) else { return name }
        return name + " '\(Character(scalar))'"
    }
}
