import GoTemplate

/// Writes values as Go's `encoding/json` does.
struct GoJSONWriter {
    private(set) var output: [UInt8] = []
    private let style: GoJSON.Style

    /// Values that contain themselves are found where Go finds them at the latest.
    private static let depthLimit = 10_000
    /// How much may be written: values that share their parts can stand for far more than they hold.
    private static let outputLimit = 512 << 20

    init(_ style: GoJSON.Style) {
        self.style = style
    }

    mutating func value(_ value: Value, depth: Int) throws(FunctionError) {
        switch value {
        case .null, .nilInterface: word("null")
        case .bool(let flag): word(flag ? "true" : "false")
        case .integer(let number, _): word("\(number)")
        case .unsigned(let number, _): word("\(number)")
        case .float(let number): try float(number)
        case .string(let text): string(text.bytes)
        case .list(let list):
            if list.isAbsent { return word("null") }
            if let bytes = list.byteElements { return string(Base64.encode(bytes)) }
            try elements(list.elements, depth: depth)
        case .map(let map):
            if map.isAbsent { return word("null") }
            try fields(map.sortedKeys.map { ($0, map[$0] ?? .null) }, depth: depth)
        case .object(let object):
            switch SerialisedForm(object, .json) {
            case .text(let text), .moment(let text): string(text.bytes)
            case .integer(let number): word("\(number)")
            case .elements(let elements): try self.elements(elements, depth: depth)
            case .fields(let fields): try self.fields(fields, depth: depth)
            case .unsupported(let type): throw FunctionError("json: unsupported type: \(type)")
            }
        }
    }

    // MARK: Collections

    private mutating func elements(_ elements: [Value], depth: Int) throws(FunctionError) {
        if elements.isEmpty { return word("[]") }
        try checkLimits(depth, "[]interface {}")
        output.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            line(depth + 1)
            try value(element, depth: depth + 1)
        }
        line(depth)
        output.append(UInt8(ascii: "]"))
    }

    private mutating func fields(_ fields: [(name: ByteString, value: Value)], depth: Int) throws(FunctionError) {
        if fields.isEmpty { return word("{}") }
        try checkLimits(depth, "map[string]interface {}")
        output.append(UInt8(ascii: "{"))
        for (index, field) in fields.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            line(depth + 1)
            string(field.name.bytes)
            output.append(UInt8(ascii: ":"))
            if style == .indented { output.append(UInt8(ascii: " ")) }
            try value(field.value, depth: depth + 1)
        }
        line(depth)
        output.append(UInt8(ascii: "}"))
    }

    private func checkLimits(_ depth: Int, _ type: String) throws(FunctionError) {
        guard depth < Self.depthLimit else {
            throw FunctionError("json: unsupported value: encountered a cycle via \(type)")
        }
        guard output.count < Self.outputLimit else {
            throw FunctionError("the text of the value is larger than \(Self.outputLimit >> 20) MiB")
        }
    }

    private mutating func line(_ depth: Int) {
        guard style == .indented else { return }
        output.append(0x0A)
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }

    // MARK: Scalars

    private mutating func word(_ text: String) {
        output.append(contentsOf: text.utf8)
    }

    /// Without an exponent from 1e-6 to below 1e21, else with one of as few digits as it has.
    private mutating func float(_ number: Double) throws(FunctionError) {
        guard number.isFinite else { throw GoJSON.unsupported(number) }
        let size = number.magnitude
        if size < 0x1p53, number == number.rounded(.towardZero), number != 0 || number.sign == .plus {
            return word("\(Int64(number))")
        }
        if size == 0 || (size >= 1e-6 && size < 1e21) {
            output.append(contentsOf: GoFormat.float(number, "f").bytes)
            return
        }
        var text = GoFormat.float(number, "e").bytes
        if text.count >= 4, text.suffix(4).starts(with: [UInt8(ascii: "e"), UInt8(ascii: "-"), UInt8(ascii: "0")]) {
            text.remove(at: text.count - 2)
        }
        output.append(contentsOf: text)
    }

    mutating func string(_ bytes: [UInt8]) {
        output.append(UInt8(ascii: "\""))
        var (index, copied) = (0, 0)
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if let escape = escape(byte) {
                    output.append(contentsOf: bytes[copied..<index])
                    output.append(contentsOf: escape)
                    copied = index + 1
                }
                index += 1
                continue
            }
            let width = bytes.widthOfCharacter(at: index)
            let isSeparator = byte == 0xE2 && width == 3 && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
            if width == 0 || isSeparator {
                output.append(contentsOf: bytes[copied..<index])
                word(width == 0 ? "\\ufffd" : bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
                copied = index + max(width, 1)
            }
            index += max(width, 1)
        }
        output.append(contentsOf: bytes[copied...])
        output.append(UInt8(ascii: "\""))
    }

    private func escape(_ byte: UInt8) -> [UInt8]? {
        let backslash = UInt8(ascii: "\\")
        switch byte {
        case UInt8(ascii: "\""), backslash: return [backslash, byte]
        case 0x08: return [backslash, UInt8(ascii: "b")]
        case 0x09: return [backslash, UInt8(ascii: "t")]
        case 0x0A: return [backslash, UInt8(ascii: "n")]
        case 0x0C: return [backslash, UInt8(ascii: "f")]
        case 0x0D: return [backslash, UInt8(ascii: "r")]
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
            if style == .raw { return nil }
        case 0x20...: return nil
        default: break
        }
        let digits = Array("0123456789abcdef".utf8)
        return Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
    }
}
