import YAMLTree

/// Rules about the keys of one value that a schema cannot state.
struct StructureChecks {
    private typealias Rule = @Sendable (Node, NodePath, LoadingContext) -> Void

    private static let rules: PathTable<Rule> = [
        "volumes.*": externalAlone,
        "configs.*": oneContent(["file", "environment", "content"]),
        "secrets.*": oneContent(["file", "environment"]),
        "services.*.ports[*]": port,
        "services.*.volumes[*]": target("mount"),
        "services.*.devices[*]": target("device"),
        "services.*.develop.watch[*].path": notBlank,
        "services.*.deploy.resources.reservations.devices[*]": countOrIdentifiers,
        "services.*.gpus[*]": countOrIdentifiers,
    ]

    static func run(on tree: Node, _ context: LoadingContext) {
        var copy = tree
        copy.rewrite(by: rules) { node, rule, path in rule(node, path, context) }
    }

    private static let externalAlone: Rule = { node, path, context in
        guard node["external"]?.text == "true", let mapping = node.mapping else { return }
        for entry in mapping.entries where !["name", "external"].contains(entry.name) && !entry.name.hasPrefix("x-") {
            context.invalid(
                .composeConflict,
                "an external volume is not created here, so that \(entry.name) has no effect",
                at: entry.key.location,
                path: path.appending(entry.name),
                remedy: "Remove \(entry.name) or external."
            )
        }
    }

    private static func oneContent(_ keys: [String]) -> Rule {
        { node, path, context in
            guard let mapping = node.mapping else { return }
            let used = keys.filter(mapping.contains)
            if used.count > 1 {
                context.invalid(
                    .composeConflict,
                    "\(used.joined(separator: " and ")) exclude each other",
                    at: node.location,
                    path: path
                )
            } else if used.isEmpty, !mapping.contains("driver"), !mapping.contains("external") {
                context.invalid(
                    .composeMissing,
                    "one of \(keys.joined(separator: ", ")) is needed",
                    at: node.location,
                    path: path
                )
            }
        }
    }

    private static func target(_ thing: String) -> Rule {
        { node, path, context in
            guard node.mapping != nil, node["target"] == nil else { return }
            context.invalid(
                .composeMissing,
                "the \(thing) has no target",
                at: node.location,
                path: path,
                remedy: "Add a target: its place in the container."
            )
        }
    }

    private static let port: Rule = { node, path, context in
        target("port")(node, path, context)
        guard let address = node["host_ip"], let text = address.text, !IPAddress.isValid(text) else { return }
        context.invalid(
            .composeSyntax,
            "host_ip is no IP address",
            at: address.location,
            path: path.appending("host_ip")
        )
    }

    private static let notBlank: Rule = { node, path, context in
        guard node.text == "" else { return }
        context.invalid(.composeMissing, "the path is empty", at: node.location, path: path)
    }

    private static let countOrIdentifiers: Rule = { node, path, context in
        guard node["count"] != nil, node["device_ids"] != nil else { return }
        context.invalid(
            .composeConflict,
            "count and device_ids exclude each other",
            at: node.location,
            path: path
        )
    }
}
