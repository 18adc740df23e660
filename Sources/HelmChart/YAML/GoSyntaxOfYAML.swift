import GoTemplate

/// Nodes of YAML as Go's `%#v` prints their values, for messages about keys.
struct GoSyntaxOfYAML {
    private let nodes: [YAMLGraph.Node]
    /// Longer texts are cut off.
    private static let longest = 1 << 16
    private static let deepest = 100

    init(_ nodes: [YAMLGraph.Node]) {
        self.nodes = nodes
    }

    /// The text of a node, printed by itself or within another one, where nil has its type.
    ///
    /// - Throws: if a tag does not fit its scalar.
    func text(_ index: Int, isWhole: Bool = false) throws(FunctionError) -> String {
        var text = ""
        try append(index, to: &text, depth: 0)
        return isWhole && text == Self.null ? "<nil>" : text
    }

    private static let null = "interface {}(nil)"

    private func append(_ index: Int, to text: inout String, depth: Int) throws(FunctionError) {
        guard text.utf8.count < Self.longest, depth < Self.deepest else { return }
        switch nodes[index] {
        case .alias(_, let target): try append(target, to: &text, depth: depth + 1)
        case .scalar(let bytes, let isImplicit, let tag):
            text += Self.scalar(try YAMLScalarReader.meaning(bytes, isImplicit: isImplicit, tag: tag))
        case .sequence(let items):
            text += "[]interface {}{"
            for (position, item) in items.enumerated() {
                if position > 0 { text += ", " }
                try append(item, to: &text, depth: depth + 1)
            }
            text += "}"
        case .mapping(let entries):
            text += "map[interface {}]interface {}{"
            for (position, entry) in entries.enumerated() {
                if position > 0 { text += position.isMultiple(of: 2) ? ", " : ":" }
                try append(entry, to: &text, depth: depth + 1)
            }
            text += "}"
        }
    }

    private static func scalar(_ scalar: YAMLScalarReader.Scalar) -> String {
        switch scalar {
        case .null: null
        case .bool(let flag): "\(flag)"
        case .integer(let number): "\(number)"
        case .unsigned(let number): "0x" + String(number, radix: 16)
        case .float(let number): GoFormat.float(number).text
        case .string(let text): GoFormat.quote(ByteString(text)).text
        }
    }
}
