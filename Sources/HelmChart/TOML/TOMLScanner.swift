import GoTemplate

/// The characters of a text in TOML, with the rules that hold for all of them.
struct TOMLScanner {
    private let bytes: [UInt8]
    private(set) var position = 0
    private(set) var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    // MARK: Characters

    /// The next byte; nil at the end.
    func peek() throws(TOMLFault) -> UInt8? {
        guard position < bytes.count else { return nil }
        let byte = bytes[position]
        if byte >= 0x80 {
            guard bytes.widthOfCharacter(at: position) > 0 else {
                throw fault("invalid UTF-8 byte: 0x\(String(byte, radix: 16))")
            }
        } else if byte < 0x20 || byte == 0x7F {
            let isLineEnd = byte == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
            if byte != 0x09, byte != 0x0A, !isLineEnd {
                let digits = String(byte, radix: 16)
                let code = (digits.utf8.count < 2 ? "0" : "") + digits
                throw fault("TOML files cannot contain control characters: '0x\(code)'")
            }
        }
        return byte
    }

    /// Passes the byte that ``peek()`` gave, of a character of several bytes all.
    mutating func advance() {
        guard position < bytes.count else { return }
        if bytes[position] == 0x0A { line += 1 }
        position += max(1, bytes.widthOfCharacter(at: position))
    }

    mutating func skip(_ character: Unicode.Scalar) throws(TOMLFault) -> Bool {
        guard try peek() == UInt8(ascii: character) else { return false }
        advance()
        return true
    }

    /// The next bytes without a check.
    func starts(with text: String) -> Bool {
        bytes[position...].starts(with: text.utf8)
    }

    func text(from start: Int) -> [UInt8] { Array(bytes[start..<position]) }

    mutating func skipBlanks() throws(TOMLFault) {
        while let byte = try peek(), byte == 0x20 || byte == 0x09 { advance() }
    }

    /// Passes white space, line ends and comments.
    mutating func skipLines() throws(TOMLFault) {
        while let byte = try peek() {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D: advance()
            case UInt8(ascii: "#"):
                while let byte = try peek(), byte != 0x0A { advance() }
            default: return
            }
        }
    }

    /// Nothing but a comment may stand behind an item.
    mutating func endOfItem() throws(TOMLFault) {
        try skipBlanks()
        switch try peek() {
        case nil, 0x0A, 0x0D, UInt8(ascii: "#"): try skipLines()
        default:
            let found = try quoted()
            throw fault(
                "expected a top-level item to end with a newline, comment, or EOF, but got \(found) instead"
            )
        }
    }

    // MARK: Faults

    /// A fault here; one at the end of the text belongs to the line that ends there.
    func fault(_ message: String) -> TOMLFault {
        let isBehindLine = position >= bytes.count && bytes.last == 0x0A
        return TOMLFault(message: message, line: isBehindLine ? line - 1 : line)
    }

    /// The next character in single quotes, as Go's `%q` has it.
    func quoted() throws(TOMLFault) -> String {
        guard try peek() != nil else { return "'\\x00'" }
        let character = bytes[position..<position + max(1, bytes.widthOfCharacter(at: position))]
        if character.first == UInt8(ascii: "'") { return "'\\''" }
        if character.first == UInt8(ascii: "\"") { return "'\"'" }
        return "'\(GoFormat.quote(ByteString(Array(character))).text.dropFirst().dropLast())'"
    }

    /// The next character in single quotes as it is, or the end.
    func found() throws(TOMLFault) -> String {
        guard try peek() != nil else { return "end of file" }
        let width = max(1, bytes.widthOfCharacter(at: position))
        return "'\(String(decoding: bytes[position..<position + width], as: UTF8.self))'"
    }
}
