import Diagnostics

/// The tokens of JSON, with their places.
struct JSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let file: SourceFile
    private var position = 0
    private var line = 1
    /// The column of `columnPosition`, from which that of later positions is counted on.
    private var column = 1
    private var columnPosition = 0

    init(bytes: UnsafeBufferPointer<UInt8>, file: SourceFile) {
        self.bytes = bytes
        self.file = file
    }

    // MARK: Places

    /// The place of the next byte. Amortised O(1), since the text is counted through once.
    mutating func location() -> SourceLocation {
        while columnPosition < position {
            if bytes[columnPosition] & 0xC0 != 0x80 { column += 1 }
            columnPosition += 1
        }
        return SourceLocation(file: file, line: line, column: column)
    }

    mutating func error(_ message: String, code: FindingCode = .jsonSyntax, remedy: String? = nil) -> YAMLError {
        YAMLError(code, message, at: location(), remedy: remedy)
    }

    // MARK: Bytes

    @inline(__always)
    func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

    @inline(__always)
    mutating func advance() { position += 1 }

    @inline(__always)
    mutating func skip(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    mutating func skipByteOrderMark() {
        guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
        position = 3
        columnPosition = 3
    }

    mutating func skipSpace() {
        while let byte = peek() {
            switch byte {
            case ascii(" "), ascii("\t"): position += 1
            case ascii("\r"):
                position += 1
                if peek() != ascii("\n") { startLine() }
            case ascii("\n"):
                position += 1
                startLine()
            default: return
            }
        }
    }

    private mutating func startLine() {
        line += 1
        column = 1
        columnPosition = position
    }

    // MARK: Tokens

    mutating func word(_ word: StaticString) throws(YAMLError) -> String {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count,
            bytes[position..<end].elementsEqual(
                UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
            )
        else { throw error("a value is expected here") }
        position = end
        return "\(word)"
    }

    /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?` (RFC 8259, section 6).
    mutating func number() throws(YAMLError) -> String {
        let start = position
        _ = skip(ascii("-"))
        if skip(ascii("0")) {
            if let next = peek(), ScalarRules.isDigit(next) { throw error("a number has no leading zeros") }
        } else {
            try digits()
        }
        if skip(ascii(".")) { try digits() }
        if skip(ascii("e")) || skip(ascii("E")) {
            if !skip(ascii("-")) { _ = skip(ascii("+")) }
            try digits()
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() throws(YAMLError) {
        guard let first = peek(), ScalarRules.isDigit(first) else { throw error("a digit is expected here") }
        while let byte = peek(), ScalarRules.isDigit(byte) { position += 1 }
    }

    /// A string in double quotes (RFC 8259, section 7).
    mutating func string() throws(YAMLError) -> String {
        position += 1
        let start = position
        try skipUnescaped()
        if peek() == ascii("\"") {
            defer { position += 1 }
            return String(decoding: bytes[start..<position], as: UTF8.self)
        }
        var text = Array(bytes[start..<position])
        while peek() == ascii("\\") {
            try escape(into: &text)
            let start = position
            try skipUnescaped()
            text.append(contentsOf: bytes[start..<position])
        }
        position += 1
        return String(decoding: text, as: UTF8.self)
    }

    /// Moves on to a quotation mark or an escape.
    private mutating func skipUnescaped() throws(YAMLError) {
        while let byte = peek() {
            switch byte {
            case ascii("\""), ascii("\\"): return
            case 0..<0x20:
                throw error(
                    "a string holds a control character",
                    remedy: "Write it as an escape, such as \\n or \\u0000."
                )
            case 0x80...:
                guard let length = UTF8Sequence.length(at: position, in: bytes) else {
                    throw error("the bytes are not UTF-8", code: .yamlEncoding, remedy: "Save the file as UTF-8.")
                }
                position += length
            default: position += 1
            }
        }
        throw error("the text ends within a string")
    }

    private mutating func escape(into text: inout [UInt8]) throws(YAMLError) {
        position += 1
        switch peek() {
        case ascii("\""), ascii("\\"), ascii("/"): text.append(bytes[position])
        case ascii("b"): text.append(0x08)
        case ascii("f"): text.append(0x0C)
        case ascii("n"): text.append(0x0A)
        case ascii("r"): text.append(0x0D)
        case ascii("t"): text.append(0x09)
        case ascii("u"):
            position += 1
            let scalar = try escapedScalar()
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            return
        default: throw error("an escape is one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
        }
        position += 1
    }

    /// The character of `\u` and four hexadecimal digits, or of two such escapes that form a surrogate pair, whose `u` is
    /// passed.
    private mutating func escapedScalar() throws(YAMLError) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard UTF16.isLeadSurrogate(UInt16(first)), skip(ascii("\\")), skip(ascii("u")) else { throw loneSurrogate() }
        let second = try hexadecimal()
        guard UTF16.isTrailSurrogate(UInt16(second)),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw loneSurrogate() }
        return scalar
    }

    private mutating func loneSurrogate() -> YAMLError {
        error("an escape is half of a surrogate pair, which is no character")
    }

    private mutating func hexadecimal() throws(YAMLError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek(), ScalarRules.isHexDigit(byte) else {
                throw error("\\u takes four hexadecimal digits")
            }
            value = value << 4 | UInt32(byte <= ascii("9") ? byte - ascii("0") : (byte | 0x20) - ascii("a") + 10)
            position += 1
        }
        return value
    }
}
