/// Splits a template's text into tokens, one at a time, by the rules of Go's text/template.
///
/// `{{- ` and ` -}}` trim the white space of the text beside them; comments vanish.
struct Lexer {
    let bytes: [UInt8]
    /// Whether `break` and `continue` are keywords: they are not where functions have these names.
    private let breakIsKeyword: Bool
    private let continueIsKeyword: Bool

    /// Where the token in work starts, and that line.
    var start = 0
    private var line = 1
    /// The next byte to look at.
    var position = 0
    private var end: Int
    private var isInsideAction = false
    var parenthesisDepth = 0

    init(_ bytes: [UInt8], breakIsKeyword: Bool = true, continueIsKeyword: Bool = true) {
        self.bytes = bytes
        self.breakIsKeyword = breakIsKeyword
        self.continueIsKeyword = continueIsKeyword
        end = bytes.count
    }

    /// The next token. After an error there is only the end of the file.
    mutating func next() -> Token {
        isInsideAction ? actionToken() : textToken()
    }

    // MARK: Bytes

    /// The byte at the position plus `offset`, if the text goes that far.
    func peek(_ offset: Int = 0) -> UInt8? {
        let index = position + offset
        return index < end ? bytes[index] : nil
    }

    private func sees(_ first: UInt8, _ second: UInt8, at index: Int) -> Bool {
        index + 1 < end && bytes[index] == first && bytes[index + 1] == second
    }

    /// Whether `}}` stands at the index.
    func seesClosing(at index: Int) -> Bool { sees(Self.closingBrace, Self.closingBrace, at: index) }

    private static let closingBrace = UInt8(ascii: "}")

    /// Steps over the byte if it is one of `set`.
    @discardableResult
    mutating func accept(_ set: StaticString) -> Bool {
        guard let byte = peek(), set.withUTF8Buffer({ $0.contains(byte) }) else { return false }
        position += 1
        return true
    }

    mutating func acceptRun(_ set: StaticString) {
        while accept(set) {}
    }

    // MARK: Making tokens

    mutating func token(_ kind: Token.Kind) -> Token {
        let token = Token(kind: kind, range: start..<position, line: line)
        skip()
        return token
    }

    /// Leaves out what lies between the start and the position.
    mutating func skip() {
        var index = start
        while index < position {
            if bytes[index] == 0x0A { line += 1 }
            index += 1
        }
        start = position
    }

    mutating func fault(_ message: String) -> Token {
        let token = Token(kind: .error, range: start..<start, line: line, fault: message)
        (end, position, isInsideAction) = (start, start, false)
        return token
    }

    // MARK: Text

    private mutating func textToken() -> Token {
        while position < end {
            guard let open = nextOpening() else { break }
            position = open
            let trims = isTrimMarkedOpening(open)
            var textEnd = open
            if trims { while textEnd > start, RuneClass.isSpace(bytes[textEnd - 1]) { textEnd -= 1 } }
            if textEnd > start {
                position = textEnd
                let text = token(.text)
                position = open
                skip()
                return text
            }
            skip()
            position += 2
            let marker = trims ? 2 : 0
            if sees(UInt8(ascii: "/"), UInt8(ascii: "*"), at: position + marker) {
                position += marker
                skip()
                if let fault = passComment() { return fault }
                continue
            }
            let delimiter = token(.leftDelimiter)
            position += marker
            skip()
            isInsideAction = true
            parenthesisDepth = 0
            return delimiter
        }
        position = end
        return token(position > start ? .text : .endOfFile)
    }

    private func nextOpening() -> Int? {
        let brace = UInt8(ascii: "{")
        return bytes.withUnsafeBufferPointer { bytes in
            var index = position
            while index + 1 < end {
                if bytes[index] == brace, bytes[index + 1] == brace { return index }
                index += 1
            }
            return nil
        }
    }

    private func isTrimMarkedOpening(_ open: Int) -> Bool {
        open + 3 < end && bytes[open + 2] == UInt8(ascii: "-") && RuneClass.isSpace(bytes[open + 3])
    }

    private mutating func passComment() -> Token? {
        position += 2
        while position < end, !sees(UInt8(ascii: "*"), UInt8(ascii: "/"), at: position) { position += 1 }
        guard position < end else {
            position = start
            return fault("unclosed comment")
        }
        position += 2
        guard let trims = trimOfClosing else { return fault("comment ends before closing delimiter") }
        position += trims ? 4 : 2
        if trims { passSpace() }
        skip()
        return nil
    }

    // MARK: Closing

    /// Whether `}}` (false) or ` -}}` (true) is next; nil for neither.
    var trimOfClosing: Bool? {
        guard let byte = peek() else { return nil }
        if byte == Self.closingBrace { return seesClosing(at: position) ? false : nil }
        let trims = RuneClass.isSpace(byte) && peek(1) == UInt8(ascii: "-") && seesClosing(at: position + 2)
        return trims ? true : nil
    }

    mutating func rightDelimiter(trims: Bool) -> Token {
        if trims {
            position += 2
            skip()
        }
        position += 2
        let delimiter = token(.rightDelimiter)
        if trims {
            passSpace()
            skip()
        }
        isInsideAction = false
        return delimiter
    }

    private mutating func passSpace() {
        while let byte = peek(), RuneClass.isSpace(byte) { position += 1 }
    }

    func keyword(_ word: ByteString) -> Token.Kind? {
        // No keyword is longer.
        guard word.bytes.count <= 8 else { return nil }
        return switch Token.keywords[word] {
        case .break where !breakIsKeyword, .continue where !continueIsKeyword: nil
        case let kind: kind
        }
    }
}
