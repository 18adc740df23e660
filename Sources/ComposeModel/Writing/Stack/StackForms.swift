import YAMLTree

/// The forms in which a stack file wants canonical values. Each answers nil for what it cannot say.
enum StackForms {
    /// The keys of a mapping as a list: `depends_on` without conditions.
    @Sendable static func names(_ node: Node) -> Node? {
        guard let mapping = node.mapping else { return node }
        return .sequence(mapping.entries.map { .string($0.name, location: $0.key.location) }, location: node.location)
    }

    /// The paths of env files.
    @Sendable static func paths(_ node: Node) -> Node? {
        guard let items = node.sequence else { return node }
        return .sequence(items.map { $0["path"] ?? $0 }, location: node.location)
    }

    /// `name:address` for `name=address`.
    @Sendable static func hosts(_ node: Node) -> Node? {
        guard let items = node.sequence else { return node }
        let hosts = items.map { item in
            guard let host = item.text.flatMap({ ExtraHost($0) }) else { return item }
            return Node.string("\(host.name):\(host.address)", location: item.location)
        }
        return .sequence(hosts, location: node.location)
    }

    /// A number for a number in quotes; nil for a range.
    @Sendable static func integer(_ node: Node) -> Node? {
        node.text.flatMap { Int($0) }.map { .integer($0, location: node.location) }
    }

    /// A number in quotes.
    @Sendable static func string(_ node: Node) -> Node? {
        node.text.map { .string($0, location: node.location) }
    }

    /// Permission bits as a decimal number, which every YAML reader takes alike.
    @Sendable static func mode(_ node: Node) -> Node? {
        node.text.flatMap { FileMode($0) }.map { .integer($0.rawValue, location: node.location) }
    }

    /// A limit without extensions.
    @Sendable static func ulimit(_ node: Node) -> Node? {
        guard var mapping = node.mapping else { return node }
        mapping.removeAll { $0.name != "soft" && $0.name != "hard" }
        return .mapping(mapping, location: node.location)
    }
}
