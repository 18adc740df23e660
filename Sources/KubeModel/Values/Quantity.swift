public import YAMLTree

/// An amount of a resource, such as `500m` CPU or `1.5Gi` of memory.
public struct Quantity: Sendable {
    let text: String
    let isNumber: Bool

    /// Zero.
    public static let zero = Quantity(text: "0", isNumber: false)

    init(text: String, isNumber: Bool) {
        self.text = text
        self.isNumber = isNumber
    }
}
extension Quantity: Equatable {}
extension Quantity: NodeReadable, NodeWritable {
    public init?(reading node: Node, _ context: ReadingContext) {
        guard let scalar = node.scalar else {
            context.wrongType(node, expected: "a quantity")
            return nil
        }
        self.text = scalar.text
        self.isNumber = scalar.isPlain
    }
    public func makeNode() -> Node { isNumber ? .plain(text) : .string(text) }
}
