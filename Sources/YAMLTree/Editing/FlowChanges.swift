/// Changes of collections in brackets: parts come and go on their line.
struct FlowChanges {
    let source: SourceText
    let place: EditPlace

    /// Nil where the notation allows no change.
    func splices(_ change: YAMLEdit) -> [Splice]? {
        guard let parent = place.parent else { return nil }
        switch change {
        case .set(let value):
            guard let old = place.value else { return add(value, to: parent) }
            return replace(old, by: value, in: parent)
        case .insert(let item):
            guard place.position < parent.items.count else { return add(item, to: parent) }
            let start = parent.items[place.position].start
            return [Splice(range: start..<start, text: text(item) + ", ")]
        case .remove: return remove(from: parent)
        }
    }

    private func text(_ value: Node) -> String { FlowText.text(value, quotesAll: place.quotesAll) }

    private func replace(_ old: SourceLayout, by value: Node, in parent: SourceLayout) -> [Splice]? {
        guard parent.shape == .flowMapping else { return [Splice(range: old.content, text: text(styled(value, old)))] }
        guard let slot = source.slot(after: parent.entries[place.position].key) else { return nil }
        if old.content.isEmpty { return [Splice(range: slot..<slot, text: " " + text(value))] }
        return [Splice(range: old.content, text: text(styled(value, old)))]
    }

    /// A string in the quotes of the text that it replaces.
    private func styled(_ value: Node, _ old: SourceLayout) -> Node {
        guard case .scalar(var scalar) = value.content, scalar.style == .string else { return value }
        var value = value
        switch source.byte(at: old.content.lowerBound) {
        case ascii("\""): scalar.style = .doubleQuoted
        case ascii("'"): scalar.style = .singleQuoted
        default: break
        }
        value.content = .scalar(scalar)
        return value
    }

    private func add(_ value: Node, to parent: SourceLayout) -> [Splice]? {
        var new = text(value)
        if parent.shape == .flowMapping {
            guard case .key(let key)? = place.path.elements.last else { return nil }
            new = FlowText.entry(entry: .init(key: .string(key), value: value), quotesAll: place.quotesAll)
        }
        guard let end = ranges(of: parent).last?.upperBound else {
            let inside = parent.content.lowerBound + 1
            return [Splice(range: inside..<inside, text: new)]
        }
        return [Splice(range: end..<end, text: ", " + new)]
    }

    private func remove(from parent: SourceLayout) -> [Splice]? {
        let ranges = ranges(of: parent)
        let range = ranges[place.position]
        if place.position > 0 {
            return [Splice(range: ranges[place.position - 1].upperBound..<range.upperBound, text: "")]
        }
        if ranges.count > 1 { return [Splice(range: range.lowerBound..<ranges[1].lowerBound, text: "")] }
        let comma = source.next(from: range.upperBound)
        let end = source.byte(at: comma) == ascii(",") ? comma + 1 : range.upperBound
        return [Splice(range: range.lowerBound..<end, text: "")]
    }

    /// Where the parts stand.
    private func ranges(of parent: SourceLayout) -> [Range<Int>] {
        guard parent.shape == .flowMapping else { return parent.items.map { $0.start..<max($0.start, $0.end) } }
        return parent.entries.map { entry in
            var end = entry.value.end
            if entry.value.content.isEmpty { end = source.slot(after: entry.key) ?? entry.key.end }
            return entry.key.start..<max(entry.key.start, end)
        }
    }
}
