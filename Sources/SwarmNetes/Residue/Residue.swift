import OrderedCollections
import YAMLTree

/// The difference between a document and what the way back would make of its conversion.
///
/// It is what the destination cannot say. A conversion puts it beside the converted values, in annotations or
/// extensions, and the way back applies it, so that there and back is the identity. By construction it is small where
/// the conversion is good.
struct Residue: Equatable {
    /// The values to set, and with nil those to remove, by path, in the order of the document.
    private(set) var changes: [(path: NodePath, value: Node?)] = []

    var isEmpty: Bool { changes.isEmpty }

    static func == (lhs: Residue, rhs: Residue) -> Bool {
        lhs.changes.count == rhs.changes.count
            && zip(lhs.changes, rhs.changes).allSatisfy { $0.path == $1.path && $0.value == $1.value }
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
                    changes.append((path, entry.value))
                }
                path.elements.removeLast()
            }
            for entry in old.entries where !new.contains(entry.name) {
                if strictness == .emptyIsAbsent, Self.isVoid(entry.value) { continue }
                changes.append((path.appending(entry.name), nil))
            }
        case (.sequence(let old), .sequence(let new)) where old.count == new.count:
            for (index, pair) in zip(old, new).enumerated() {
                path.elements.append(.index(index))
                compare(pair.0, pair.1, strictness, &path)
                path.elements.removeLast()
            }
        default:
            if old == new || Self.areSame(old, new, strictness) { return }
            if strictness == .emptyIsAbsent, Self.isVoid(old), Self.isVoid(new) { return }
            changes.append((path, new))
        }
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
        for (path, value) in changes {
            if path.elements.count > depth {
                let head = NodePath(Array(path.elements.prefix(depth)))
                groups[head, default: Residue()].changes.append(
                    (NodePath(Array(path.elements.dropFirst(depth))), value)
                )
            } else {
                groups[NodePath(), default: Residue()].changes.append((path, value))
            }
        }
        return groups
    }

    /// Adds changes whose paths are relative to `prefix`.
    mutating func merge(_ other: Residue, below prefix: NodePath = NodePath()) {
        changes += other.changes.map { (NodePath(prefix.elements + $0.path.elements), $0.value) }
    }

    /// The document with the changes.
    func applied(to node: Node) -> Node {
        var result = node
        for (path, value) in changes where value == nil { result[path] = nil }
        for (path, value) in changes {
            if let value { result[path] = value }
        }
        return result
    }
}

// MARK: - As a mapping

extension Residue {
    /// A mapping from paths to values, where the key `-path` removes; what annotations and extensions hold.
    var node: Node {
        var mapping = Mapping()
        for (path, value) in changes {
            if let value { mapping[Self.text(of: path)] = value } else { mapping["-\(path)"] = .null() }
        }
        return .mapping(mapping)
    }

    /// The path as text that does not begin with the sign of a removal.
    private static func text(of path: NodePath) -> String {
        let text = path.description
        guard text.hasPrefix("-"), case .key(let first)? = path.elements.first else { return text }
        return "[\"\(first)\"]" + text.dropFirst(first.count)
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
            if name.hasPrefix("-"), entry.value.isNull() {
                guard let path = Self.path(String(name.dropFirst())) else { return nil }
                changes.append((path, nil))
            } else {
                guard let path = Self.path(name) else { return nil }
                changes.append((path, entry.value))
            }
        }
    }
}
