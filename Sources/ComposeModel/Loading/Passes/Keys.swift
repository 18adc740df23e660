import YAMLTree

/// Every key of a Compose file is text: `80:` and `true:` are refused, wherever they stand.
enum Keys {
    static func check(_ node: Node, _ context: LoadingContext) {
        var path = NodePath()
        check(node, &path, context)
    }

    private static func check(_ node: Node, _ path: inout NodePath, _ context: LoadingContext) {
        switch node.content {
        case .scalar: break
        case .sequence(let items):
            for (index, item) in items.enumerated() where item.scalar == nil {
                path.elements.append(.index(index))
                check(item, &path, context)
                path.elements.removeLast()
            }
        case .mapping(let mapping):
            for entry in mapping.entries {
                if entry.key.string() == nil {
                    context.invalid(
                        .composeKey,
                        "a key must be text, and this one is \(entry.key.kindDescription())",
                        at: entry.key.location,
                        path: path,
                        remedy: entry.key.text.map { "Put it in quotes: \"\($0)\"." }
                    )
                }
                guard entry.value.scalar == nil else { continue }
                path.elements.append(.key(entry.name))
                check(entry.value, &path, context)
                path.elements.removeLast()
            }
        }
    }
}
