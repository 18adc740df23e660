/// Prints values by verb and flags.
struct ValuePrinter {
    var bytes: [UInt8] = []
    var flags = FormatFlags()
    /// What a wrong verb is reported for: the argument, or the element of it, that was printed last.
    private var subject = Value.null
    private var isReportingVerb = false

    /// The most bytes that are made, within a few: widths in formats and maps that hold themselves ask for any number.
    static let largestCount = 64 << 20
    /// How deep values are printed. Only one that holds itself is deeper.
    private static let largestDepth = 300

    /// Prints an argument.
    mutating func print(_ value: Value, _ verb: Unicode.Scalar) {
        subject = value.unwrapped
        guard let type = subject.type else {
            switch verb {
            case "T", "v": pad(Array("<nil>".utf8))
            default: badVerb(verb)
            }
            return
        }
        switch verb {
        case "T": return writeString(Array(type.name.utf8))
        case "p": return printAddress(of: type)
        default: break
        }
        if case .list(let list) = subject, type.name == GoType.bytes.name {
            return print(bytes: list, typeName: "[]byte", verb)
        }
        print(subject, verb, depth: 0)
    }

    private mutating func print(_ value: Value, _ verb: Unicode.Scalar, depth: Int) {
        switch value {
        case .null, .nilInterface: bytes.append(flags.sharpV ? "interface {}(nil)" : "<nil>")
        case .bool(let value):
            guard verb == "t" || verb == "v" else { return badVerb(verb) }
            pad(Array((value ? "true" : "false").utf8))
        case .integer(let value, _): print(magnitude: value.magnitude, isNegative: value < 0, isSigned: true, verb)
        case .unsigned(let value, _): print(magnitude: value, isNegative: false, isSigned: false, verb)
        case .float(let value): print(float: value, verb)
        case .string(let text): print(string: text.bytes, verb)
        case .list(let list): print(list, verb, depth)
        case .map(let map): print(map, verb, depth)
        case .object(let object): print(object, verb, depth)
        }
    }

    /// `%p`: nobody can say which address Go would show.
    private mutating func printAddress(of type: GoType) {
        switch type.kind {
        case .map, .slice, .ptr: pad(Array("0xc000000000".utf8))
        default: badVerb("p")
        }
    }

    private mutating func print(nested value: Value, _ verb: Unicode.Scalar, depth: Int) {
        guard depth < Self.largestDepth, bytes.count < Self.largestCount else { return bytes.append("...") }
        subject = value.unwrapped
        print(value, verb, depth: depth)
    }

    // MARK: Containers

    private mutating func print(_ list: ListValue, _ verb: Unicode.Scalar, _ depth: Int) {
        switch verb {
        case "s", "q", "x", "X":
            if list.type.underlying == GoType.bytes.name { return print(bytes: list, typeName: list.type.name, verb) }
        default: break
        }
        if flags.sharpV { bytes.append(list.type.name) }
        group(list.elements, open: flags.sharpV ? "{" : "[", close: flags.sharpV ? "}" : "]") { printer, element in
            printer.print(nested: element, verb, depth: depth + 1)
        }
    }

    private mutating func print(_ map: MapValue, _ verb: Unicode.Scalar, _ depth: Int) {
        let open = flags.sharpV ? map.type.name + "{" : "map["
        let entries = map.entries.sorted { $0.key < $1.key }
        group(entries, open: open, close: flags.sharpV ? "}" : "]") { printer, entry in
            printer.print(nested: .string(entry.key), verb, depth: depth + 1)
            printer.bytes.append(UInt8(ascii: ":"))
            printer.print(nested: entry.value, verb, depth: depth + 1)
        }
    }

    private mutating func print(_ object: any TemplateObject, _ verb: Unicode.Scalar, _ depth: Int) {
        if let complex = object as? ComplexValue { return print(complex, verb) }
        if !isReportingVerb, !flags.sharpV, let text = object.stringForm {
            switch verb {
            case "v", "s", "x", "X", "q": return print(string: text.bytes, verb)
            default: break
            }
        }
        if object.type.kind == .ptr {
            guard depth == 0 else { return bytes.append("0xc000000000") }
            bytes.append("&")
        }
        if let elements = object.rangeElements, object.type.kind == .map || object.type.kind == .slice {
            return group(elements, open: object.type.kind == .map ? "map[" : "[", close: "]") { printer, entry in
                if object.type.kind == .map {
                    printer.print(nested: entry.key, verb, depth: depth + 1)
                    printer.bytes.append(UInt8(ascii: ":"))
                }
                printer.print(nested: entry.element, verb, depth: depth + 1)
            }
        }
        if flags.sharpV { bytes.append(String(object.type.name.drop { $0 == "*" })) }
        group(object.fields, open: "{", close: "}") { printer, field in
            if printer.flags.plusV || printer.flags.sharpV {
                printer.bytes += field.name.bytes
                printer.bytes.append(UInt8(ascii: ":"))
            }
            printer.print(nested: field.value, verb, depth: depth + 1)
        }
    }

    private mutating func group<T>(
        _ items: [T],
        open: String,
        close: String,
        _ each: (inout ValuePrinter, T) -> Void
    ) {
        bytes.append(open)
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(flags.sharpV ? ", " : " ") }
            each(&self, item)
        }
        bytes.append(close)
    }

    private mutating func print(bytes list: ListValue, typeName: String, _ verb: Unicode.Scalar) {
        let content = list.elements.map { element in
            if case .unsigned(let value, _) = element { return UInt8(truncatingIfNeeded: value) }
            return 0
        }
        switch verb {
        case "v", "d":
            if flags.sharpV { bytes.append(typeName) }
            let isSharp = flags.sharpV
            group(content, open: isSharp ? "{" : "[", close: isSharp ? "}" : "]") { printer, byte in
                if isSharp {
                    printer.writeGoHexadecimal(UInt64(byte))
                } else {
                    printer.writeInteger(UInt64(byte), isNegative: false, base: 10, verb)
                }
            }
        case "s", "x", "X", "q": print(string: content, verb)
        default:
            group(list.elements, open: "[", close: "]") { printer, element in
                printer.print(nested: element, verb, depth: 1)
            }
        }
    }

    // MARK: Scalars

    private mutating func print(magnitude: UInt64, isNegative: Bool, isSigned: Bool, _ verb: Unicode.Scalar) {
        switch verb {
        case "v" where flags.sharpV && !isSigned: writeGoHexadecimal(magnitude)
        case "v", "d": writeInteger(magnitude, isNegative: isNegative, base: 10, verb)
        case "b": writeInteger(magnitude, isNegative: isNegative, base: 2, verb)
        case "o", "O": writeInteger(magnitude, isNegative: isNegative, base: 8, verb)
        case "x", "X": writeInteger(magnitude, isNegative: isNegative, base: 16, verb)
        case "c", "q", "U":
            let value = isNegative ? 0 &- magnitude : magnitude
            if verb == "U" { return writeUnicode(value) }
            let rune = UInt32(exactly: value).flatMap { Unicode.Scalar($0)?.value } ?? 0xFFFD
            if verb == "q" { return pad(GoQuote.quoted(rune: rune, toASCII: flags.plus)) }
            var text: [UInt8] = []
            text.append(rune: rune)
            pad(text)
        default: badVerb(verb)
        }
    }

    private mutating func print(float value: Double, _ verb: Unicode.Scalar) {
        switch verb {
        case "v": writeFloat(value, "g", precision: nil)
        case "b", "g", "G", "x", "X": writeFloat(value, verb, precision: nil)
        case "f", "e", "E": writeFloat(value, verb, precision: 6)
        case "F": writeFloat(value, "f", precision: 6)
        default: badVerb(verb)
        }
    }

    private mutating func print(_ complex: ComplexValue, _ verb: Unicode.Scalar) {
        guard "vbgGxXfFeE".unicodeScalars.contains(verb) else { return badVerb(verb) }
        let plus = flags.plus
        bytes.append("(")
        print(float: complex.real, verb)
        flags.plus = true
        print(float: complex.imaginary, verb)
        bytes.append("i)")
        flags.plus = plus
    }

    private mutating func print(string: [UInt8], _ verb: Unicode.Scalar) {
        switch verb {
        case "v" where flags.sharpV: writeQuoted(string)
        case "v", "s": writeString(string)
        case "q": writeQuoted(string)
        case "x", "X": writeHexadecimal(string, isUpper: verb == "X")
        default: badVerb(verb)
        }
    }

    private mutating func badVerb(_ verb: Unicode.Scalar) {
        isReportingVerb = true
        bytes.append("%!")
        bytes.append(rune: verb.value)
        bytes.append("(")
        let subject = subject
        if let type = subject.type {
            bytes.append(type.name + "=")
            print(subject, "v")
        } else {
            bytes.append("<nil>")
        }
        bytes.append(")")
        isReportingVerb = false
    }
}
