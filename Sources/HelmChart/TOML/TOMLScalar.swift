import GoTemplate

/// Values of TOML that are neither strings nor collections.
enum TOMLScalar {
    static func value(_ scanner: inout TOMLScanner) throws(TOMLFault) -> Value {
        guard let first = try scanner.peek() else { throw scanner.fault("unexpected EOF; expected value") }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"): break
        case UInt8(ascii: "."): throw scanner.fault("floats must start with a digit, not '.'")
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            return try word(&scanner)
        default: throw scanner.fault("expected value but found \(try scanner.quoted()) instead")
        }
        let start = scanner.position
        while let byte = try scanner.peek(), isPart(byte) { scanner.advance() }
        if isDate(scanner.text(from: start)), scanner.starts(with: " "), try hasTime(scanner) {
            scanner.advance()
            while let byte = try scanner.peek(), isPart(byte) { scanner.advance() }
        }
        let text = String(decoding: scanner.text(from: start), as: UTF8.self)
        return try number(text, &scanner)
    }

    private static func word(_ scanner: inout TOMLScanner) throws(TOMLFault) -> Value {
        let start = scanner.position
        while let byte = try scanner.peek(), (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7A { scanner.advance() }
        switch String(decoding: scanner.text(from: start), as: UTF8.self) {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "inf": return .float(.infinity)
        case "nan": return .float(.nan)
        case let word: throw scanner.fault("expected value but found \"\(word)\" instead")
        }
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: ":"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func isDate(_ text: [UInt8]) -> Bool {
        text.count == 10 && text[4] == UInt8(ascii: "-") && text[7] == UInt8(ascii: "-")
    }

    private static func hasTime(_ scanner: TOMLScanner) throws(TOMLFault) -> Bool {
        var ahead = scanner
        ahead.advance()
        guard let byte = try ahead.peek() else { return false }
        return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    // MARK: Numbers

    private static func number(_ text: String, _ scanner: inout TOMLScanner) throws(TOMLFault) -> Value {
        let unsigned = text.drop { $0 == "+" || $0 == "-" }
        if text.count - unsigned.count == 1 {
            if unsigned == "inf" { return .float(text.hasPrefix("-") ? -.infinity : .infinity) }
            if unsigned == "nan" { return .float(text.hasPrefix("-") ? -.nan : .nan) }
        }
        let hasBase = ["0x", "0o", "0b"].contains { unsigned.hasPrefix($0) }
        if !hasBase, let moment = try moment(text, &scanner) { return moment }
        let isFloat = !hasBase && unsigned.contains { $0 == "." || $0 == "e" || $0 == "E" }
        let kind = isFloat ? "float" : "integer"
        let digits = unsigned.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "e" || $0 == "E" }
        let parts = isFloat ? digits : [unsigned[...]]
        for part in parts where part.hasPrefix("_") || part.hasSuffix("_") || part.contains("__") {
            throw scanner.fault("Invalid \(kind) \"\(text)\": underscores must be surrounded by digits")
        }
        if !hasBase, let whole = parts.first, whole.count > 1, whole.hasPrefix("0") {
            throw scanner.fault("Invalid \(kind) \"\(text)\": cannot have leading zeroes")
        }
        let plain = text.filter { $0 != "_" }
        if isFloat {
            if plain.hasSuffix(".") || plain.contains(".e") || plain.contains(".E") {
                throw scanner.fault("Invalid float \"\(text)\": '.' must be followed by one or more digits")
            }
            guard let value = GoNumber.float(plain) else { throw scanner.fault("Invalid float value: \"\(text)\"") }
            return .float(value)
        }
        guard let value = GoNumber.integer(plain) else {
            if unsigned.allSatisfy({ $0.isNumber || $0 == "_" }), !unsigned.isEmpty {
                throw scanner.fault("\(text) is out of range for int64")
            }
            throw scanner.fault("expected value but found \"\(text)\" instead")
        }
        return .int64(value)
    }

    // MARK: Moments

    /// The layouts of TOML's dates and times.
    private static let layouts: [ByteString] = [
        "2006-01-02T15:04:05.999999999Z07:00", "2006-01-02T15:04:05.999999999", "2006-01-02", "15:04:05.999999999",
        "2006-01-02T15:04Z07:00", "2006-01-02T15:04", "15:04",
    ]

    private static func moment(_ text: String, _ scanner: inout TOMLScanner) throws(TOMLFault) -> Value? {
        let bytes = Array(text.utf8)
        let isTime = bytes.count >= 5 && bytes[2] == UInt8(ascii: ":")
        let isDate = bytes.count >= 8 && bytes[4] == UInt8(ascii: "-") && bytes[..<4].allSatisfy { $0 >= 48 && $0 < 58 }
        guard isTime || isDate else { return nil }
        let normal = ByteString(
            text.replacing("z", with: "Z").replacing("t", with: "T").replacing(" ", with: "T")
        )
        for layout in layouts {
            if let time = try? DateParser.parse(layout, normal) { return .object(TimeObject(time)) }
        }
        throw scanner.fault("invalid datetime: \"\(normal.text)\"")
    }
}
