import YAMLTree

/// Removes entries that say nothing where a variable that is not set must leave no trace.
enum EmptyEntries {
    private static let lists: PathTable<Bool> = ["services.*.dns": true]

    static func remove(from tree: inout Node) {
        tree.rewrite(by: lists) { node, _, _ in
            guard let items = node.sequence else { return }
            let kept = items.filter { $0.text != "" && !$0.isNull() }
            if kept.count < items.count { node.content = .sequence(kept) }
        }
    }
}
