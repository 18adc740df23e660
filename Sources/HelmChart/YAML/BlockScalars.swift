/// Writes scalars in the styles of libyaml's emitter, as its ports to Go do: the same choice of quotes, the same places
/// where lines are folded.
struct BlockScalars {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    private(set) var output: [UInt8] = []
    /// How many characters stand on the line.
    private var column = 0
    /// Whether the last character is white space, or there is none.
    private var isAfterSpace = true
    /// Whether nothing but spaces and the marks of items stands on the line.
    private(set) var isIndentation = true
    private let library: YAMLLibrary
    private let width: Int

    static let indentation = 2
    /// Keys of more bytes than these get a `?`.
    static let longestKey = 128

    init(_ library: YAMLLibrary) {
        self.library = library
        width = library == .v2 ? 80 : .max
    }

    // MARK: Structure

    /// Goes to a new line of the given indentation, unless the current one is still nothing but that.
    mutating func indent(_ indentation: Int) {
        if !isIndentation || column > indentation || (column == indentation && !isAfterSpace) { breakLine() }
        if column < indentation {
            output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation - column))
            column = indentation
        }
        isAfterSpace = true
        isIndentation = true
    }

    /// The mark of an item, of a long key or of its value: `-`, `?` or `:`.
    mutating func itemMark(_ mark: Unicode.Scalar) {
        separate()
        append(UInt8(ascii: mark))
        isAfterSpace = false
    }

    /// The colon behind a key.
    mutating func keyMark() {
        append(UInt8(ascii: ":"))
        (isAfterSpace, isIndentation) = (false, false)
    }

    /// A text of ASCII characters that stands for itself, such as a number or `{}`.
    mutating func word(_ word: some Collection<UInt8>) {
        separate()
        output.append(contentsOf: word)
        column += word.count
        (isAfterSpace, isIndentation) = (false, false)
    }

    private mutating func separate() {
        if !isAfterSpace { append(UInt8(ascii: " ")) }
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8) {
        output.append(byte)
        column += 1
    }

    private mutating func breakLine() {
        output.append(0x0A)
        column = 0
        isIndentation = true
    }

    /// Appends the character at `index`.
    @inline(__always)
    private mutating func character(_ text: Bytes, _ index: Int) {
        let width = YAMLCharacter.width(text[index])
        if width == 1 {
            output.append(text[index])
        } else {
            output.append(contentsOf: text[index..<min(index + width, text.count)])
        }
        column += 1
    }

    // MARK: Strings

    /// A string whose further lines, if it has any, are indented by `indentation`. It has quotes unless it is plain
    /// text: one that readers take for a string without quotes.
    mutating func string(_ text: Bytes, isPlainText: Bool, analysis: ScalarAnalysis, isKey: Bool, indentation: Int) {
        separate()
        let hasLineFeed = analysis.isMultiline && text.contains(0x0A)
        if hasLineFeed {
            if analysis.allowsBlock && !isKey { return literal(text, indentation) }
        } else if isPlainText && !(isKey && analysis.isMultiline) {
            if analysis.allowsPlain { return plain(text, folds: !isKey, indentation) }
            if analysis.allowsSingleQuotes { return singleQuoted(text, folds: !isKey, indentation) }
        }
        doubleQuoted(text, folds: !isKey, indentation)
    }

    private mutating func plain(_ text: Bytes, folds: Bool, _ indentation: Int) {
        if !folds || column &+ text.count <= width {
            output.append(contentsOf: text)
            for byte in text where byte & 0xC0 != 0x80 { column += 1 }
        } else {
            var isAfterSpace = false
            for index in text.indices where text[index] & 0xC0 != 0x80 {
                let isSpace = text[index] == UInt8(ascii: " ")
                if isSpace, !isAfterSpace, column > width, !isSpaceAt(text, index + 1) {
                    isIndentation = false
                    indent(indentation)
                } else {
                    character(text, index)
                }
                isAfterSpace = isSpace
            }
        }
        (isAfterSpace, isIndentation) = (false, false)
    }

    private func isSpaceAt(_ text: Bytes, _ index: Int) -> Bool {
        index < text.count && text[index] == UInt8(ascii: " ")
    }

    private mutating func singleQuoted(_ text: Bytes, folds: Bool, _ indentation: Int) {
        let quote = UInt8(ascii: "'")
        append(quote)
        isIndentation = false
        var (wasSpace, wasBreak) = (false, false)
        for index in text.indices where text[index] & 0xC0 != 0x80 {
            if text[index] == UInt8(ascii: " ") {
                let isInner = index > 0 && index < text.count - 1
                if folds, !wasSpace, column > width, isInner, !isSpaceAt(text, index + 1) {
                    indent(indentation)
                } else {
                    append(UInt8(ascii: " "))
                }
                isAfterSpace = false
                wasSpace = true
                continue
            }
            if YAMLCharacter.isBreak(text, index) {
                character(text, index)
                column = 0
                (isIndentation, wasBreak) = (true, true)
                continue
            }
            if wasBreak { indent(indentation) }
            if text[index] == quote { append(quote) }
            character(text, index)
            (isIndentation, wasSpace, wasBreak) = (false, false, false)
        }
        append(quote)
        (isAfterSpace, isIndentation) = (false, false)
    }

    private mutating func doubleQuoted(_ text: Bytes, folds: Bool, _ indentation: Int) {
        append(UInt8(ascii: "\""))
        (isAfterSpace, isIndentation) = (false, false)
        // The ports look for a byte-order mark at the start of the text whatever character they are at.
        let escapesAll = text.starts(with: [0xEF, 0xBB, 0xBF])
        var wasSpace = false
        for index in text.indices where text[index] & 0xC0 != 0x80 {
            let byte = text[index]
            if escapesAll || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
                || !YAMLCharacter.isPrintable(text, index) || YAMLCharacter.isBreak(text, index)
            {
                escape(YAMLCharacter.scalar(text, index).scalar)
                wasSpace = false
            } else if byte == UInt8(ascii: " ") {
                if folds, !wasSpace, column > width, index > 0, index < text.count - 1 {
                    indent(indentation)
                    if isSpaceAt(text, index + 1) { append(UInt8(ascii: "\\")) }
                    (isAfterSpace, isIndentation) = (false, false)
                } else {
                    append(byte)
                }
                wasSpace = true
            } else {
                character(text, index)
                wasSpace = false
            }
        }
        append(UInt8(ascii: "\""))
        (isAfterSpace, isIndentation) = (false, false)
    }

    private mutating func escape(_ scalar: UInt32) {
        let escape = YAMLEscape.text(scalar)
        output.append(contentsOf: escape)
        column += escape.count
    }

    /// `|` with the text below it.
    private mutating func literal(_ text: Bytes, _ indentation: Int) {
        append(UInt8(ascii: "|"))
        if text[0] == UInt8(ascii: " ") || YAMLCharacter.isBreak(text, 0) {
            append(UInt8(ascii: "0") + UInt8(Self.indentation))
        }
        if let chomping = Self.chomping(text) { append(chomping) }
        breakLine()
        isAfterSpace = true
        var index = 0
        while index < text.count {
            if YAMLCharacter.isBreak(text, index) {
                if text[index] == 0x0A {
                    breakLine()
                } else {
                    character(text, index)
                    (column, isIndentation) = (0, true)
                }
                index += YAMLCharacter.width(text[index])
                continue
            }
            indent(indentation)
            let start = index
            while index < text.count, !YAMLCharacter.isBreak(text, index) { index += YAMLCharacter.width(text[index]) }
            output.append(contentsOf: text[start..<min(index, text.count)])
            column += index - start
            isIndentation = false
        }
        // What follows begins a new line in any case.
        isAfterSpace = isIndentation
    }

    /// What becomes of the line feeds at the end: `-` if there is none, `+` if there are several.
    private static func chomping(_ text: Bytes) -> UInt8? {
        guard let last = lastCharacter(of: text, before: text.count), YAMLCharacter.isBreak(text, last) else {
            return UInt8(ascii: "-")
        }
        guard let previous = lastCharacter(of: text, before: last) else { return UInt8(ascii: "+") }
        return YAMLCharacter.isBreak(text, previous) ? UInt8(ascii: "+") : nil
    }

    private static func lastCharacter(of text: Bytes, before end: Int) -> Int? {
        var index = end - 1
        while index > 0, text[index] & 0xC0 == 0x80 { index -= 1 }
        return index >= 0 ? index : nil
    }
}
