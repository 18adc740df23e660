import GoTemplate

extension TOMLScanner {
    /// `a.b =`
    mutating func key() throws(TOMLFault) -> [ByteString] {
        try skipBlanks()
        switch try peek() {
        case UInt8(ascii: "="): throw fault("unexpected '=': key name appears blank")
        case UInt8(ascii: "."): throw fault("unexpected '.': keys cannot start with a '.'")
        default: break
        }
        var parts: [ByteString] = []
        while true {
            parts.append(try name())
            try skipBlanks()
            guard let byte = try peek() else { throw fault("unexpected EOF; expected key separator '='") }
            if byte == UInt8(ascii: "=") {
                advance()
                return parts
            }
            guard byte == UInt8(ascii: ".") else {
                throw fault("expected '.' or '=', but got \(try quoted()) instead")
            }
            advance()
            try skipBlanks()
            switch try peek() {
            case nil, UInt8(ascii: "="): throw fault("unexpected '='")
            case UInt8(ascii: "."): throw fault("unexpected '.'")
            default: break
            }
        }
    }

    /// One part of a table's name.
    mutating func tableName() throws(TOMLFault) -> ByteString {
        try skipBlanks()
        switch try peek() {
        case nil, UInt8(ascii: "]"):
            throw fault("unexpected end of table name (table names cannot be empty)")
        case UInt8(ascii: "."): throw fault("unexpected table separator (table names cannot be empty)")
        default: return try name()
        }
    }

    /// Whether another part follows, rather than the end of the name; either mark is passed.
    mutating func nextTableName() throws(TOMLFault) -> Bool {
        try skipBlanks()
        if try skip(".") { return true }
        if try skip("]") { return false }
        throw fault("expected '.' or ']' to end table name, but got \(try quoted()) instead")
    }

    mutating func endOfArrayHeader() throws(TOMLFault) {
        if try skip("]") { return }
        throw fault("expected end of table array name delimiter ']', but got \(try quoted()) instead")
    }

    private mutating func name() throws(TOMLFault) -> ByteString {
        if let quote = try peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            return ByteString(try string(isKey: true))
        }
        let start = position
        while let byte = try peek(), TOMLCharacter.isBareKey(byte) { advance() }
        return ByteString(text(from: start))
    }
}
