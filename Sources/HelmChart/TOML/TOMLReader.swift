import GoTemplate

/// Reads TOML with the types and errors of `BurntSushi/toml`: integers are `int64`, dates are moments.
struct TOMLReader {
    var scanner: TOMLScanner
    private var tables = TOMLTables()
    /// How deep arrays and inline tables are nested here.
    private var depth = 0
    private static let depthLimit = 500

    /// The top table of a text.
    ///
    /// - Throws: the library's message, with the line and the last key.
    static func document(_ text: ByteString) throws(FunctionError) -> MapValue {
        var reader = TOMLReader(scanner: TOMLScanner(text.bytes))
        do throws(TOMLFault) {
            while try reader.item() {}
            return reader.tables.root
        } catch {
            let key = error.isOfKey ? reader.tables.currentName : ""
            let place = key.isEmpty ? "" : " (last key \(GoFormat.quote(ByteString(key)).text))"
            throw FunctionError("toml: line \(error.line)\(place): \(error.message)")
        }
    }

    private init(scanner: TOMLScanner) {
        self.scanner = scanner
    }

    // MARK: Lines

    /// A table's header or a key with its value; false at the end of the text.
    private mutating func item() throws(TOMLFault) -> Bool {
        try scanner.skipLines()
        guard let byte = try scanner.peek() else { return false }
        if byte == UInt8(ascii: "[") {
            try header()
        } else {
            try pair()
            tables.closeKey()
        }
        try scanner.endOfItem()
        return true
    }

    /// `[a.b]` or `[[a.b]]`
    private mutating func header() throws(TOMLFault) {
        scanner.advance()
        let isArray = try scanner.skip("[")
        var key: [ByteString] = []
        repeat { key.append(try scanner.tableName()) } while try scanner.nextTableName()
        if isArray { try scanner.endOfArrayHeader() }
        tables.leave()
        try tables.open(key, isArray: isArray, at: scanner.line)
    }

    /// `a.b = 1`
    private mutating func pair() throws(TOMLFault) {
        let outer = tables.context
        let key = try scanner.key()
        try tables.enter(key, at: scanner.line)
        let line = scanner.line
        let value = try value()
        try tables.set(value, at: line)
        tables.context = outer
    }

    // MARK: Values

    private mutating func value() throws(TOMLFault) -> Value {
        try scanner.skipBlanks()
        switch try scanner.peek() {
        case UInt8(ascii: "["): return try nested { reader throws(TOMLFault) in try reader.array() }
        case UInt8(ascii: "{"): return try nested { reader throws(TOMLFault) in try reader.inlineTable() }
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(ByteString(try scanner.string()))
        default: return try TOMLScalar.value(&scanner)
        }
    }

    private mutating func nested(
        _ body: (inout TOMLReader) throws(TOMLFault) -> Value
    ) throws(TOMLFault) -> Value {
        guard depth < Self.depthLimit else {
            throw scanner.fault("exceeds maximum array depth of \(Self.depthLimit)")
        }
        depth += 1
        scanner.advance()
        defer { depth -= 1 }
        return try body(&self)
    }

    private mutating func array() throws(TOMLFault) -> Value {
        var elements: [Value] = []
        while true {
            try scanner.skipLines()
            switch try scanner.peek() {
            case UInt8(ascii: "]"):
                scanner.advance()
                return .list(elements)
            case UInt8(ascii: ","):
                scanner.advance()
                throw scanner.fault("unexpected comma")
            default: break
            }
            elements.append(try value())
            try scanner.skipLines()
            if try scanner.skip("]") { return .list(elements) }
            if try !scanner.skip(",") {
                let found = try scanner.found()
                throw scanner.fault("expected a comma (',') or array terminator (']'), but got \(found)")
            }
        }
    }

    private mutating func inlineTable() throws(TOMLFault) -> Value {
        let outer = tables
        tables = TOMLTables(prefix: outer.currentName)
        while true {
            try scanner.skipLines()
            switch try scanner.peek() {
            case UInt8(ascii: "}"):
                scanner.advance()
                return close(outer)
            case UInt8(ascii: ","):
                scanner.advance()
                throw scanner.fault("unexpected comma")
            default: break
            }
            try pair()
            tables.closeKey()
            try scanner.skipLines()
            if try scanner.skip("}") { return close(outer) }
            if try !scanner.skip(",") {
                let found = try scanner.found()
                throw scanner.fault("expected a comma or an inline table terminator '}', but got \(found) instead")
            }
        }
    }

    private mutating func close(_ outer: TOMLTables) -> Value {
        defer { tables = outer }
        return .map(tables.root)
    }
}

/// What is wrong with a text in TOML, and on which line.
struct TOMLFault: Error {
    var message: String
    var line: Int
    /// Whether the message names the key that was read last.
    var isOfKey = true
}
