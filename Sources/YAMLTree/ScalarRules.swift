/// The scanners behind `ScalarSchema` and the writer's quoting, over UTF-8 bytes.
enum ScalarRules {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    // MARK: Types

    static func kind(of bytes: Bytes, _ schema: ScalarSchema) -> ScalarSchema.Kind {
        guard let first = bytes.first else { return .null }
        switch first {
        case ascii("0")...ascii("9"), ascii("-"), ascii("+"), ascii("."):
            return number(bytes, schema) ?? .string
        case ascii("~"): return bytes.count == 1 ? .null : .string
        case ascii("n"), ascii("N"), ascii("t"), ascii("T"), ascii("f"), ascii("F"):
            if isWord(bytes, "null") { return .null }
            return bool(bytes, schema) == nil ? .string : .bool
        case ascii("y"), ascii("Y"), ascii("o"), ascii("O"):
            return bool(bytes, schema) == nil ? .string : .bool
        default: return .string
        }
    }

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
        let lower = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        if bytes.elementsEqual(lower) { return true }
        guard bytes[0] == lower[0] &- 32 else { return false }
        let rest = bytes.dropFirst()
        return rest.elementsEqual(lower.dropFirst()) || rest.elementsEqual(lower.dropFirst().lazy.map { $0 &- 32 })
    }

    private static func number(_ bytes: Bytes, _ schema: ScalarSchema) -> ScalarSchema.Kind? {
        var position = 0
        let signed = bytes[0] == ascii("-") || bytes[0] == ascii("+")
        if signed { position = 1 }
        guard position < bytes.count else { return nil }
        let rest = Bytes(rebasing: bytes[position...])
        if rest[0] == ascii(".") {
            if isWord(Bytes(rebasing: rest.dropFirst()), "inf") { return .float }
            if !signed, rest.count == 4, isNaN(rest) { return .float }
        }
        if rest.count > 2, rest[0] == ascii("0") {
            let digits = rest.dropFirst(2)
            let underscores = schema == .kubernetes
            switch rest[1] {
            case ascii("x") where !signed || schema == .kubernetes, ascii("X") where schema == .kubernetes:
                return digits.allSatisfy { isHexDigit($0) || (underscores && $0 == ascii("_")) } ? .integer : nil
            case ascii("o") where !signed || schema == .kubernetes, ascii("O") where schema == .kubernetes:
                return digits.allSatisfy { isOctalDigit($0) || (underscores && $0 == ascii("_")) } ? .integer : nil
            case ascii("b") where schema == .kubernetes, ascii("B") where schema == .kubernetes:
                return digits.allSatisfy { $0 == ascii("0") || $0 == ascii("1") || $0 == ascii("_") } ? .integer : nil
            default: break
            }
        }
        return decimal(rest, schema)
    }

    private static func isNaN(_ bytes: Bytes) -> Bool {
        bytes.elementsEqual(".nan".utf8) || bytes.elementsEqual(".NaN".utf8) || bytes.elementsEqual(".NAN".utf8)
    }

    /// `[0-9]+`, or `(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`.
    private static func decimal(_ bytes: Bytes, _ schema: ScalarSchema) -> ScalarSchema.Kind? {
        let underscores = schema == .kubernetes
        var position = 0
        func digits() -> Int {
            var count = 0
            while position < bytes.count {
                if isDigit(bytes[position]) {
                    count += 1
                } else if !(underscores && bytes[position] == ascii("_") && (count > 0 || position > 0)) {
                    break
                }
                position += 1
            }
            return count
        }
        let whole = digits()
        if position == bytes.count {
            guard whole > 0 else { return nil }
            // A leading zero makes an octal integer of YAML 1.1; with the digits 8 and 9 the number is a float there.
            if schema == .kubernetes, bytes[0] == ascii("0"), bytes.count > 1,
                !bytes.allSatisfy({ isOctalDigit($0) || $0 == ascii("_") })
            {
                return .float
            }
            return .integer
        }
        if bytes[position] == ascii(".") {
            position += 1
            let fraction = digits()
            guard whole + fraction > 0 else { return nil }
        } else if whole == 0 {
            return nil
        }
        if position < bytes.count, bytes[position] == ascii("e") || bytes[position] == ascii("E") {
            position += 1
            if position < bytes.count, bytes[position] == ascii("-") || bytes[position] == ascii("+") { position += 1 }
            guard digits() > 0 else { return nil }
        }
        return position == bytes.count ? .float : nil
    }

    /// The value of bytes that are an integer under `schema`.
    static func integer(_ bytes: Bytes, _ schema: ScalarSchema) -> Int? {
        var digits = bytes.filter { $0 != ascii("_") }
        var sign = ""
        if let first = digits.first, first == ascii("-") || first == ascii("+") {
            sign = first == ascii("-") ? "-" : ""
            digits.removeFirst()
        }
        var radix = 10
        if digits.count > 1, digits[0] == ascii("0") {
            switch digits[1] | 0x20 {
            case ascii("x"): (radix, digits) = (16, Array(digits.dropFirst(2)))
            case ascii("o"): (radix, digits) = (8, Array(digits.dropFirst(2)))
            case ascii("b"): (radix, digits) = (2, Array(digits.dropFirst(2)))
            default: if schema == .kubernetes { radix = 8 }
            }
        }
        return Int(sign + String(decoding: digits, as: UTF8.self), radix: radix)
    }

    // MARK: Ambiguity

    /// Whether a reader of YAML 1.1 or 1.2 would take the text, without quotes, for something other than a string.
    static func isAmbiguous(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { isAmbiguous($0) }
    }

    static func isAmbiguous(_ bytes: Bytes) -> Bool {
        guard let first = bytes.first else { return true }
        switch first {
        case ascii("~"), ascii("="): return bytes.count == 1
        case ascii("<"): return bytes.elementsEqual("<<".utf8)
        case ascii("n"), ascii("N"):
            return isAnyCase(bytes, "n") || isAnyCase(bytes, "no") || isAnyCase(bytes, "null")
        case ascii("y"), ascii("Y"): return isAnyCase(bytes, "y") || isAnyCase(bytes, "yes")
        case ascii("t"), ascii("T"): return isAnyCase(bytes, "true")
        case ascii("f"), ascii("F"): return isAnyCase(bytes, "false")
        case ascii("o"), ascii("O"): return isAnyCase(bytes, "on") || isAnyCase(bytes, "off")
        case ascii("0")...ascii("9"), ascii("-"), ascii("+"), ascii("."): return looksNumeric(bytes)
        default: return false
        }
    }

    private static func isAnyCase(_ bytes: Bytes, _ word: StaticString) -> Bool {
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        for position in 0..<bytes.count where bytes[position] | 0x20 != word.utf8Start[position] { return false }
        return true
    }

    /// Numbers in any notation of either version, base 60 included, and dates.
    private static func looksNumeric(_ bytes: Bytes) -> Bool {
        if kind(of: bytes, .core) != .string || kind(of: bytes, .kubernetes) != .string { return true }
        var rest = bytes[...]
        if let first = rest.first, first == ascii("-") || first == ascii("+") { rest.removeFirst() }
        guard let first = rest.first, isDigit(first) || first == ascii(".") else { return false }
        // Signed or odd-looking radix forms, and digits grouped by commas or underscores.
        if rest.count > 2, first == ascii("0"), !isDigit(rest[rest.startIndex + 1]),
            rest.dropFirst(2).allSatisfy({ isHexDigit($0) || $0 == ascii("_") }),
            [ascii("x"), ascii("o"), ascii("b")].contains(rest[rest.startIndex + 1] | 0x20)
        {
            return true
        }
        if rest.allSatisfy({ isDigit($0) || $0 == ascii("_") || $0 == ascii(",") }) { return true }
        let dots = rest.count { $0 == ascii(".") }
        if dots == 1, let last = rest.last, isDigit(last) || last == ascii(".") || last == ascii("_"),
            rest.allSatisfy({
                isDigit($0) || $0 == ascii("_") || $0 == ascii(",") || $0 == ascii(".") || $0 | 0x20 == ascii("e")
                    || $0 == ascii("-") || $0 == ascii("+")
            })
        {
            return true
        }
        return isSexagesimal(rest) || isDate(rest)
    }

    /// `[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?`.
    private static func isSexagesimal(_ bytes: Slice<Bytes>) -> Bool {
        let parts = bytes.split(separator: ascii(":"), omittingEmptySubsequences: false)
        guard parts.count > 1, let head = parts.first, let lead = head.first, isDigit(lead),
            head.allSatisfy({ isDigit($0) || $0 == ascii("_") })
        else { return false }
        for (position, part) in parts.dropFirst().enumerated() {
            var whole = part
            if position == parts.count - 2, let dot = part.firstIndex(of: ascii(".")) {
                guard part[dot...].dropFirst().allSatisfy({ isDigit($0) || $0 == ascii("_") }) else { return false }
                whole = part[..<dot]
            }
            guard (1...2).contains(whole.count), whole.allSatisfy(isDigit) else { return false }
            if whole.count == 2, whole.first.map({ $0 > ascii("5") }) ?? false { return false }
        }
        return true
    }

    /// `[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}`, alone or followed by a time.
    private static func isDate(_ bytes: Slice<Bytes>) -> Bool {
        let parts = bytes.split(separator: ascii("-"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[0].allSatisfy(isDigit),
            (1...2).contains(parts[1].count), parts[1].allSatisfy(isDigit)
        else { return false }
        let day = parts[2].prefix { isDigit($0) }
        guard (1...2).contains(day.count) else { return false }
        guard let next = parts[2].dropFirst(day.count).first else { return true }
        return next | 0x20 == ascii("t") || next == ascii(" ") || next == ascii("\t")
    }

    // MARK: Bytes

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
    static func isOctalDigit(_ byte: UInt8) -> Bool { byte &- 48 < 8 }
    static func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 97 < 6 }
}

/// The byte of an ASCII character.
@inline(__always)
func ascii(_ character: Unicode.Scalar) -> UInt8 { UInt8(ascii: character) }
