import YAMLTree

/// A set of paths that tells whether one of them is a given path or leads to what contains it.
struct PathTree {
    private var children: [NodePath.Element: PathTree] = [:]
    private var isMember = false

    init(_ paths: some Sequence<NodePath>) {
        for path in paths { insert(path.elements[...]) }
    }

    private mutating func insert(_ path: ArraySlice<NodePath.Element>) {
        guard let first = path.first else {
            isMember = true
            return
        }
        children[first, default: PathTree([])].insert(path.dropFirst())
    }

    /// Whether a member is `path` or a prefix of it. O(length).
    func covers(_ path: NodePath) -> Bool {
        var node = self
        for element in path.elements {
            if node.isMember { return true }
            guard let next = node.children[element] else { return false }
            node = next
        }
        return node.isMember
    }
}
