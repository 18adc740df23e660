import GoTemplate

/// What scalars of a document mean, with their tags.
enum YAMLScalarReader {
    enum Scalar {
        case null
        case bool(Bool)
        case integer(Int64)
        case unsigned(UInt64)
        case float(Double)
        case string([UInt8])
    }

    private static let prefix = "tag:yaml.org,2002:"
    /// Tags whose scalars are looked at; those of other tags are strings.
    private static let resolved: Set<String> = ["bool", "int", "float", "null", "timestamp"]

    /// - Throws: if the text is not of the type that its tag names.
    static func meaning(_ text: [UInt8], isImplicit: Bool, tag: String?) throws(FunctionError) -> Scalar {
        guard let tag else { return isImplicit ? meaning(text) : .string(text) }
        guard tag.hasPrefix(prefix) else { return .string(text) }
        let type = String(tag.dropFirst(prefix.count))
        if type == "binary" { return .string(try binary(text)) }
        guard resolved.contains(type) else { return .string(text) }
        let isTime = type == "timestamp" && text.withUnsafeBufferPointer(TimestampShape.matches)
        let scalar = isTime ? .string(text) : meaning(text)
        let found = isTime ? type : self.type(of: scalar)
        if found == type { return scalar }
        if type == "float", case .integer(let number) = scalar { return .float(Double(number)) }
        throw FunctionError(
            "yaml: cannot decode !!\(found) `\(String(decoding: text, as: UTF8.self))` as a !!\(type)"
        )
    }

    private static func meaning(_ text: [UInt8]) -> Scalar {
        switch text.withUnsafeBufferPointer({ ScalarResolver.meaning(of: $0, .v2) }) {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .integer(let number): .integer(number)
        case .unsigned(let number): .unsigned(number)
        case .float(let number): .float(number)
        case .timestamp, .string: .string(text)
        }
    }

    private static func type(of scalar: Scalar) -> String {
        switch scalar {
        case .null: "null"
        case .bool: "bool"
        case .integer, .unsigned: "int"
        case .float: "float"
        case .string: "str"
        }
    }

    /// Text in base 64; JSON has replacement characters for what is no UTF-8 in it.
    private static func binary(_ text: [UInt8]) throws(FunctionError) -> [UInt8] {
        do throws(FunctionError) {
            return try Base64.decode(text).validUTF8
        } catch {
            throw FunctionError("yaml: !!binary value contains invalid base64 data")
        }
    }

    /// The text that a key becomes; nil for null and for integers of 64 bits without sign.
    static func key(_ scalar: Scalar) -> ByteString? {
        switch scalar {
        case .null, .unsigned: return nil
        case .string(let text): return ByteString(text)
        case .bool(let flag): return flag ? "true" : "false"
        case .integer(let number): return ByteString("\(number)")
        case .float(let number):
            // Go prints the digits of a number of 32 bits.
            let short = Float(number)
            if short.isNaN { return ".nan" }
            if short.isInfinite { return short < 0 ? "-.inf" : ".inf" }
            return GoFormat.float(Double("\(short)") ?? number)
        }
    }
}
