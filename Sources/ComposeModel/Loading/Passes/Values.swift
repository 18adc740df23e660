import Diagnostics
import YAMLTree

/// Brings each value to the one form of its type: texts for sizes and durations, lists of texts for commands, mappings
/// for labels. Values that are the same as none are left out.
enum Values {
    static func normalize(_ tree: inout Node, _ context: LoadingContext) {
        var path = NodePath()
        _ = normalize(&tree, ValueForm.table, ValueForm.table.root, &path, context)
    }

    /// Answers whether the node says anything.
    private static func normalize(
        _ node: inout Node,
        _ table: PathTable<ValueForm>,
        _ position: PathTable<ValueForm>.Position,
        _ path: inout NodePath,
        _ context: LoadingContext
    ) -> Bool {
        if let form = table.row(position) {
            return ValueReading(context: context, path: path).normalize(&node, form)
        }
        switch node.content {
        case .scalar: break
        case .sequence(var items):
            guard let next = table.items(position) else { break }
            node.content = .sequence([])
            for index in items.indices {
                path.elements.append(.index(index))
                _ = normalize(&items[index], table, next, &path, context)
                path.elements.removeLast()
            }
            node.content = .sequence(items)
        case .mapping(var mapping):
            node.content = .sequence([])
            var silent: Set<String> = []
            for index in 0..<mapping.count {
                let name = mapping.entries[index].name
                guard let next = table.step(position, key: name), !name.hasPrefix("x-") || path.elements.count == 1
                else { continue }
                path.elements.append(.key(name))
                let says = mapping.modifyValue(at: index) { normalize(&$0, table, next, &path, context) }
                path.elements.removeLast()
                if !says { silent.insert(name) }
            }
            if !silent.isEmpty { mapping.removeAll { silent.contains($0.name) } }
            node.content = .mapping(mapping)
        }
        return true
    }
}
