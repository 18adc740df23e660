/// Texts that some reader of YAML 1.1 or 1.2 takes, without quotes, for something other than a string.
///
/// This is the union of the core schema of 1.2, of the types of 1.1 (bool, int, float, null, timestamp, merge, value)
/// as PyYAML, Psych and goyaml read them, and of the words of 1.1 in any case. Every such text is a valid plain scalar.
extension ScalarRules {
    static func isAmbiguous(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { isAmbiguous($0) }
    }

    static func isAmbiguous(_ bytes: Bytes) -> Bool {
        guard let first = bytes.first else { return true }
        switch first {
        case ascii("0")...ascii("9"), ascii("-"), ascii("+"), ascii("."): return looksNumeric(bytes)
        case ascii("~"), ascii("="): return bytes.count == 1
        case ascii("<"): return bytes.elementsEqual("<<".utf8)
        default: break
        }
        guard bytes.count <= 5 else { return false }
        switch first | 0x20 {
        case ascii("n"): return isAnyCase(bytes, "n") || isAnyCase(bytes, "no") || isAnyCase(bytes, "null")
        case ascii("y"): return isAnyCase(bytes, "y") || isAnyCase(bytes, "yes")
        case ascii("t"): return isAnyCase(bytes, "true")
        case ascii("f"): return isAnyCase(bytes, "false")
        case ascii("o"): return isAnyCase(bytes, "on") || isAnyCase(bytes, "off")
        default: return false
        }
    }

    private static func isAnyCase(_ bytes: Bytes, _ word: StaticString) -> Bool {
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        for position in 0..<bytes.count where bytes[position] | 0x20 != word.utf8Start[position] { return false }
        return true
    }

    /// Numbers in any notation of either version, base 60 and digits grouped by commas included, and dates.
    private static func looksNumeric(_ bytes: Bytes) -> Bool {
        var rest = bytes[...]
        if let first = rest.first, first == ascii("-") || first == ascii("+") { rest.removeFirst() }
        guard let first = rest.first, isDigit(first) || first == ascii(".") || first == ascii("_") else { return false }
        if isGrouped(rest) { return true }
        if isRadixForm(rest) { return true }
        if kind(of: bytes, .core) != .string || kind(of: bytes, .kubernetes) != .string { return true }
        return isSexagesimal(rest) || isTimestamp(rest)
    }

    /// Digits with underscores and commas, at most one point, and an exponent with or without digits.
    private static func isGrouped(_ bytes: Slice<Bytes>) -> Bool {
        var points = 0
        var position = bytes.startIndex
        scan: while position < bytes.endIndex {
            switch bytes[position] {
            case ascii("0")...ascii("9"), ascii("_"), ascii(","): break
            case ascii("."):
                points += 1
                if points > 1 { return false }
            case ascii("e"), ascii("E"):
                var exponent = bytes[(position + 1)...]
                if let sign = exponent.first, sign == ascii("-") || sign == ascii("+") { exponent.removeFirst() }
                return exponent.allSatisfy { isDigit($0) || $0 == ascii("_") }
            default: return false
            }
            position += 1
        }
        return true
    }

    /// `0x`, `0o` or `0b` in any case, with hexadecimal digits and underscores.
    private static func isRadixForm(_ bytes: Slice<Bytes>) -> Bool {
        guard bytes.count > 2, bytes.first == ascii("0") else { return false }
        let letter = bytes[bytes.startIndex + 1] | 0x20
        guard letter == ascii("x") || letter == ascii("o") || letter == ascii("b") else { return false }
        return bytes.dropFirst(2).allSatisfy { isHexDigit($0) || $0 == ascii("_") }
    }

    /// `[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?`.
    private static func isSexagesimal(_ bytes: Slice<Bytes>) -> Bool {
        guard let head = bytes.firstIndex(of: ascii(":")), isDigit(bytes[bytes.startIndex]),
            bytes[..<head].allSatisfy({ isDigit($0) || $0 == ascii("_") })
        else { return false }
        var rest = bytes[head...]
        while rest.first == ascii(":") {
            rest.removeFirst()
            let digits = rest.prefix { isDigit($0) }
            guard (1...2).contains(digits.count), digits.count == 1 || digits[digits.startIndex] < ascii("6") else {
                return false
            }
            rest = rest[digits.endIndex...]
        }
        guard let point = rest.popFirst() else { return true }
        return point == ascii(".") && rest.allSatisfy { isDigit($0) || $0 == ascii("_") }
    }

    /// A date, alone or followed by a time, with or without a fraction and a zone; as YAML 1.1's timestamp type has it,
    /// except that all fields but the year may have one digit.
    private static func isTimestamp(_ bytes: Slice<Bytes>) -> Bool {
        var rest = bytes
        func digits(_ counts: ClosedRange<Int>) -> Bool {
            let found = rest.prefix { isDigit($0) }
            rest = rest[found.endIndex...]
            return counts.contains(found.count)
        }
        func skip(_ byte: UInt8) -> Bool {
            guard rest.first == byte else { return false }
            rest.removeFirst()
            return true
        }
        func skipSpaces() { rest = rest.drop { $0 == ascii(" ") } }

        guard digits(4...4), skip(ascii("-")), digits(1...2), skip(ascii("-")), digits(1...2) else { return false }
        guard let separator = rest.first else { return true }
        guard separator | 0x20 == ascii("t") || separator == ascii(" ") else { return false }
        rest.removeFirst()
        skipSpaces()
        guard digits(1...2), skip(ascii(":")), digits(1...2), skip(ascii(":")), digits(1...2) else { return false }
        if skip(ascii(".")) { _ = digits(0...Int.max) }
        guard let next = rest.first else { return true }
        if next == ascii(" ") { skipSpaces() }
        if skip(ascii("Z")) || skip(ascii("z")) { return rest.isEmpty }
        guard skip(ascii("+")) || skip(ascii("-")), digits(1...2) else { return false }
        if skip(ascii(":")), !digits(1...2) { return false }
        return rest.isEmpty
    }
}
