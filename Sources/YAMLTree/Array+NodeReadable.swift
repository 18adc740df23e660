/// Lists as the values of maps; fields that are lists are read and written with `list` and `write`.
extension Array: NodeReadable where Element: NodeReadable {
    /// Reads a list; items that cannot be read are left out after a problem was recorded.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard case .sequence(let items) = node.content else {
            if context.readsAsEmpty(node) {
                self = []
                return
            }
            context.wrongType(node, expected: "a list")
            return nil
        }
        self = []
        reserveCapacity(items.count)
        for index in items.indices {
            context.within(.index(index)) {
                if let value = Element(reading: items[index], context) { append(value) }
            }
        }
    }
}

extension Array: NodeWritable where Element: NodeWritable {
    /// A sequence.
    public func makeNode() -> Node { .sequence(map { $0.makeNode() }) }
}
