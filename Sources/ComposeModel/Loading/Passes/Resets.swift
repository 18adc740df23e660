import YAMLTree

/// The tags `!reset`, which removes what earlier files said at a path, and `!override`, which replaces it
/// (Compose Specification, "Merge and override").
struct Resets {
    private(set) var paths: Set<NodePath> = []

    /// Takes the tags out of a document: a value with `!reset` goes, one with `!override` stays without the tag.
    init(extractingFrom node: inout Node) {
        guard Self.isPresent(in: node) else { return }
        var path = NodePath()
        extract(&node, &path)
    }

    private static func isPresent(in node: Node) -> Bool {
        if node.properties != nil, node.tag == "!reset" || node.tag == "!override" { return true }
        switch node.content {
        case .scalar: return false
        case .sequence(let items): return items.contains(where: isPresent)
        case .mapping(let mapping): return mapping.entries.contains { isPresent(in: $0.value) }
        }
    }

    /// Answers whether the node stays.
    @discardableResult private mutating func extract(_ node: inout Node, _ path: inout NodePath) -> Bool {
        switch node.tag {
        case "!reset"?:
            paths.insert(path)
            return false
        case "!override"?:
            paths.insert(path)
            node.tag = nil
        default: break
        }
        switch node.content {
        case .scalar: break
        case .sequence(let items):
            var kept: [Node] = []
            for (index, item) in items.enumerated() {
                var item = item
                path.elements.append(.index(index))
                if extract(&item, &path) { kept.append(item) }
                path.elements.removeLast()
            }
            node.content = .sequence(kept)
        case .mapping(let mapping):
            var kept: [Mapping.Entry] = []
            for entry in mapping.entries {
                var entry = entry
                path.elements.append(.key(entry.name))
                if extract(&entry.value, &path) { kept.append(entry) }
                path.elements.removeLast()
            }
            node.content = .mapping(Mapping(kept))
        }
        return true
    }

    /// Removes what an earlier document says at the paths. `base` is the path of `node`.
    func apply(to node: inout Node, at base: NodePath = NodePath()) {
        for path in paths where base.isPrefix(of: path) && path != base {
            node[NodePath(Array(path.elements.dropFirst(base.elements.count)))] = nil
        }
    }
}
