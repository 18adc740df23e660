import GoTemplate

/// The order of keys in go-yaml: letters behind all else, runs of digits by their numbers.
enum NaturalOrder {
    /// Whether `a` stands before `b`. O(length of the part that they share).
    static func precedes(_ a: [UInt8], _ b: [UInt8], _ library: YAMLLibrary) -> Bool {
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                precedes(a, b, library)
            }
        }
    }

    private static func precedes(_ a: YAMLCharacter.Bytes, _ b: YAMLCharacter.Bytes, _ library: YAMLLibrary) -> Bool {
        let shared = min(a.count, b.count)
        var start = 0
        while start < shared, a[start] == b[start] { start += 1 }
        // Back to where the characters begin.
        while start > 0, isWithin(a, start) || isWithin(b, start) { start -= 1 }
        guard start < shared else { return a.count < b.count }
        let (first, second) = (YAMLCharacter.scalar(a, start).scalar, YAMLCharacter.scalar(b, start).scalar)
        let (isLetter, isOtherLetter) = (isLetter(first), isLetter(second))
        if isLetter && isOtherLetter { return first < second }
        if isLetter || isOtherLetter {
            return library == .v3 && followsDigit(a, start) ? isLetter : isOtherLetter
        }
        // A zero within a number counts, one before it does not.
        let isZero = first == zero || second == zero
        let lead: Int64 = isZero && followsNumber(a, start) ? 1 : 0
        let number = number(in: a, from: start, lead: lead)
        let other = Self.number(in: b, from: start, lead: lead)
        if number.value != other.value { return number.value < other.value }
        if number.digits != other.digits { return number.digits < other.digits }
        return first < second
    }

    private static let zero: UInt32 = 0x30

    private static func isWithin(_ text: YAMLCharacter.Bytes, _ index: Int) -> Bool {
        index < text.count && text[index] & 0xC0 == 0x80
    }

    private static func number(in text: YAMLCharacter.Bytes, from start: Int, lead: Int64) -> (
        value: Int64, digits: Int
    ) {
        var (value, digits, index) = (lead, 0, start)
        while index < text.count {
            let (scalar, width) = YAMLCharacter.scalar(text, index)
            guard isDigit(scalar) else { break }
            value = value &* 10 &+ (Int64(scalar) - Int64(zero))
            digits += 1
            index += width
        }
        return (value, digits)
    }

    /// The characters before `index`, from the last to the first.
    private static func before(_ text: YAMLCharacter.Bytes, _ index: Int) -> some Sequence<UInt32> {
        sequence(state: index) { index -> UInt32? in
            guard index > 0 else { return nil }
            index -= 1
            while index > 0, text[index] & 0xC0 == 0x80 { index -= 1 }
            return YAMLCharacter.scalar(text, index).scalar
        }
    }

    private static func followsDigit(_ text: YAMLCharacter.Bytes, _ index: Int) -> Bool {
        before(text, index).first { _ in true }.map(isDigit) ?? false
    }

    /// Whether digits, not all of them zeros, stand before `index`.
    private static func followsNumber(_ text: YAMLCharacter.Bytes, _ index: Int) -> Bool {
        before(text, index).first { !isDigit($0) || $0 != zero }.map(isDigit) ?? false
    }

    private static func isDigit(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar >= zero && scalar <= 0x39 }
        return Unicode.Scalar(scalar)?.properties.generalCategory == .decimalNumber
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A }
        return switch Unicode.Scalar(scalar)?.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }
}
