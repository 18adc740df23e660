import GoTemplate

/// JSON as Go's `encoding/json` reads and writes it.
enum GoJSON {
    /// How values are written.
    enum Style {
        /// On one line, with `<`, `>` and `&` escaped.
        case compact
        /// The same, with these characters as they are.
        case raw
        /// Indented by two spaces, with these characters escaped.
        case indented
    }

    /// A value as JSON: keys in the order of their bytes.
    ///
    /// - Throws: the text of Go's error for values that JSON does not have.
    static func write(_ value: Value, _ style: Style) throws(FunctionError) -> ByteString {
        try StackSpace.withLargeStack { () throws(FunctionError) in
            var writer = GoJSONWriter(style)
            try writer.value(value, depth: 0)
            return ByteString(writer.output)
        }
    }

    /// The value of a text that is one value of JSON; all numbers are floating-point numbers.
    ///
    /// - Throws: the text of Go's error.
    static func read(_ text: ByteString) throws(FunctionError) -> Value {
        var scanner = GoJSONReader(text.bytes)
        return try scanner.document()
    }

    /// The object of a text, as `fromJson` reads it; Go's nil map for null.
    static func readMap(_ text: ByteString) throws(FunctionError) -> Value {
        switch try read(text) {
        case .null, .nilInterface: return .map(.absent(.map))
        case .map(let map): return .map(map)
        case let other: throw mismatch(other, wanted: .map)
        }
    }

    /// The array of a text, as `fromJsonArray` reads it; Go's nil slice for null.
    static func readList(_ text: ByteString) throws(FunctionError) -> Value {
        switch try read(text) {
        case .null, .nilInterface: return .list(.absent)
        case .list(let list): return .list(list)
        case let other: throw mismatch(other, wanted: .list)
        }
    }

    /// A string with its quotes and escapes.
    static func string(_ text: ByteString) -> [UInt8] {
        var writer = GoJSONWriter(.compact)
        writer.string(text.bytes)
        return writer.output
    }

    static func unsupported(_ number: Double) -> FunctionError {
        FunctionError("json: unsupported value: \(number.isNaN ? "NaN" : number < 0 ? "-Inf" : "+Inf")")
    }

    /// What Go says where a value of another kind than the wanted one is decoded.
    static func mismatch(_ value: Value, wanted: GoType) -> FunctionError {
        let found =
            switch value {
            case .map: "object"
            case .list: "array"
            case .string: "string"
            case .bool: "bool"
            default: "number"
            }
        return FunctionError("json: cannot unmarshal \(found) into Go value of type \(wanted.name)")
    }
}
