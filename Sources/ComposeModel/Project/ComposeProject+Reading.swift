public import Diagnostics
public import YAMLTree

extension ComposeProject {
    /// Reads the canonical form of a project, which the loader makes and `docker compose config` prints.
    ///
    /// - Throws: `InvalidInput` with every value that is not in its canonical form.
    public init(canonical tree: Node) throws(InvalidInput) {
        let context = ReadingContext(schema: .core)
        let project = ComposeProject(reading: tree, context)
        // A tree reports wrong types by a code of its own; for users of Compose there is one.
        let findings = context.findings.map { finding in
            var finding = finding
            if finding.code == .wrongType { finding.code = .composeWrongType }
            return finding
        }
        try ConversionReport(findings).throwIfInvalid()
        self = project ?? ComposeProject()
    }

    /// Where the value at `path` was read from: the key of a field, the beginning of an item.
    ///
    /// Follows the texts that the values were read from, so that a value which a program changed or added has the
    /// place of the nearest value around it, or none. O(depth).
    public func location(of path: NodePath) -> SourceLocation? {
        guard let mapping = fields.mapping else { return nil }
        var node = Node.mapping(mapping, location: fields.location)
        var location = fields.location
        for element in path.elements {
            switch element {
            case .key(let key):
                guard let mapping = node.mapping, let position = mapping.position(of: key) else { return location }
                let entry = mapping.entries[position]
                location = entry.key.location ?? entry.value.location ?? location
                node = entry.value
            case .index(let index):
                guard let item = node[index] else { return location }
                location = item.location ?? location
                node = item
            }
        }
        return location
    }
}
