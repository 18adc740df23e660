import YAMLTree

/// Says where two trees differ first, since printing both helps nobody; nil when they are equal.
func difference(_ read: [Node], _ expected: [Node]) -> String? {
    guard read.count == expected.count else { return "\(read.count) documents instead of \(expected.count)" }
    for (position, pair) in zip(read, expected).enumerated() {
        if let found = difference(pair.0, pair.1, at: NodePath([.index(position)])) { return found }
    }
    return nil
}

private func difference(_ read: Node, _ expected: Node, at path: NodePath) -> String? {
    guard read != expected else { return nil }
    switch (read.content, expected.content) {
    case (.sequence(let left), .sequence(let right)) where left.count == right.count && read.tag == expected.tag:
        for (position, pair) in zip(left, right).enumerated() {
            if let found = difference(pair.0, pair.1, at: path.appending(position)) { return found }
        }
    case (.mapping(let left), .mapping(let right)) where left.count == right.count && read.tag == expected.tag:
        for (one, other) in zip(left.entries, right.entries) {
            if let found = difference(one.key, other.key, at: path.appending("key of \(other.name)")) { return found }
            if let found = difference(one.value, other.value, at: path.appending(other.name)) { return found }
        }
    default: break
    }
    return "\(path): \(summary(read)) instead of \(summary(expected))"
}

private func summary(_ node: Node) -> String {
    let tag = node.tag.map { "<\($0)> " } ?? ""
    return switch node.content {
    case .scalar(let scalar): "\(tag)\(scalar.style) \(scalar.text.debugDescription)"
    case .sequence(let items): "\(tag)\(items.count) items"
    case .mapping(let mapping): "\(tag)keys \(mapping.names)"
    }
}
