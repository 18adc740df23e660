import GoTemplate

/// Upper and lower case as Go has them: scalar by scalar, so that `ß` has no upper case.
enum LetterCase {
    static func upper(_ text: ByteString) -> ByteString { map(text, upper) }

    static func lower(_ text: ByteString) -> ByteString { map(text, lower) }

    /// The first letter of each word in title case. Words end at whatever is no letter, digit or underscore.
    static func title(_ text: ByteString) -> ByteString {
        var isStart = true
        return map(text) { scalar in
            defer { isStart = isSeparator(scalar) }
            return isStart ? title(scalar) : scalar
        }
    }

    /// The first letter of each word in lower case. Words end at white space.
    static func untitle(_ text: ByteString) -> ByteString {
        if text.bytes.isEmpty { return text }
        var isStart = true
        let scalars = Runes.decode(text.bytes).map { scalar -> Unicode.Scalar in
            let isSpace = Self.isSpace(scalar)
            defer { isStart = isSpace }
            return isStart && !isSpace ? lower(scalar) : scalar
        }
        return ByteString(Runes.encode(scalars))
    }

    /// Upper for lower and lower for upper case; a lower-case letter at the start of a word gets title case. A word
    /// starts at the start and after white space.
    static func swapCase(_ text: ByteString) -> ByteString {
        var isStart = true
        let scalars = Runes.decode(text.bytes).map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .titlecaseLetter:
                isStart = false
                return lower(scalar)
            case .lowercaseLetter:
                defer { isStart = false }
                return isStart ? title(scalar) : upper(scalar)
            default:
                isStart = isSpace(scalar)
                return scalar
            }
        }
        return ByteString(Runes.encode(scalars))
    }

    static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII { return isLowerASCII(scalar) ? Unicode.Scalar(UInt8(scalar.value) - 32) : scalar }
        let properties = scalar.properties
        return single(properties.uppercaseMapping) ?? single(properties.titlecaseMapping) ?? scalar
    }

    static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII { return isUpperASCII(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar }
        // The one letter whose full lower case is two scalars has `i` as its simple one.
        return single(scalar.properties.lowercaseMapping) ?? "i"
    }

    static func title(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII { return upper(scalar) }
        return single(scalar.properties.titlecaseMapping) ?? scalar
    }

    static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? isUpperASCII(scalar) : scalar.properties.generalCategory == .uppercaseLetter
    }

    /// Go's white space, which is Unicode's.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
    }

    private static func isLowerASCII(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }

    private static func isUpperASCII(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }

    private static func single(_ mapping: String) -> Unicode.Scalar? {
        let scalars = mapping.unicodeScalars
        guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex else {
            return nil
        }
        return first
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return !isUpperASCII(scalar) && !isLowerASCII(scalar) && !isDigit(scalar) && scalar != "_" }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: false
        default: isSpace(scalar)
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func map(
        _ text: ByteString,
        _ transform: (Unicode.Scalar) -> Unicode.Scalar
    ) -> ByteString {
        ByteString(Runes.encode(Runes.decode(text.bytes).lazy.map(transform)))
    }
}
