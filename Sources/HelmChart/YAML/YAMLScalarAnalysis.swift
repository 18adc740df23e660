/// What the emitter of yaml.v2, as libyaml, learns of a text to choose its quotes.
struct YAMLScalarAnalysis {
    enum Style {
        case plain, singleQuoted, doubleQuoted, literal
    }

    private(set) var isMultiline = false
    private let isEmpty: Bool
    private var allowsPlain = true
    private var allowsSingleQuotes = true
    private var allowsBlock = true

    /// Characters that mean something at the start of a text.
    private static let indicators = Set("#,[]{}&*!|>'\"%@`".utf8)

    init(_ text: [UInt8]) {
        isEmpty = text.isEmpty
        if isEmpty {
            allowsBlock = false
            return
        }
        var hasIndicator = text.starts(with: "---".utf8) || text.starts(with: "...".utf8)
        var hasSpecial = false
        var spaceBeforeBreak = false
        var breakBeforeSpace = false
        var afterSpace = false
        var afterBreak = false
        var afterBlank = true
        var position = 0
        while position < text.count {
            let byte = text[position]
            let end = min(position + YAMLCharacter.length(byte), text.count)
            if Self.isIndicator(text, position, end, afterBlank: afterBlank) { hasIndicator = true }
            if byte >= 0x20 && byte < 0x7F {
                if byte == 0x20 {
                    if afterBreak { breakBeforeSpace = true }
                    (afterSpace, afterBreak) = (true, false)
                } else {
                    (afterSpace, afterBreak) = (false, false)
                }
                afterBlank = byte == 0x20
            } else {
                let character = text[position..<end]
                if !YAMLCharacter.isPrintable(character) { hasSpecial = true }
                if YAMLCharacter.isBreak(character) {
                    isMultiline = true
                    if afterSpace { spaceBeforeBreak = true }
                    (afterSpace, afterBreak) = (false, true)
                    afterBlank = true
                } else {
                    (afterSpace, afterBreak) = (false, false)
                    afterBlank = byte == 0x09
                }
            }
            position = end
        }
        let startsBlank = text[0] == 0x20 || Self.isBreakAtStart(text)
        let endsWithSpace = text[text.count - 1] == 0x20
        if startsBlank || endsWithSpace || afterBreak || isMultiline || hasIndicator { allowsPlain = false }
        if endsWithSpace { allowsBlock = false }
        if breakBeforeSpace { (allowsPlain, allowsSingleQuotes) = (false, false) }
        if spaceBeforeBreak || hasSpecial { (allowsPlain, allowsSingleQuotes, allowsBlock) = (false, false, false) }
    }

    private static func isBreakAtStart(_ text: [UInt8]) -> Bool {
        YAMLCharacter.isBreak(text[..<min(YAMLCharacter.length(text[0]), text.count)])
    }

    /// Whether the character would be taken for syntax in a plain text.
    private static func isIndicator(_ text: [UInt8], _ position: Int, _ end: Int, afterBlank: Bool) -> Bool {
        let byte = text[position]
        if position == 0 {
            if indicators.contains(byte) { return true }
            guard byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") else {
                return false
            }
            return isBlank(text, end)
        }
        if byte == UInt8(ascii: ":") { return isBlank(text, end) }
        return byte == UInt8(ascii: "#") && afterBlank
    }

    /// Whether a blank, a break or the end is at a position.
    private static func isBlank(_ text: [UInt8], _ position: Int) -> Bool {
        guard position < text.count else { return true }
        let byte = text[position]
        if byte == 0x20 || byte == 0x09 || byte == 0 { return true }
        return YAMLCharacter.isBreak(text[position..<min(position + YAMLCharacter.length(byte), text.count)])
    }

    /// The quotes of a text which readers take without quotes for what it is, or not, and which is a key or not.
    func style(isPlain: Bool, isKey: Bool) -> Style {
        if isMultiline { return isKey || !allowsBlock ? .doubleQuoted : .literal }
        if !isPlain { return .doubleQuoted }
        if allowsPlain, !(isEmpty && isKey) { return .plain }
        return allowsSingleQuotes ? .singleQuoted : .doubleQuoted
    }

    /// What follows `|`: how deep the text is indented, if it begins with white space, and what becomes of the line
    /// feeds at its end.
    static func blockHints(_ text: [UInt8], step: Int) -> [UInt8] {
        var hints: [UInt8] = []
        if text[0] == 0x20 || isBreakAtStart(text) { hints.append(UInt8(ascii: "0") + UInt8(step)) }
        var last = text.count - 1
        while last > 0, text[last] & 0xC0 == 0x80 { last -= 1 }
        guard YAMLCharacter.isBreak(text[last...]) else { return hints + [UInt8(ascii: "-")] }
        if last == 0 { return hints + [UInt8(ascii: "+")] }
        var previous = last - 1
        while previous > 0, text[previous] & 0xC0 == 0x80 { previous -= 1 }
        return YAMLCharacter.isBreak(text[previous..<last]) ? hints + [UInt8(ascii: "+")] : hints
    }
}
