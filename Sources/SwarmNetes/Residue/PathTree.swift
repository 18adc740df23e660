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
    func covers(_ path: NodePath) -> Bool { depth(covering: path) != nil }

    /// The length of the shortest member that is `path` or a prefix of it. O(length).
    func depth(covering path: NodePath) -> Int? {
        var node = self
        for (depth, element) in path.elements.enumerated() {
            if node.isMember { return depth }
            guard let next = node.children[element] else { return nil }
            node = next
        }
        return node.isMember ? path.elements.count : nil
    }
}
