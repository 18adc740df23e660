/// The changes that turn one tree into another.
package enum TreeEdit: Sendable {
    case set(Node, NodePath)
    case insert(Node, NodePath)
    case remove(NodePath)

    /// What the change is about.
    package var path: NodePath {
        switch self {
        case .set(_, let path), .insert(_, let path), .remove(let path): path
        }
    }

    /// The changes that, one after the other, turn `old` into `new` up to the order of keys. O(n).
    package static func between(_ old: Node, _ new: Node) -> [TreeEdit] {
        var edits: [TreeEdit] = []
        collect(old, new, NodePath(), &edits)
        return edits
    }

    private static func collect(_ old: Node, _ new: Node, _ path: NodePath, _ edits: inout [TreeEdit]) {
        if old == new { return }
        switch (old.content, new.content) {
        case (.mapping(let before), .mapping(let after)) where old.tag == new.tag:
            for entry in before.entries where !after.contains(entry.name) {
                edits.append(.remove(path.appending(entry.name)))
            }
            for entry in after.entries {
                if let value = before[entry.name] {
                    collect(value, entry.value, path.appending(entry.name), &edits)
                } else {
                    edits.append(.set(entry.value, path.appending(entry.name)))
                }
            }
        case (.sequence(let before), .sequence(let after)) where old.tag == new.tag:
            items(before, after, path, &edits)
        default: edits.append(.set(new, path))
        }
    }

    /// Items in common at both ends stay; those between are changed in place, then removed or inserted.
    private static func items(_ before: [Node], _ after: [Node], _ path: NodePath, _ edits: inout [TreeEdit]) {
        let shorter = min(before.count, after.count)
        var first = 0
        while first < shorter, before[first] == after[first] { first += 1 }
        var tail = 0
        while tail < shorter - first, before[before.count - 1 - tail] == after[after.count - 1 - tail] { tail += 1 }
        let common = shorter - tail
        for index in first..<max(first, common) { collect(before[index], after[index], path.appending(index), &edits) }
        for index in (common..<max(common, before.count - tail)).reversed() {
            edits.append(.remove(path.appending(index)))
        }
        for index in common..<max(common, after.count - tail) {
            edits.append(.insert(after[index], path.appending(index)))
        }
    }
}

extension YAMLEditor {
    /// Turns the document into another one, and rewrites only the parts that differ.
    ///
    /// Mappings keep the order of their keys; new ones come last. O(n · changes).
    public mutating func update(to document: Node) throws(YAMLError) {
        let original = self
        do throws(YAMLError) {
            for edit in TreeEdit.between(self.document, document) { try apply(edit) }
        } catch {
            self = original
            throw error
        }
    }

    package mutating func apply(_ edit: TreeEdit) throws(YAMLError) {
        switch edit {
        case .set(let value, let path): try set(value, at: path)
        case .insert(let item, let path): try insert(item, at: path)
        case .remove(let path): try remove(at: path)
        }
    }
}
