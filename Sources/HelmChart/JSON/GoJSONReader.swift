import GoTemplate

/// Reads JSON with the errors of Go's `encoding/json`.
struct GoJSONReader {
    private let bytes: [UInt8]
    /// Where the next byte to read is.
    private(set) var position: Int
    private var depth = 0
    /// A number too large for a float: reported once the whole text is known to be JSON.
    private(set) var numberFault: FunctionError?

    private static let depthLimit = 1000

    init(_ bytes: [UInt8], from position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    /// The value of a text that holds nothing else.
    mutating func document() throws(FunctionError) -> Value {
        let value = try prefix()
        skipSpace()
        if position < bytes.count { throw unexpected("after top-level value") }
        if let numberFault { throw numberFault }
        return value
    }

    /// The value that the text begins with.
    mutating func prefix() throws(FunctionError) -> Value {
        var reader = self
        defer { self = reader }
        return try StackSpace.withLargeStack { () throws(FunctionError) in try reader.value() }
    }

    // MARK: Values

    private mutating func value() throws(FunctionError) -> Value {
        skipSpace()
        guard let first = peek else { throw unexpected("") }
        switch first {
        case UInt8(ascii: "{"): return try nested { reader throws(FunctionError) in try reader.object() }
        case UInt8(ascii: "["): return try nested { reader throws(FunctionError) in try reader.array() }
        case UInt8(ascii: "\""): return .string(ByteString(try string()))
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .nilInterface)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw unexpected("looking for beginning of value")
        }
    }

    private mutating func nested(
        _ body: (inout GoJSONReader) throws(FunctionError) -> Value
    ) throws(FunctionError) -> Value {
        guard depth < Self.depthLimit else { throw FunctionError("exceeded max depth") }
        depth += 1
        position += 1
        defer { depth -= 1 }
        return try body(&self)
    }

    private mutating func object() throws(FunctionError) -> Value {
        var entries: [ByteString: Value] = [:]
        skipSpace()
        if skip("}") { return .map(MapValue()) }
        while true {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw unexpected("looking for beginning of object key string") }
            let key = ByteString(try string())
            skipSpace()
            guard skip(":") else { throw unexpected("after object key") }
            entries[key] = try value().contained
            skipSpace()
            if skip("}") { return .map(MapValue(entries)) }
            guard skip(",") else { throw unexpected("after object key:value pair") }
        }
    }

    private mutating func array() throws(FunctionError) -> Value {
        var elements: [Value] = []
        skipSpace()
        if skip("]") { return .list([]) }
        while true {
            elements.append(try value().contained)
            skipSpace()
            if skip("]") { return .list(elements) }
            guard skip(",") else { throw unexpected("after array element") }
        }
    }

    private mutating func word(_ word: String, _ value: Value) throws(FunctionError) -> Value {
        for (index, byte) in word.utf8.enumerated() {
            guard peek == byte else {
                let wanted = Unicode.Scalar(byte)
                throw unexpected(
                    index == 0 ? "looking for beginning of value" : "in literal \(word) (expecting '\(wanted)')"
                )
            }
            position += 1
        }
        return value
    }

    private mutating func number() throws(FunctionError) -> Value {
        let start = position
        _ = skip("-")
        if !skip("0") { try digits("in numeric literal") }
        if skip(".") { try digits("after decimal point in numeric literal") }
        if skip("e") || skip("E") {
            if !skip("-") { _ = skip("+") }
            try digits("in exponent of numeric literal")
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            if numberFault == nil {
                numberFault = FunctionError("json: cannot unmarshal number \(text) into Go value of type float64")
            }
            return .float(0)
        }
        return .float(value)
    }

    private mutating func digits(_ context: String) throws(FunctionError) {
        let start = position
        while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
        if position == start { throw unexpected(context) }
    }

    // MARK: Strings

    private mutating func string() throws(FunctionError) -> [UInt8] {
        position += 1
        var text: [UInt8] = []
        var start = position
        var isASCII = true
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                text.append(contentsOf: bytes[start..<position])
                position += 1
                return isASCII ? text : text.validUTF8
            case UInt8(ascii: "\\"):
                text.append(contentsOf: bytes[start..<position])
                position += 1
                try escape(into: &text)
                start = position
            case 0..<0x20: throw unexpected("in string literal")
            default:
                if byte >= 0x80 { isASCII = false }
                position += 1
            }
        }
        throw unexpected("")
    }

    private mutating func escape(into text: inout [UInt8]) throws(FunctionError) {
        switch peek {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[position])
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            position += 1
            let scalar = try escapedScalar()
            text.append(contentsOf: String(scalar).utf8)
            return
        default: throw unexpected("in string escape code")
        }
        position += 1
    }

    /// The character of four hexadecimal digits, or of two such escapes that form a surrogate pair; half a pair is
    /// U+FFFD.
    private mutating func escapedScalar() throws(FunctionError) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let end = position
        if first < 0xDC00, skip("\\"), skip("u") {
            let second = try hexadecimal()
            let joined = 0x10000 + ((first - 0xD800) << 10) + (second &- 0xDC00)
            if (0xDC00...0xDFFF).contains(second), let scalar = Unicode.Scalar(joined) { return scalar }
        }
        position = end
        return "\u{FFFD}"
    }

    private mutating func hexadecimal() throws(FunctionError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Self.digit(byte) else {
                throw unexpected("in \\u hexadecimal character escape")
            }
            value = value << 4 | digit
            position += 1
        }
        return value
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { return UInt32(byte - UInt8(ascii: "0")) }
        let lower = byte | 0x20
        guard lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "f") else { return nil }
        return UInt32(lower - UInt8(ascii: "a")) + 10
    }

    // MARK: Bytes

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    /// The error about the next byte, or the end of the text.
    private func unexpected(_ context: String) -> FunctionError {
        guard let byte = peek else { return FunctionError("unexpected end of JSON input") }
        let shown: String
        switch byte {
        case UInt8(ascii: "'"): shown = "\\'"
        case UInt8(ascii: "\""): shown = "\""
        default:
            let width = bytes.widthOfCharacter(at: position)
            let character = width == 0 ? [0xEF, 0xBF, 0xBD] : Array(bytes[position..<position + width])
            shown = String(GoFormat.quote(ByteString(character)).text.dropFirst().dropLast())
        }
        return FunctionError("invalid character '\(shown)' \(context)")
    }
}
