import YAMLTree

/// Values that stand where a project says nothing.
enum Defaults {
    private typealias Rule = @Sendable (inout Node) -> Void

    private static let rules: PathTable<Rule> = [
        "services.*.build": { $0.setDefault("context", ".") },
        "services.*.secrets[*]": { node in
            guard let source = node["source"]?.text else { return }
            node.setDefault("target", .string("/run/secrets/\(source)"))
        },
        "services.*.ports[*]": { node in
            node.setDefault("protocol", "tcp")
            node.setDefault("mode", "ingress")
        },
        "services.*.deploy.resources.reservations.devices[*]": allDevices,
        "services.*.gpus[*]": allDevices,
        "services.*.volumes[*].bind": { $0.setDefault("create_host_path", true) },
    ]

    private static let allDevices: Rule = { node in
        guard node["count"] == nil, node["device_ids"] == nil else { return }
        node.setDefault("count", "all")
    }

    static func apply(to tree: inout Node) {
        tree.rewrite(by: rules) { node, rule, _ in rule(&node) }
    }
}

extension Node {
    /// Sets a key of a mapping that does not have it; the value takes the place of the mapping.
    mutating func setDefault(_ key: String, _ value: Node) {
        guard case .mapping(let mapping) = content, !mapping.contains(key) else { return }
        self[key] = Shorthand.placed(value, location)
    }
}
