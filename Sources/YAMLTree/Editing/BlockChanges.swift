/// Changes of block collections: whole lines come and go.
struct BlockChanges {
    let source: SourceText
    let place: EditPlace
    let layout: YAMLWriter

    /// Nil where the notation allows no change.
    func splices(_ change: YAMLEdit) -> [Splice]? {
        guard let parent = place.parent else {
            guard case .set(let value) = change, let root = place.value else { return nil }
            return replaceRoot(root, by: value)
        }
        switch change {
        case .set(let value):
            guard let old = place.value else { return add(value, to: parent) }
            return replace(old, by: value, slot: slot(in: parent), column: parent.column)
        case .insert(let item):
            return place.position < parent.items.count ? insert(item, into: parent) : add(item, to: parent)
        case .remove: return remove(from: parent)
        }
    }

    /// What is left when a collection gets its first part or loses its last one.
    mutating func replaceParent(_ change: YAMLEdit) -> [Splice]? {
        guard case .remove = change, let parent = place.parent else { return nil }
        let empty = parent.shape == .blockMapping ? "{}" : "[]"
        guard let slot = place.parentSlot else { return [Splice(range: parent.content, text: empty)] }
        return replaceLines(of: parent, slot: slot, inline: " " + empty, following: "")
    }

    private var lineBreak: String { source.lineBreak }

    private func slot(in parent: SourceLayout) -> Int? {
        parent.shape == .blockMapping
            ? source.slot(after: parent.entries[place.position].key)
            : source.indicators(of: parent)[place.position] + 1
    }

    /// The text of a value in the collection at hand, in the quotes of the old one if it fits there.
    private func text(_ value: Node, in parent: SourceLayout) -> BlockText {
        parent.shape == .blockMapping
            ? BlockText(valueOf: value, column: parent.column, layout: layout, lineBreak: lineBreak)
            : BlockText(item: value, column: parent.column, layout: layout, lineBreak: lineBreak)
    }

    // MARK: Replacing

    private func replaceRoot(_ root: SourceLayout, by value: Node) -> [Splice] {
        let text = layout.text(value).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        return [Splice(range: root.start..<root.end, text: text.joined(separator: lineBreak))]
    }

    private func replace(_ old: SourceLayout, by value: Node, slot: Int?, column: Int) -> [Splice]? {
        guard let parent = place.parent, var slot else { return nil }
        // An anchor that nothing names, or a tag of an application, stays.
        if old.start < old.content.lowerBound { slot = propertiesEnd(old) }
        let new = text(styled(value, like: old), in: parent)
        if old.isBlockCollection { return replaceBlock(old, by: new, slot: slot) }
        let content = old.content
        let isDetached = !source.isWhitespace(slot..<content.lowerBound)
        guard new.inline.isEmpty, new.hasLines else {
            let from = isDetached ? content.lowerBound : slot
            let inline =
                isDetached || (new.inline.isEmpty && content.isEmpty) ? new.inline.dropFirst() : new.inline[...]
            let line = Splice(range: from..<content.upperBound, text: String(inline))
            guard new.hasLines else { return [line] }
            return [line, insertion(new.following, at: source.lineEnd(content.upperBound))]
        }
        if isDetached {
            return [Splice(range: source.lineStart(content.lowerBound)..<content.upperBound, text: new.lines)]
        }
        let removal = Splice(range: slot..<content.upperBound, text: "")
        return [removal, insertion(new.following, at: source.lineEnd(content.upperBound))]
    }

    private func propertiesEnd(_ old: SourceLayout) -> Int {
        var end = old.content.lowerBound
        while end > old.start,
            SourceText.isBlank(source.byte(at: end - 1)) || SourceText.isBreak(source.byte(at: end - 1))
        {
            end -= 1
        }
        return end
    }

    private func insertion(_ text: String, at position: Int) -> Splice {
        Splice(range: position..<position, text: text)
    }

    /// A string in the quotes of the text that it replaces.
    private func styled(_ value: Node, like old: SourceLayout) -> Node {
        guard case .scalar(var scalar) = value.content, scalar.style == .string, old.shape == .inlineScalar else {
            return value
        }
        var value = value
        switch source.byte(at: old.content.lowerBound) {
        case ascii("\""): scalar.style = .doubleQuoted
        case ascii("'"): scalar.style = .singleQuoted
        default: break
        }
        value.content = .scalar(scalar)
        return value
    }

    private func replaceBlock(_ old: SourceLayout, by new: BlockText, slot: Int) -> [Splice] {
        if source.lineStart(slot) == source.lineStart(old.content.lowerBound) {
            return [Splice(range: old.content, text: String(new.text.drop { $0 == " " }))]
        }
        if new.inline.isEmpty, new.hasLines {
            return [Splice(range: source.lineStart(old.content.lowerBound)..<old.end, text: new.lines)]
        }
        return replaceLines(of: old, slot: slot, inline: new.inline, following: new.following)
    }

    /// Replaces a collection on lines of its own by a value that begins on the line of its indicator.
    private func replaceLines(of old: SourceLayout, slot: Int, inline: String, following: String) -> [Splice] {
        if source.lineStart(slot) == source.lineStart(old.content.lowerBound) {
            return [Splice(range: old.content, text: String(inline.drop { $0 == " " }) + following)]
        }
        var slot = slot
        if old.start < old.content.lowerBound { slot = max(slot, propertiesEnd(old)) }
        let start = source.beforeBreak(source.lineStart(old.content.lowerBound))
        return [insertion(inline, at: slot), Splice(range: max(start, slot)..<old.end, text: following)]
    }

    // MARK: Adding

    private func add(_ value: Node, to parent: SourceLayout) -> [Splice]? {
        let new = text(value, in: parent)
        let isMapping = parent.shape == .blockMapping
        guard isMapping ? !parent.entries.isEmpty : !parent.items.isEmpty else { return nil }
        let pad = String(repeating: " ", count: parent.column)
        var head = "-"
        if isMapping {
            guard case .key(let key)? = place.path.elements.last else { return nil }
            head = BlockText.key(key) + ":"
        }
        return [insertion(lineBreak + pad + head + new.text, at: source.lineEnd(parent.end))]
    }

    private func insert(_ item: Node, into parent: SourceLayout) -> [Splice]? {
        let new = text(item, in: parent)
        let indicator = source.indicators(of: parent)[place.position]
        let pad = String(repeating: " ", count: parent.column)
        return [insertion("-" + new.text + lineBreak + pad, at: indicator)]
    }

    // MARK: Removing

    private func remove(from parent: SourceLayout) -> [Splice]? {
        let starts =
            parent.shape == .blockMapping ? parent.entries.map(\.key.start) : source.indicators(of: parent)
        guard starts.count > 1, let value = place.value else { return nil }
        let start = starts[place.position]
        let end = max(value.end, slot(in: parent) ?? value.end)
        let line = source.lineStart(start)
        // The first part of a collection on the line of an indicator makes room for the second.
        guard source.isBlank(line..<start) else {
            guard place.position + 1 < starts.count else { return nil }
            return [Splice(range: start..<starts[place.position + 1], text: "")]
        }
        let lineEnd = source.lineEnd(end)
        let next = source.afterBreak(lineEnd)
        if next == lineEnd { return [Splice(range: source.beforeBreak(line)..<lineEnd, text: "")] }
        return [Splice(range: line..<next, text: "")]
    }
}
