public import Diagnostics
public import YAMLTree

extension FindingCode {
    /// A text is no quantity.
    public static let kubernetesQuantity: FindingCode = "kubernetes.quantity"
}

extension Quantity: NodeReadable, NodeWritable {
    /// Reads a quantity, with quotes or, if it is a number, without.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard let scalar = node.scalar else {
            context.wrongType(node, expected: "a quantity")
            return nil
        }
        let kind = context.schema.kind(of: scalar, tag: node.tag)
        guard kind == .string || kind == .integer || kind == .float else {
            if context.readsAsEmpty(node) {
                self = .zero
                return
            }
            context.wrongType(node, expected: "a quantity")
            return nil
        }
        guard let parsed = QuantityParser.parse(scalar.text) else {
            context.problem(
                .kubernetesQuantity,
                "expected a quantity, found other text",
                at: node.location,
                remedy: "A quantity is a number with at most a suffix, such as 500m, 2, 1.5Gi or 1e3."
            )
            return nil
        }
        self.init(nanos: parsed.nanos, format: parsed.format, text: scalar.text, isNumber: kind != .string)
    }

    /// A string, or a number where the text had one.
    public func makeNode() -> Node { isNumber ? .plain(description) : .string(description) }
}
