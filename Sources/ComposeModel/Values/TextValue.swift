public import Diagnostics
public import YAMLTree

extension FindingCode {
    /// A scalar is not written in the way that its key requires.
    public static let malformedValue: FindingCode = "compose.malformed-value"
}

/// A value that Compose writes as a scalar with a grammar of its own.
public protocol TextValue: NodeReadable, NodeWritable, CustomStringConvertible {
    /// What a message says was expected, such as `a duration`.
    static var expectation: String { get }
    /// An example for the remedy.
    static var example: String { get }

    /// Reads the text of a scalar; nil if it is malformed or out of range.
    init?(_ text: String)
}

extension TextValue {
    /// Reads a scalar, quoted or not.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard let text = node.text else {
            context.wrongType(node, expected: Self.expectation)
            return nil
        }
        guard let value = Self(text) else {
            context.problem(
                .malformedValue,
                "the text is not \(Self.expectation)",
                at: node.location,
                remedy: "Write it like \(Self.example)."
            )
            return nil
        }
        self = value
    }

    /// The canonical text as a string.
    public func makeNode() -> Node { .string(description) }
}
