/// What the bytes of a scalar allow: found in one pass, it decides between the styles.
struct ScalarShape {
    /// Whether the text may stand without quotes, on one line, outside of flow collections.
    var isPlain = true
    /// Whether the text has line feeds.
    var hasLineFeeds = false
    /// Whether the text has tabs.
    var hasTabs = false
    /// Whether the text has characters that only escapes can express.
    var needsEscapes = false
    /// Whether the text has `"` or `\`, which read better in single quotes.
    var hasDoubleQuotesOrBackslashes = false

    init(_ text: ScalarRules.Bytes) {
        guard let first = text.first, let last = text.last else {
            isPlain = false
            return
        }
        isPlain = Self.canBegin(first, text) && last != ascii(" ") && last != ascii(":")
        var position = 0
        while position < text.count {
            let byte = text[position]
            // Letters, digits and most punctuation.
            if byte > ascii(":"), byte < 0x7F {
                if byte == ascii("\\") { hasDoubleQuotesOrBackslashes = true }
            } else {
                inspect(byte, at: position, in: text)
            }
            position &+= 1
        }
    }

    private mutating func inspect(_ byte: UInt8, at position: Int, in text: ScalarRules.Bytes) {
        switch byte {
        case ascii(":"):
            if position + 1 < text.count, isBlank(text[position + 1]) { isPlain = false }
        case ascii("#"):
            if position > 0, isBlank(text[position - 1]) { isPlain = false }
        case ascii("\""): hasDoubleQuotesOrBackslashes = true
        case ascii("\n"): (isPlain, hasLineFeeds) = (false, true)
        case ascii("\t"): (isPlain, hasTabs) = (false, true)
        case 0..<0x20, 0x7F: (isPlain, needsEscapes) = (false, true)
        case 0xC2...:
            if Self.needsEscape(at: position, in: text) { (isPlain, needsEscapes) = (false, true) }
        default: break
        }
    }

    @inline(__always)
    private func isBlank(_ byte: UInt8) -> Bool { byte == ascii(" ") || byte == ascii("\t") || byte == ascii("\n") }

    /// Whether a plain scalar may begin as `text` does (YAML 1.2.2, rule 123; stricter with `?` and `:`).
    private static func canBegin(_ first: UInt8, _ text: ScalarRules.Bytes) -> Bool {
        switch first {
        case ascii("-"):
            guard text.count > 1, text[1] != ascii(" ") else { return false }
            return !isMarker(text, "---")
        case ascii("."): return !isMarker(text, "...")
        case ascii(" "), ascii("?"), ascii(":"), ascii(","), ascii("["), ascii("]"), ascii("{"), ascii("}"),
            ascii("#"), ascii("&"), ascii("*"), ascii("!"), ascii("|"), ascii(">"), ascii("'"), ascii("\""),
            ascii("%"), ascii("@"), ascii("`"):
            return false
        default: return true
        }
    }

    private static func isMarker(_ text: ScalarRules.Bytes, _ marker: StaticString) -> Bool {
        guard text.count >= 3, text[0] == marker.utf8Start[0], text[1] == marker.utf8Start[1],
            text[2] == marker.utf8Start[2]
        else { return false }
        return text.count == 3 || text[3] == ascii(" ")
    }

    /// Whether the character whose first byte, at least 0xC2, is at `position` has to be escaped: C1 controls, the
    /// line breaks of YAML 1.1 (U+0085, U+2028, U+2029), the byte-order mark, U+FFFE and U+FFFF.
    static func needsEscape(at position: Int, in text: ScalarRules.Bytes) -> Bool {
        switch text[position] {
        case 0xC2: text[position + 1] < 0xA0
        case 0xE2: text[position + 1] == 0x80 && text[position + 2] & 0xFE == 0xA8
        case 0xEF:
            (text[position + 1] == 0xBB && text[position + 2] == 0xBF)
                || (text[position + 1] == 0xBF && text[position + 2] >= 0xBE)
        default: false
        }
    }
}
