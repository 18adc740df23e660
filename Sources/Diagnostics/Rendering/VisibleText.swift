/// Text that shows what it holds: controls and invisible direction marks appear as escapes (`\u{1B}`).
///
/// File names, keys and messages repeat parts of the input. Printed raw, an escape sequence in a key could
/// recolour or overwrite a terminal, and a direction mark could make a line read as another (Unicode TR 36).
enum VisibleText {
    static func of(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var visible = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": visible += "\\n"
            case "\t": visible += "\\t"
            case "\r": visible += "\\r"
            case let scalar where isHidden(scalar):
                visible += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            default: visible.unicodeScalars.append(scalar)
            }
        }
        return visible
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
