import Diagnostics
import YAMLTree

/// The long forms of short forms, one function a kind.
enum Shorthand {
    typealias Rule = CanonicalForms.Rule

    /// A text is the value of `key` of a mapping.
    static func mapping(of key: String) -> Rule {
        { node, _, _ in
            guard node.scalar != nil, !node.isNull() else { return }
            node = .mapping([key: node], location: node.location)
        }
    }

    /// A text is a list of one.
    static let list: Rule = { node, _, _ in
        guard node.string() != nil else { return }
        node = .sequence([node], location: node.location)
    }

    /// Numbers and Booleans are texts.
    static let text: Rule = { node, _, _ in
        guard node.string() == nil, let text = node.printed else { return }
        node = .string(text, location: node.location)
    }

    /// A list of names is a mapping from the names to nothing.
    static let names: Rule = { node, _, _ in
        guard let items = node.sequence else { return }
        node = .mapping(keyed(items) { .null(location: $0.location) }, location: node.location)
    }

    /// A list of `key=value` is a mapping.
    static let pairs: Rule = { node, path, context in
        guard let items = node.sequence else { return }
        var mapping = Mapping()
        for item in items {
            guard let text = item.text, let equals = text.firstIndex(of: "=") else {
                if context.options.interpolation == .resolve {
                    context.invalid(
                        .composeSyntax,
                        "an item has no =, and KEY=VALUE is expected",
                        at: item.location,
                        path: path
                    )
                }
                return
            }
            let value = Node.string(String(text[text.index(after: equals)...]), location: item.location)
            set(value, for: String(text[..<equals]), in: &mapping, item.location)
        }
        node = .mapping(mapping, location: node.location)
    }

    /// A list of services is a mapping to the default condition, and each entry of a mapping has its defaults.
    static let dependencies: Rule = { node, _, _ in
        let defaults: [(String, Node)] = [("condition", "service_started"), ("required", true)]
        switch node.content {
        case .scalar: return
        case .sequence(let items):
            let mapping = keyed(items) { item in
                .mapping(Mapping(defaults.map { ($0.0, placed($0.1, item.location)) }), location: item.location)
            }
            node = .mapping(mapping, location: node.location)
        case .mapping(var mapping):
            node.content = .sequence([])
            for index in 0..<mapping.count {
                mapping.modifyValue(at: index) { entry in
                    for (key, value) in defaults where entry.mapping?.contains(key) == false {
                        entry[key] = placed(value, entry.location)
                    }
                }
            }
            node.content = .mapping(mapping)
        }
    }

    /// A path, or a list of paths and mappings, is a list of mappings.
    static let envFiles: Rule = { node, _, _ in
        guard var items = node.sequence ?? (node.string() == nil ? nil : [node]) else { return }
        for index in items.indices {
            let location = items[index].location
            if items[index].string() != nil { items[index] = .mapping(["path": items[index]], location: location) }
            if items[index].mapping?.contains("required") == false {
                items[index]["required"] = placed(true, location)
            }
        }
        node = .sequence(items, location: node.location)
    }

    /// `all` is a request for all GPUs.
    static let gpus: Rule = { node, _, _ in
        guard node.string() != nil else { return }
        node = .sequence([.mapping(["count": node], location: node.location)], location: node.location)
    }

    /// Keys that mean nothing are left out.
    static func known(in shape: MappingShape) -> Rule {
        { node, _, _ in
            guard case .mapping(var mapping) = node.content,
                mapping.entries.contains(where: { shape.keys[$0.name] == nil })
            else { return }
            mapping.removeAll { shape.keys[$0.name] == nil && !$0.name.hasPrefix("x-") }
            node.content = .mapping(mapping)
        }
    }

    /// `default` and `ID=PATH` are entries of a mapping.
    static let sshKeys: Rule = { node, path, context in
        guard let items = node.sequence else { return }
        var mapping = Mapping()
        for item in items {
            guard let text = item.text else { return }
            if let equals = text.firstIndex(of: "=") {
                let value = Node.string(String(text[text.index(after: equals)...]), location: item.location)
                set(value, for: String(text[..<equals]), in: &mapping, item.location)
            } else if text == "default" {
                set(.null(location: item.location), for: text, in: &mapping, item.location)
            } else {
                context.invalid(
                    .composeSyntax,
                    "the item is no SSH key",
                    at: item.location,
                    path: path,
                    remedy: "Write default, or ID=PATH."
                )
            }
        }
        node = .mapping(mapping, location: node.location)
    }

    /// `external: {name: N}` is `external: true` with `name: N`.
    static let external: Rule = { node, path, context in
        guard let external = node["external"], let inner = external.mapping else { return }
        node["external"] = placed(true, external.location)
        guard let name = inner["name"] else { return }
        context.notice(
            .composeLegacy,
            "external.name is deprecated",
            at: name.location,
            path: path,
            remedy: "Write it as name beside external: true."
        )
        if let own = node["name"] {
            guard own.text != name.text else { return }
            context.invalid(
                .composeConflict,
                "name and external.name differ",
                at: name.location,
                path: path,
                remedy: "Keep name only."
            )
        } else {
            node["name"] = name
        }
    }

    // MARK: Making nodes

    static func placed(_ node: Node, _ location: SourceLocation?) -> Node {
        var node = node
        node.location = location
        return node
    }

    private static func keyed(_ items: [Node], _ value: (Node) -> Node) -> Mapping {
        var mapping = Mapping()
        for item in items { set(value(item), for: item.text ?? "", in: &mapping, item.location) }
        return mapping
    }

    /// Sets a value under a key that has a place.
    static func set(_ value: Node, for name: String, in mapping: inout Mapping, _ location: SourceLocation?) {
        if mapping.contains(name) {
            mapping[name] = value
        } else {
            mapping.append(Mapping.Entry(key: .string(name, location: location), value: value))
        }
    }
}
