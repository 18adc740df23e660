/// In which styles a text can be written, by the rules of libyaml's emitter and its ports to Go.
struct ScalarAnalysis {
    private(set) var isMultiline = false
    private(set) var allowsPlain = true
    private(set) var allowsSingleQuotes = true
    private(set) var allowsBlock = true

    /// Looks at each character once.
    init(_ text: UnsafeBufferPointer<UInt8>, _ library: YAMLLibrary) {
        guard let first = text.first, let last = text.last else {
            allowsBlock = false
            return
        }
        var hasIndicators = Self.isDocumentMark(text)
        var (hasSpecial, hasTab, hasBreakThenSpace, hasSpaceThenBreak) = (false, false, false, false)
        var (isAfterSpace, isAfterBreak, isAfterBlank) = (false, false, true)
        var index = 0
        while index < text.count {
            let byte = text[index]
            let width = YAMLCharacter.width(byte)
            let next = index + width
            switch byte {
            case UInt8(ascii: " "):
                if isAfterBreak { hasBreakThenSpace = true }
                (isAfterSpace, isAfterBreak, isAfterBlank) = (true, false, true)
                index = next
                continue
            case UInt8(ascii: "#"):
                if isAfterBlank { hasIndicators = true }
            case UInt8(ascii: ":"):
                if next >= text.count || YAMLCharacter.isBlank(text[next]) { hasIndicators = true }
            case UInt8(ascii: "\t") where library == .v3: hasTab = true
            default:
                if index == 0, Self.isIndicator(first, followedByBlank: Self.isBlank(text, at: next)) {
                    hasIndicators = true
                }
                if !YAMLCharacter.isPrintable(text, index) { hasSpecial = true }
            }
            let isBreak = YAMLCharacter.isBreak(text, index)
            if isBreak {
                isMultiline = true
                if isAfterSpace { hasSpaceThenBreak = true }
            }
            (isAfterSpace, isAfterBreak) = (false, isBreak)
            isAfterBlank = isBreak || byte == UInt8(ascii: "\t") || byte == 0
            index = next
        }
        let endsInSpace = last == UInt8(ascii: " ")
        let isEdged = first == UInt8(ascii: " ") || endsInSpace || YAMLCharacter.isBreak(text, 0) || isAfterBreak
        allowsPlain = !(isEdged || hasIndicators || isMultiline)
        if endsInSpace { allowsBlock = false }
        if hasBreakThenSpace { allowsSingleQuotes = false }
        if hasSpaceThenBreak || hasTab || hasSpecial { (allowsPlain, allowsSingleQuotes) = (false, false) }
        if hasSpaceThenBreak || hasSpecial { allowsBlock = false }
    }

    private static func isBlank(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        index >= text.count || YAMLCharacter.isBlank(text[index])
    }

    /// Whether the text begins as the marks of documents do.
    private static func isDocumentMark(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= 3, text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: ".") else { return false }
        return text[1] == text[0] && text[2] == text[0]
    }

    private static func isIndicator(_ first: UInt8, followedByBlank: Bool) -> Bool {
        switch first {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"),
            UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
            true
        case UInt8(ascii: "?"), UInt8(ascii: "-"): followedByBlank
        default: false
        }
    }
}
