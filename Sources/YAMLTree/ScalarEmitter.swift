/// Writes scalars in the style that suits their text.
enum ScalarEmitter {
    private typealias Bytes = ScalarRules.Bytes

    /// Appends `scalar`, which is not an empty plain one.
    ///
    /// `blockIndent` is the column of the lines of a literal block, or nil where there is room for one line only, in
    /// keys. A literal block ends with a line feed, every other style without.
    static func append(_ scalar: Scalar, to bytes: inout ByteBuffer, blockIndent: Int?, quotes: YAMLWriter.Quotes) {
        var text = scalar.text
        text.withUTF8 { text in
            let shape = ScalarShape(text)
            switch style(of: scalar.style, text, shape, blockIndent: blockIndent, quotes: quotes) {
            case .plain: bytes.append(text)
            case .singleQuoted: singleQuoted(text, to: &bytes)
            case .literal: literal(text, to: &bytes, indent: blockIndent ?? 0)
            default: doubleQuoted(text, to: &bytes)
            }
        }
    }

    private static func style(
        of style: Scalar.Style,
        _ text: Bytes,
        _ shape: ScalarShape,
        blockIndent: Int?,
        quotes: YAMLWriter.Quotes
    ) -> Scalar.Style {
        if shape.isPlain, style == .plain { return .plain }
        if quotes == .asRead {
            if style == .doubleQuoted { return style }
            if style == .singleQuoted, !shape.needsEscapes, !shape.hasLineFeeds { return style }
        }
        if shape.isPlain, !ScalarRules.isAmbiguous(text) { return .plain }
        if shape.hasLineFeeds, blockIndent != nil, !shape.needsEscapes, canBeLiteral(text) { return .literal }
        let isOneLine = !shape.needsEscapes && !shape.hasLineFeeds && !shape.hasTabs
        return isOneLine && shape.hasDoubleQuotesOrBackslashes ? .singleQuoted : .doubleQuoted
    }

    /// Whether the last line with content has more than blanks, so that no reader drops it.
    private static func canBeLiteral(_ text: Bytes) -> Bool {
        guard let last = text.last(where: { $0 != ascii("\n") }) else { return false }
        return last != ascii(" ") && last != ascii("\t")
    }

    // MARK: Styles

    private static func singleQuoted(_ text: Bytes, to bytes: inout ByteBuffer) {
        bytes.append(ascii("'"))
        for byte in text {
            if byte == ascii("'") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(ascii("'"))
    }

    private static func literal(_ text: Bytes, to bytes: inout ByteBuffer, indent: Int) {
        bytes.append(ascii("|"))
        // Readers find out the indentation from the first line with content, unless that begins with a blank.
        if let first = text.first(where: { $0 != ascii("\n") }), first == ascii(" ") || first == ascii("\t") {
            bytes.append(ascii("2"))
        }
        if text.last != ascii("\n") {
            bytes.append(ascii("-"))
        } else if text.count > 1, text[text.count - 2] == ascii("\n") {
            bytes.append(ascii("+"))
        }
        bytes.append(ascii("\n"))
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: ascii("\n")) ?? text.count
            if end > start {
                bytes.append(spaces: indent)
                bytes.append(text[start..<end])
            }
            bytes.append(ascii("\n"))
            start = end + 1
        }
    }

    private static func doubleQuoted(_ text: Bytes, to bytes: inout ByteBuffer) {
        bytes.append(ascii("\""))
        // What needs no escape is copied in runs.
        var start = 0
        var position = 0
        while position < text.count {
            let byte = text[position]
            let isEscaped =
                byte < 0x20 || byte == ascii("\"") || byte == ascii("\\") || byte == 0x7F
                || (byte >= 0xC2 && ScalarShape.needsEscape(at: position, in: text))
            guard isEscaped else {
                position += 1
                continue
            }
            bytes.append(text[start..<position])
            position += escape(at: position, in: text, to: &bytes)
            start = position
        }
        bytes.append(text[start...])
        bytes.append(ascii("\""))
    }

    /// Writes the escape of the character at `position`; answers how many bytes it has.
    private static func escape(at position: Int, in text: Bytes, to bytes: inout ByteBuffer) -> Int {
        let byte = text[position]
        switch byte {
        case ascii("\n"): bytes.append("\\n")
        case ascii("\t"): bytes.append("\\t")
        case ascii("\r"): bytes.append("\\r")
        case 0..<0x20, 0x7F:
            bytes.append("\\x")
            bytes.append(hexDigit(byte >> 4))
            bytes.append(hexDigit(byte & 0xF))
        case 0x80...: return unicodeEscape(at: position, in: text, to: &bytes)
        default:
            bytes.append(ascii("\\"))
            bytes.append(byte)
        }
        return 1
    }

    /// Writes a character of two or three bytes as `\u` and four hexadecimal digits; answers how many bytes it has.
    private static func unicodeEscape(at position: Int, in text: Bytes, to bytes: inout ByteBuffer) -> Int {
        let lead = text[position]
        let length = lead < 0xE0 ? 2 : 3
        var value = UInt16(lead & (length == 2 ? 0x1F : 0x0F))
        for byte in text[(position + 1)..<(position + length)] { value = value << 6 | UInt16(byte & 0x3F) }
        bytes.append("\\u")
        for shift: UInt16 in [12, 8, 4, 0] { bytes.append(hexDigit(UInt8(value >> shift & 0xF))) }
        return length
    }
}
