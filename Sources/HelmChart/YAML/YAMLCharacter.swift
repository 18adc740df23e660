/// The classes of characters of YAML 1.1 (section 5), on texts in valid UTF-8.
enum YAMLCharacter {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// How many bytes the character takes that begins with `first`.
    @inline(__always)
    static func width(_ first: UInt8) -> Int {
        first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    }

    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    /// Whether a line ends here: CR, LF, NEL (U+0085), LS (U+2028) or PS (U+2029).
    @inline(__always)
    static func isBreak(_ text: Bytes, _ index: Int) -> Bool {
        let byte = text[index]
        if byte < 0xC2 { return byte == 0x0A || byte == 0x0D }
        if byte == 0xC2 { return index + 1 < text.count && text[index + 1] == 0x85 }
        guard byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80 else { return false }
        return text[index + 2] == 0xA8 || text[index + 2] == 0xA9
    }

    /// Whether the emitters write the character as it is. Tabs and NEL are escaped, and so is the byte-order mark.
    @inline(__always)
    static func isPrintable(_ text: Bytes, _ index: Int) -> Bool {
        let byte = text[index]
        if byte < 0x80 { return byte == 0x0A || (byte >= 0x20 && byte <= 0x7E) }
        guard index + 1 < text.count else { return false }
        let next = text[index + 1]
        switch byte {
        case 0xC2: return next >= 0xA0
        case 0xED: return next < 0xA0
        case 0xEF:
            guard index + 2 < text.count else { return false }
            let last = text[index + 2]
            return !(next == 0xBB && last == 0xBF) && !(next == 0xBF && (last == 0xBE || last == 0xBF))
        default: return byte > 0xC2 && byte < 0xEF
        }
    }

    /// The scalar at `index` and its width in bytes.
    static func scalar(_ text: Bytes, _ index: Int) -> (scalar: UInt32, width: Int) {
        let first = text[index]
        let width = min(width(first), text.count - index)
        var scalar = UInt32(first) & (width == 1 ? 0x7F : width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
        for offset in 1..<max(width, 1) { scalar = scalar << 6 | UInt32(text[index + offset] & 0x3F) }
        return (scalar, width)
    }
}
