import OrderedCollections
import YAMLTree

/// The difference between a document and what the way back would make of its conversion.
///
/// It is what the destination cannot say. A conversion puts it beside the converted values, in annotations or
/// extensions, and the way back applies it, so that there and back is the identity. By construction it is small where
/// the conversion is good.
struct Residue: Equatable {
    /// A change to one place of a document.
    enum Change: Equatable {
        /// The value becomes this one, and is there if it was not.
        case set(Node)
        /// This becomes an item of a sequence, before the one that has the position now.
        case insert(Node)
        /// The value of a key, or an item of a sequence, goes away.
        case remove

        /// What is there after the change.
        var value: Node? {
            switch self {
            case .set(let value), .insert(let value): value
            case .remove: nil
            }
        }
    }

    /// The changes in the order of the document. Positions of removed items are those before all changes, positions of all others
    /// those after them.
    private(set) var changes: [(path: NodePath, change: Change)] = []

    var isEmpty: Bool { changes.isEmpty }

    static func == (lhs: Residue, rhs: Residue) -> Bool {
        lhs.changes.count == rhs.changes.count
            && zip(lhs.changes, rhs.changes).allSatisfy { $0.path == $1.path && $0.change == $1.change }
    }

    /// How absent, null and empty values relate.
    enum Strictness {
        /// All three differ, as in Compose files.
        case exact
        /// They are the same, as in the Kubernetes API.
        case emptyIsAbsent
    }

    init() {}

    /// What turns `regenerated` into `original`.
    init(from regenerated: Node, to original: Node, _ strictness: Strictness) {
        var path = NodePath()
        compare(regenerated, original, strictness, &path)
    }

    private mutating func compare(_ old: Node, _ new: Node, _ strictness: Strictness, _ path: inout NodePath) {
        switch (old.content, new.content) {
        case (.mapping(let old), .mapping(let new))
        where !new.isEmpty || strictness == .emptyIsAbsent || path.elements.isEmpty:
            for entry in new.entries {
                let name = entry.name
                path.elements.append(.key(name))
                if let previous = old[name] {
                    compare(previous, entry.value, strictness, &path)
                } else if strictness == .exact || !Self.isVoid(entry.value) {
                    changes.append((path, .set(entry.value)))
                }
                path.elements.removeLast()
            }
            for entry in old.entries where !new.contains(entry.name) {
                if strictness == .emptyIsAbsent, Self.isVoid(entry.value) { continue }
                changes.append((path.appending(entry.name), .remove))
            }
        case (.sequence(let old), .sequence(let new)) where old.count == new.count:
            for (index, pair) in zip(old, new).enumerated() {
                path.elements.append(.index(index))
                compare(pair.0, pair.1, strictness, &path)
                path.elements.removeLast()
            }
        case (.sequence(let old), .sequence(let new))
        where !old.isEmpty && !new.isEmpty && compareLengths(old, new, strictness, path):
            break
        default:
            if old == new || Self.areSame(old, new, strictness) { return }
            if strictness == .emptyIsAbsent, Self.isVoid(old), Self.isVoid(new) { return }
            changes.append((path, .set(new)))
        }
    }

    /// Notes items that are only in one of two sequences; false if the sequences differ in other ways too.
    private mutating func compareLengths(_ old: [Node], _ new: [Node], _ strictness: Strictness, _ path: NodePath)
        -> Bool
    {
        let isLonger = new.count > old.count
        guard let extra = Self.positions(in: isLonger ? new : old, without: isLonger ? old : new, strictness) else {
            return false
        }
        for position in extra {
            changes.append((path.appending(position), isLonger ? .insert(new[position]) : .remove))
        }
        return true
    }

    /// The positions of the items of `long` that are left when those of `short` are taken out in order; nil if they are
    /// not all there. O(n).
    private static func positions(in long: [Node], without short: [Node], _ strictness: Strictness) -> [Int]? {
        var positions: [Int] = []
        var next = short.startIndex
        for (position, item) in long.enumerated() {
            if next < short.endIndex, short[next] == item || areSame(short[next], item, strictness) {
                next += 1
            } else {
                positions.append(position)
            }
        }
        return next == short.endIndex ? positions : nil
    }

    /// Whether two scalars are one value to a reader of their format, however they are quoted.
    private static func areSame(_ old: Node, _ new: Node, _ strictness: Strictness) -> Bool {
        guard let left = old.scalar, let right = new.scalar, left.text == right.text, old.tag == nil, new.tag == nil
        else {
            return false
        }
        let schema: ScalarSchema = strictness == .exact ? .core : .kubernetes
        return schema.kind(of: left) == schema.kind(of: right)
    }

    /// Null, empty, or made of nothing else.
    private static func isVoid(_ node: Node) -> Bool {
        switch node.content {
        case .scalar: node.isNull()
        case .sequence(let items): items.isEmpty
        case .mapping(let mapping): mapping.entries.allSatisfy { isVoid($0.value) }
        }
    }

    /// The changes by the first `depth` steps of their paths, relative to those; changes with shorter paths stay in the
    /// group of the empty path. O(n).
    func grouped(depth: Int) -> OrderedDictionary<NodePath, Residue> {
        var groups: OrderedDictionary<NodePath, Residue> = [:]
        for (path, change) in changes {
            if path.elements.count > depth {
                let head = NodePath(Array(path.elements.prefix(depth)))
                groups[head, default: Residue()].changes.append(
                    (NodePath(Array(path.elements.dropFirst(depth))), change)
                )
            } else {
                groups[NodePath(), default: Residue()].changes.append((path, change))
            }
        }
        return groups
    }

    /// Adds changes whose paths are relative to `prefix`.
    mutating func merge(_ other: Residue, below prefix: NodePath = NodePath()) {
        changes += other.changes.map { (NodePath(prefix.elements + $0.path.elements), $0.change) }
    }

    /// The changes at the paths for which `isIncluded` holds.
    func filter(_ isIncluded: (NodePath) -> Bool) -> Residue {
        var result = Residue()
        result.changes = changes.filter { isIncluded($0.path) }
        return result
    }

    /// Only the items that sequences gain or lose, which move those after them.
    var itemChanges: Residue {
        var items = Residue()
        items.changes = changes.filter { path, change in
            guard case .index? = path.elements.last else { return false }
            if case .set = change { return false }
            return true
        }
        return items
    }

    /// The document with the changes.
    func applied(to node: Node) -> Node {
        var result = node
        // Removed items from the last to the first, so that the positions of the others hold.
        for (path, change) in changes.reversed() where change == .remove { result[path] = nil }
        for (path, change) in changes {
            switch change {
            case .remove: break
            case .set(let value): result[path] = value
            case .insert(let value): result.insert(value, at: path)
            }
        }
        return result
    }
}

// MARK: - As a mapping

extension Residue {
    /// A mapping from paths to values, where the key `-path` removes and `+path` inserts; what annotations and extensions
    /// hold.
    var node: Node {
        var mapping = Mapping()
        for (path, change) in changes {
            switch change {
            case .set(let value): mapping[path.description] = value
            case .insert(let value): mapping["+\(path)"] = value
            case .remove: mapping["-\(path)"] = .null()
            }
        }
        return .mapping(mapping)
    }

    /// How many steps a path may have; those of our own are far shorter.
    private static let depthLimit = 100

    /// Reads a path to something inside a document; nil for anything else, and for paths so deep that following them
    /// would endanger the stack.
    private static func path(_ text: String) -> NodePath? {
        guard let path = NodePath(text), !path.elements.isEmpty, path.elements.count <= depthLimit else { return nil }
        return path
    }

    /// Reads what `node` gives; nil when it is something else.
    init?(_ node: Node) {
        guard let mapping = node.mapping else { return nil }
        for entry in mapping.entries {
            let name = entry.name
            let isRemoval = name.hasPrefix("-") && entry.value.isNull()
            let isInsertion = name.hasPrefix("+")
            guard let path = Self.path(isRemoval || isInsertion ? String(name.dropFirst()) : name) else { return nil }
            changes.append((path, isRemoval ? .remove : isInsertion ? .insert(entry.value) : .set(entry.value)))
        }
    }
}

extension Node {
    /// Makes `value` the item of a sequence that `path` names, before the one that is there.
    fileprivate mutating func insert(_ value: Node, at path: NodePath) {
        guard case .index(let index)? = path.elements.last else { return }
        let parent = NodePath(Array(path.elements.dropLast()))
        guard var items = self[parent]?.sequence, index <= items.count else { return }
        items.insert(value, at: index)
        self[parent] = .sequence(items, location: self[parent]?.location)
    }
}
