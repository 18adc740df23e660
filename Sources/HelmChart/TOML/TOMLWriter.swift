import GoTemplate

/// Writes values as TOML as `BurntSushi/toml` does: keys sorted, plain values before tables, tables indented.
struct TOMLWriter {
    private var output: [UInt8] = []
    private static let depthLimit = 1000

    static func document(_ value: Value) throws(FunctionError) -> ByteString {
        try StackSpace.withLargeStack { () throws(FunctionError) in
            var writer = TOMLWriter()
            try writer.encode([], value)
            return ByteString(writer.output)
        }
    }

    // MARK: Tables

    private mutating func encode(_ key: [ByteString], _ value: Value) throws(FunctionError) {
        guard key.count < Self.depthLimit else { throw FunctionError("toml: tables are nested too deep") }
        switch try TOMLShape(value) {
        case .none: break
        case .table(let fields): try table(key, fields)
        case .tables(let tables):
            if key.isEmpty { throw FunctionError("toml: top-level values must be Go maps or structs") }
            for fields in tables {
                newline()
                header(key, "[[", "]]")
                try self.fields(key, fields)
            }
        case .plain: try pair(key, value)
        }
    }

    private mutating func table(_ key: [ByteString], _ fields: TOMLShape.Fields) throws(FunctionError) {
        if key.count == 1 { newline() }
        if !key.isEmpty { header(key, "[", "]") }
        try self.fields(key, fields)
    }

    private mutating func header(_ key: [ByteString], _ open: String, _ close: String) {
        indent(key)
        append(open)
        for (index, part) in key.enumerated() {
            if index > 0 { append(".") }
            append(key: part)
        }
        append(close)
        newline()
    }

    /// Plain values first, since what follows a table's header belongs to that table.
    private mutating func fields(_ key: [ByteString], _ fields: TOMLShape.Fields) throws(FunctionError) {
        for field in try Self.plainFirst(fields) where !Self.isAbsent(field.value) {
            try encode(key + [field.name], field.value)
        }
    }

    private static func plainFirst(_ fields: TOMLShape.Fields) throws(FunctionError) -> TOMLShape.Fields {
        var (plain, tables): (TOMLShape.Fields, TOMLShape.Fields) = ([], [])
        for field in fields {
            switch try TOMLShape(field.value) {
            case .table, .tables: tables.append(field)
            case .plain, .none: plain.append(field)
            }
        }
        return plain + tables
    }

    private static func isAbsent(_ value: Value) -> Bool {
        switch value {
        case .null, .nilInterface: true
        case .list(let list): list.isAbsent
        case .map(let map): map.isAbsent
        default: false
        }
    }

    private mutating func pair(_ key: [ByteString], _ value: Value) throws(FunctionError) {
        if let last = key.last {
            indent(key)
            append(key: last)
            append(" = ")
        }
        try element(value, depth: 0)
        if !key.isEmpty { newline() }
    }

    // MARK: Values

    private mutating func element(_ value: Value, depth: Int) throws(FunctionError) {
        guard depth < Self.depthLimit else { throw FunctionError("toml: values are nested too deep") }
        switch value {
        case .null, .nilInterface: throw TOMLShape.nilElement
        case .bool(let flag): append(flag ? "true" : "false")
        case .integer(let number, _): append("\(number)")
        case .unsigned(let number, _): append("\(number)")
        case .float(let number): append(Self.float(number))
        case .string(let text): append(quoted: text.bytes)
        case .list(let list): try array(list.elements, depth: depth)
        case .map(let map): try inlineTable(TOMLShape.fields(of: map), depth: depth)
        case .object(let object):
            switch SerialisedForm(object, .toml) {
            case .moment(let text): output.append(contentsOf: text.bytes)
            case .integer(let number): append("\(number)")
            case .text(let text): append(quoted: text.bytes)
            case .elements(let elements): try array(elements, depth: depth)
            case .fields(let fields): try inlineTable(fields, depth: depth)
            case .unsupported(let type): throw FunctionError("unexpected type: \(type)")
            }
        }
    }

    private mutating func array(_ elements: [Value], depth: Int) throws(FunctionError) {
        append("[")
        for (index, element) in elements.enumerated() {
            if index > 0 { append(", ") }
            try self.element(element, depth: depth + 1)
        }
        append("]")
    }

    private mutating func inlineTable(_ fields: TOMLShape.Fields, depth: Int) throws(FunctionError) {
        append("{")
        // The separator follows each field but the last, even if what comes after it is absent.
        let ordered = try Self.plainFirst(fields)
        for (index, field) in ordered.enumerated() where !Self.isAbsent(field.value) {
            append(key: field.name)
            append(" = ")
            try element(field.value, depth: depth + 1)
            if index < ordered.count - 1 { append(", ") }
        }
        append("}")
    }

    /// Floats have a point or an exponent.
    private static func float(_ number: Double) -> String {
        if number.isNaN { return number.sign == .minus ? "-nan" : "nan" }
        if number.isInfinite { return number < 0 ? "-inf" : "inf" }
        let text = GoFormat.float(number).text
        return text.contains { $0 == "." || $0 == "e" } ? text : text + ".0"
    }

    // MARK: Text

    private mutating func append(_ text: String) {
        output.append(contentsOf: text.utf8)
    }

    private mutating func newline() {
        if !output.isEmpty { output.append(0x0A) }
    }

    private mutating func indent(_ key: [ByteString]) {
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: (key.count - 1) * 2))
    }

    /// A key, in quotes unless it is made of ASCII letters, digits, `_` and `-`.
    private mutating func append(key: ByteString) {
        let isBare = key.bytes.allSatisfy(TOMLCharacter.isBareKey)
        if isBare && !key.bytes.isEmpty { output.append(contentsOf: key.bytes) } else { append(quoted: key.bytes) }
    }

    private mutating func append(quoted text: [UInt8]) {
        append("\"")
        for byte in text {
            if let letter = TOMLCharacter.escapes[byte] {
                append("\\")
                output.append(letter)
            } else if byte < 0x20 || byte == 0x7F {
                let digits = String(byte, radix: 16)
                append(digits.utf8.count < 2 ? "\\u000" + digits : "\\u00" + digits)
            } else {
                output.append(byte)
            }
        }
        append("\"")
    }
}
