/// The scanners behind `ScalarSchema`, over UTF-8 bytes.
enum ScalarRules {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    static func kind(of bytes: Bytes, _ schema: ScalarSchema) -> ScalarSchema.Kind {
        guard let first = bytes.first else { return .null }
        switch first {
        case ascii("0")...ascii("9"), ascii("-"), ascii("+"), ascii("."):
            return (schema == .core ? coreNumber(bytes) : kubernetesNumber(bytes)) ?? .string
        case ascii("~"): return bytes.count == 1 ? .null : .string
        case ascii("n"), ascii("N"), ascii("t"), ascii("T"), ascii("f"), ascii("F"):
            if isWord(bytes, "null") { return .null }
            return bool(bytes, schema) == nil ? .string : .bool
        case ascii("y"), ascii("Y"), ascii("o"), ascii("O"):
            return bool(bytes, schema) == nil ? .string : .bool
        default: return .string
        }
    }

    // MARK: Words

    static func bool(_ bytes: Bytes, _ schema: ScalarSchema) -> Bool? {
        if isWord(bytes, "true") { return true }
        if isWord(bytes, "false") { return false }
        guard schema == .kubernetes else { return nil }
        if isWord(bytes, "yes") || isWord(bytes, "on") || isWord(bytes, "y") { return true }
        if isWord(bytes, "no") || isWord(bytes, "off") || isWord(bytes, "n") { return false }
        return nil
    }

    /// Whether `bytes` are `word` in lower case, upper case, or with only the first letter in upper case.
    static func isWord(_ bytes: Bytes, _ word: StaticString) -> Bool {
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        let lower = Bytes(start: word.utf8Start, count: word.utf8CodeUnitCount)
        if bytes.elementsEqual(lower) { return true }
        guard bytes[0] == lower[0] &- 32 else { return false }
        let rest = bytes.dropFirst()
        return rest.elementsEqual(lower.dropFirst()) || rest.elementsEqual(lower.dropFirst().lazy.map { $0 &- 32 })
    }

    // MARK: Numbers

    /// YAML 1.2.2, section 10.3.2: `[-+]?[0-9]+`, `0o[0-7]+`, `0x[0-9a-fA-F]+`, and the forms of a float.
    private static func coreNumber(_ bytes: Bytes) -> ScalarSchema.Kind? {
        if bytes.count > 2, bytes[0] == ascii("0") {
            if bytes[1] == ascii("x") { return bytes.dropFirst(2).allSatisfy(isHexDigit) ? .integer : nil }
            if bytes[1] == ascii("o") { return bytes.dropFirst(2).allSatisfy(isOctalDigit) ? .integer : nil }
        }
        let digits = unsigned(bytes)
        if isSpecialFloat(digits, isSigned: digits.count < bytes.count) { return .float }
        return decimal(digits)
    }

    /// What `goyaml.v2`, as `sigs.k8s.io/yaml` uses it, takes for numbers: integers by the rules of Go's literals, in
    /// which digits of any place may be grouped by underscores, then decimal floats.
    private static func kubernetesNumber(_ bytes: Bytes) -> ScalarSchema.Kind? {
        if bytes[0] != ascii("."), bytes.contains(ascii("_")) {
            // Underscores count for nothing, wherever they stand after the first character.
            let joined = bytes.filter { $0 != ascii("_") }
            return joined.withUnsafeBufferPointer(kubernetesNumber)
        }
        let digits = unsigned(bytes)
        if isSpecialFloat(digits, isSigned: digits.count < bytes.count) { return .float }
        if digits.count > 2, digits[0] == ascii("0") {
            let rest = digits.dropFirst(2)
            switch digits[1] | 0x20 {
            case ascii("x"): return rest.allSatisfy(isHexDigit) ? .integer : nil
            case ascii("o"): return rest.allSatisfy(isOctalDigit) ? .integer : nil
            case ascii("b"): return rest.allSatisfy { $0 == ascii("0") || $0 == ascii("1") } ? .integer : nil
            default: break
            }
        }
        guard let kind = decimal(digits) else { return nil }
        switch kind {
        case .integer where digits[0] == ascii("0") && digits.count > 1:
            // Octal, unless a digit or the size forbids it; what is left is decimal then.
            return fits(bytes, radix: 8) ? .integer : .float
        case .integer: return fits(bytes, radix: 10) ? .integer : .float
        default: return isFinite(digits) ? .float : nil
        }
    }

    /// Whether the digits fit into 64 bits: with a sign into signed ones.
    private static func fits(_ bytes: Bytes, radix: Int) -> Bool {
        if radix == 10, bytes.count < 19 { return true }
        let text = String(decoding: bytes, as: UTF8.self)
        return Int64(text, radix: radix) != nil || (isDigit(bytes[0]) && UInt64(text, radix: radix) != nil)
    }

    /// Whether a double can hold the decimal number; Go refuses larger ones, so that they are strings.
    private static func isFinite(_ digits: Bytes) -> Bool {
        // 300 digits without an exponent, or an exponent of two digits, are always in range.
        let exponent = digits.firstIndex { $0 | 0x20 == ascii("e") } ?? digits.count
        if exponent < 200, digits.count - exponent < 4 { return true }
        return DecimalText(digits).double?.isFinite ?? false
    }

    /// The bytes without a sign.
    private static func unsigned(_ bytes: Bytes) -> Bytes {
        guard let first = bytes.first, first == ascii("-") || first == ascii("+") else { return bytes }
        return Bytes(rebasing: bytes.dropFirst())
    }

    /// `\.(inf|Inf|INF)`, and without a sign `\.(nan|NaN|NAN)`.
    private static func isSpecialFloat(_ bytes: Bytes, isSigned: Bool) -> Bool {
        guard bytes.count == 4, bytes[0] == ascii(".") else { return false }
        let word = Bytes(rebasing: bytes.dropFirst())
        if isWord(word, "inf") { return true }
        return !isSigned
            && (word.elementsEqual("nan".utf8) || word.elementsEqual("NaN".utf8) || word.elementsEqual("NAN".utf8))
    }

    /// `[0-9]+` is an integer, and `(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?` a float.
    private static func decimal(_ bytes: Bytes) -> ScalarSchema.Kind? {
        var position = 0
        func skipDigits() -> Int {
            let start = position
            while position < bytes.count, isDigit(bytes[position]) { position += 1 }
            return position - start
        }
        let whole = skipDigits()
        if position == bytes.count { return whole > 0 ? .integer : nil }
        if bytes[position] == ascii(".") {
            position += 1
            guard whole + skipDigits() > 0 else { return nil }
        } else if whole == 0 {
            return nil
        }
        if position < bytes.count, bytes[position] | 0x20 == ascii("e") {
            position += 1
            if position < bytes.count, bytes[position] == ascii("-") || bytes[position] == ascii("+") { position += 1 }
            guard skipDigits() > 0 else { return nil }
        }
        return position == bytes.count ? .float : nil
    }

    // MARK: Bytes

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
    static func isOctalDigit(_ byte: UInt8) -> Bool { byte &- 48 < 8 }
    static func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 97 < 6 }
}

/// The byte of an ASCII character.
@inline(__always)
func ascii(_ character: Unicode.Scalar) -> UInt8 { UInt8(ascii: character) }
