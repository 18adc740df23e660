import YAMLTree

/// Gives entries `NAME` of an environment list, which have no value of their own, that of the variable, and configs with
/// `environment` the content of theirs. Secrets stay without: nothing that is printed shows them.
enum UnsetVariables {
    private static let lists: PathTable<Bool> = ["services.*.environment": true]

    static func resolve(in tree: inout Node, _ environment: ComposeEnvironment) {
        tree.rewrite(by: lists) { node, _, _ in
            guard var items = node.sequence else { return }
            for index in items.indices {
                guard let name = items[index].text, let value = environment[name] else { continue }
                items[index] = .string("\(name)=\(value)", location: items[index].location)
            }
            node.content = .sequence(items)
        }
        tree.modifyEntries(of: "configs") { _, config in
            guard let name = config["environment"]?.text, let content = environment[name] else { return }
            config["content"] = .string(content, location: config["environment"]?.location)
        }
    }
}
