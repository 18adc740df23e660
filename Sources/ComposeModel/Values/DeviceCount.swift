public import YAMLTree

/// How many devices a container needs.
public enum DeviceCount: Sendable, Hashable {
    /// All that there are.
    case all
    /// This many.
    case exactly(Int)
}

extension DeviceCount: NodeReadable, NodeWritable {
    /// Reads `all`, a number, or -1 for all.
    public init?(reading node: Node, _ context: ReadingContext) {
        if node.text?.lowercased() == "all" || node.text == "-1" {
            self = .all
        } else if let text = node.text, let count = Int(text), count >= 0 {
            self = .exactly(count)
        } else {
            context.wrongType(node, expected: "a number of devices or \"all\"")
            return nil
        }
    }

    /// A number; -1 for all, as the canonical form has it.
    public func makeNode() -> Node {
        switch self {
        case .all: .integer(-1)
        case .exactly(let count): .integer(count)
        }
    }
}
