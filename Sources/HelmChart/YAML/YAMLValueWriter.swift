import GoTemplate

/// Writes values in the block style of yaml.v2: indented by two, lists not indented under their keys, keys in natural
/// order, long lines folded at 80 columns.
struct YAMLValueWriter {
    private(set) var output: [UInt8] = []
    private var column = 0
    private var indent = -1
    /// Whether the last character was white space or an indicator that needs none after it.
    private var afterSpace = true
    /// Whether only indentation and indicators stand on the line.
    private var isIndentation = true

    private static let step = 2
    private static let width = 80
    private static let longestKey = 128

    mutating func document(_ value: Value) {
        node(value, inMapping: false)
        indent = -1
        writeIndent()
    }

    // MARK: Structure

    private mutating func node(_ value: Value, inMapping: Bool) {
        switch YAMLShape(value) {
        case .scalar(let text, let isPlain): scalar(text, isPlain: isPlain, isKey: false)
        case .list(let elements): list(elements, inMapping: inMapping)
        case .map(let entries): map(entries)
        }
    }

    private mutating func list(_ elements: [Value], inMapping: Bool) {
        if elements.isEmpty { return indicator("[]", needsSpace: true) }
        let outer = indent
        increaseIndent(isFlow: false, isIndentless: inMapping && !isIndentation)
        for element in elements {
            writeIndent()
            indicator("-", needsSpace: true, isIndentation: true)
            node(element, inMapping: false)
        }
        indent = outer
    }

    private mutating func map(_ entries: [(key: [UInt8], value: Value)]) {
        if entries.isEmpty { return indicator("{}", needsSpace: true) }
        let outer = indent
        increaseIndent(isFlow: false)
        for entry in entries {
            writeIndent()
            let isPlain = YAMLScalarRules.canBePlain(entry.key)
            if YAMLScalarAnalysis(entry.key).isMultiline || entry.key.count > Self.longestKey {
                indicator("?", needsSpace: true, isIndentation: true)
                scalar(entry.key, isPlain: isPlain, isKey: false)
                writeIndent()
                indicator(":", needsSpace: true, isIndentation: true)
            } else {
                scalar(entry.key, isPlain: isPlain, isKey: true)
                indicator(":", needsSpace: false)
            }
            node(entry.value, inMapping: true)
        }
        indent = outer
    }

    private mutating func increaseIndent(isFlow: Bool, isIndentless: Bool = false) {
        if indent < 0 {
            indent = isFlow ? Self.step : 0
        } else if !isIndentless {
            indent += Self.step
        }
    }

    // MARK: Scalars

    private mutating func scalar(_ text: [UInt8], isPlain: Bool, isKey: Bool) {
        let analysis = YAMLScalarAnalysis(text)
        let outer = indent
        increaseIndent(isFlow: true)
        switch analysis.style(isPlain: isPlain, isKey: isKey) {
        case .plain: plain(text, canBreak: !isKey)
        case .singleQuoted: singleQuoted(text, canBreak: !isKey)
        case .doubleQuoted: doubleQuoted(text, canBreak: !isKey)
        case .literal: literal(text)
        }
        indent = outer
    }

    private mutating func plain(_ text: [UInt8], canBreak: Bool) {
        if !afterSpace { put(0x20) }
        var afterBlank = false
        for position in text.indices {
            let byte = text[position]
            if byte == 0x20 {
                let next = position + 1 < text.count ? text[position + 1] : 0
                if canBreak, !afterBlank, column > Self.width, next != 0x20 { writeIndent() } else { put(byte) }
                afterBlank = true
            } else {
                put(byte)
                isIndentation = false
                afterBlank = false
            }
        }
        afterSpace = false
        isIndentation = false
    }

    private mutating func singleQuoted(_ text: [UInt8], canBreak: Bool) {
        indicator("'", needsSpace: true)
        var afterBlank = false
        for position in text.indices {
            let byte = text[position]
            if byte == 0x20 {
                let isInside = position > 0 && position < text.count - 1
                if canBreak, !afterBlank, column > Self.width, isInside, text[position + 1] != 0x20 {
                    writeIndent()
                } else {
                    put(byte)
                }
                afterBlank = true
            } else {
                if byte == UInt8(ascii: "'") { put(byte) }
                put(byte)
                isIndentation = false
                afterBlank = false
            }
        }
        indicator("'", needsSpace: false)
    }

    private mutating func doubleQuoted(_ text: [UInt8], canBreak: Bool) {
        indicator("\"", needsSpace: true)
        var afterBlank = false
        var position = 0
        while position < text.count {
            let length = YAMLCharacter.length(text[position])
            let end = min(position + length, text.count)
            let character = text[position..<end]
            if YAMLCharacter.needsEscape(character) {
                for byte in YAMLCharacter.escape(character) { put(byte) }
                afterBlank = false
            } else if text[position] == 0x20 {
                if canBreak, !afterBlank, column > Self.width, position > 0, position < text.count - 1 {
                    writeIndent()
                    if text[position + 1] == 0x20 { put(UInt8(ascii: "\\")) }
                } else {
                    put(0x20)
                }
                afterBlank = true
            } else {
                for byte in character { put(byte) }
                afterBlank = false
            }
            position = end
        }
        indicator("\"", needsSpace: false)
    }

    private mutating func literal(_ text: [UInt8]) {
        indicator("|", needsSpace: true)
        for byte in YAMLScalarAnalysis.blockHints(text, step: Self.step) { put(byte) }
        lineBreak()
        isIndentation = true
        afterSpace = true
        var afterBreak = true
        var position = 0
        while position < text.count {
            let end = min(position + YAMLCharacter.length(text[position]), text.count)
            let character = text[position..<end]
            if YAMLCharacter.isBreak(character) {
                if text[position] == 0x0A {
                    lineBreak()
                } else {
                    output += character
                    column = 0
                }
                isIndentation = true
                afterBreak = true
            } else {
                if afterBreak { writeIndent() }
                for byte in character { put(byte) }
                isIndentation = false
                afterBreak = false
            }
            position = end
        }
    }

    // MARK: Output

    private mutating func indicator(_ text: StaticString, needsSpace: Bool, isIndentation keeps: Bool = false) {
        if needsSpace, !afterSpace { put(0x20) }
        text.withUTF8Buffer { for byte in $0 { put(byte) } }
        afterSpace = false
        isIndentation = isIndentation && keeps
    }

    private mutating func writeIndent() {
        let target = max(indent, 0)
        if !isIndentation || column > target || (column == target && !afterSpace) { lineBreak() }
        while column < target { put(0x20) }
        afterSpace = true
        isIndentation = true
    }

    private mutating func lineBreak() {
        output.append(0x0A)
        column = 0
    }

    private mutating func put(_ byte: UInt8) {
        output.append(byte)
        // A character counts once, however many bytes it has.
        if byte & 0xC0 != 0x80 { column += 1 }
    }
}
