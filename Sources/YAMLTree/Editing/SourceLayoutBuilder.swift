import CLibYAML
import Diagnostics

/// Finds out where the nodes of a text stand.
///
/// The text was read by `YAMLReader` before, so that it is well-formed and within the limits.
struct SourceLayoutBuilder {
    private struct Frame {
        let shape: SourceLayout.Shape
        let content: Int
        let start: Int
        let column: Int
        let line: Int
        let anchor: String?
        var children: [SourceLayout] = []
    }

    private let parser: EventParser
    private let text: SourceText
    private let offsets: CharacterOffsets
    private var frames: [Frame] = []
    /// The layout of each document.
    private(set) var documents: [SourceLayout] = []
    /// The anchors that aliases name.
    private(set) var aliased: Set<String> = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ text: SourceText, file: SourceFile) throws(YAMLError) {
        self.parser = EventParser(bytes: bytes, file: file, precedingLines: 0)
        self.text = text
        self.offsets = CharacterOffsets(text.bytes)
        var type = YAML_NO_EVENT
        repeat {
            try parser.advance()
            type = parser.event.pointee.type
            take(type)
        } while type != YAML_STREAM_END_EVENT
    }

    private mutating func take(_ type: yaml_event_type_t) {
        let event = parser.event.pointee
        let start = offsets[event.start_mark.index]
        let end = offsets[event.end_mark.index]
        switch type {
        case YAML_SCALAR_EVENT: scalar(event, from: start, to: end)
        case YAML_ALIAS_EVENT:
            let name = anchor ?? ""
            aliased.insert(name)
            push(leaf(.alias, event, start..<end, start: start))
        case YAML_MAPPING_START_EVENT:
            let isFlow = end > start && text.bytes[end - 1] == ascii("{")
            // A pair in a flow sequence needs no braces: it begins with its key.
            open(isFlow || isInFlow ? .flowMapping : .blockMapping, event, start)
        case YAML_SEQUENCE_START_EVENT:
            let isFlow = end > start && text.bytes[end - 1] == ascii("[")
            open(isFlow ? .flowSequence : .blockSequence, event, start)
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: close(end: end)
        default: break
        }
    }

    private var isInFlow: Bool { frames.last.map { $0.shape == .flowMapping || $0.shape == .flowSequence } ?? false }

    private var anchor: String? { transload_anchor(parser.event).map { String(cString: $0) } }

    private mutating func scalar(_ event: yaml_event_t, from start: Int, to end: Int) {
        let hasProperties = transload_anchor(parser.event) != nil || transload_tag(parser.event) != nil
        let content = min(end, hasProperties ? text.endOfProperties(from: start, to: end) : start)
        let style = yaml_scalar_style_t(UInt32(truncatingIfNeeded: transload_scalar_style(parser.event)))
        guard style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE else {
            return push(leaf(.inlineScalar, event, content..<end, start: start))
        }
        push(leaf(.blockScalar, event, content..<max(content, text.endOfBlock(from: content, to: end)), start: start))
    }

    private func leaf(
        _ shape: SourceLayout.Shape,
        _ event: yaml_event_t,
        _ content: Range<Int>,
        start: Int
    ) -> SourceLayout {
        SourceLayout(
            shape: shape,
            content: content,
            start: start,
            column: event.start_mark.column,
            line: event.start_mark.line + 1,
            anchor: anchor
        )
    }

    private mutating func open(_ shape: SourceLayout.Shape, _ event: yaml_event_t, _ start: Int) {
        var content = offsets[event.end_mark.index]
        var column = event.end_mark.column
        switch shape {
        case .flowMapping where text.byte(at: content - 1) != ascii("{"): break
        case .flowMapping, .flowSequence: (content, column) = (content - 1, column - 1)
        // A sequence at the column of its key has no token of its own: the mark is behind its first indicator.
        case .blockSequence where text.byte(at: content) != ascii("-"):
            (content, column) = (content - 1, column - 1)
        default: break
        }
        frames.append(
            Frame(
                shape: shape,
                content: content,
                start: min(start, content),
                column: column,
                line: event.start_mark.line + 1,
                anchor: anchor
            )
        )
    }

    private mutating func close(end: Int) {
        guard let frame = frames.popLast() else { return }
        let isBraced =
            (frame.shape == .flowMapping && text.byte(at: frame.content) == ascii("{"))
            || frame.shape == .flowSequence
        // The end of a block is known late: it is that of its last part.
        let contentEnd = isBraced ? end : text.endOfParts(frame.children.last, of: frame.shape, from: frame.content)
        var layout = SourceLayout(
            shape: frame.shape,
            content: frame.content..<max(frame.content, contentEnd),
            start: frame.start,
            column: frame.column,
            line: frame.line,
            anchor: frame.anchor
        )
        switch frame.shape {
        case .blockMapping, .flowMapping:
            layout.entries = stride(from: 0, to: frame.children.count - 1, by: 2).map { position in
                SourceLayout.Entry(key: frame.children[position], value: frame.children[position + 1])
            }
        default: layout.items = frame.children
        }
        push(layout)
    }

    private mutating func push(_ layout: SourceLayout) {
        if frames.isEmpty { documents.append(layout) } else { frames[frames.count - 1].children.append(layout) }
    }
}

/// Where each character of a text begins: libyaml counts characters.
private struct CharacterOffsets {
    private let first: Int
    /// Nil for texts where every character is one byte.
    private let offsets: [Int]?

    init(_ bytes: [UInt8]) {
        let first = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        self.first = first
        guard bytes[first...].contains(where: { $0 >= 0x80 }) else {
            offsets = nil
            return
        }
        var offsets: [Int] = []
        offsets.reserveCapacity(bytes.count + 1)
        for position in first..<bytes.count where bytes[position] & 0xC0 != 0x80 { offsets.append(position) }
        offsets.append(bytes.count)
        self.offsets = offsets
    }

    subscript(_ character: Int) -> Int {
        guard let offsets else { return character + first }
        return offsets[min(character, offsets.count - 1)]
    }
}
