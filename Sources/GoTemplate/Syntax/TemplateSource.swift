/// A text of templates, and all nodes that were made of it.
///
/// It holds the nodes so that deep trees are let go node by node, from the outermost; by themselves they would be by
/// recursion, which a hostile text could make deep enough to exhaust the stack.
final class TemplateSource: @unchecked Sendable {
    let name: ByteString
    let bytes: [UInt8]
    /// In the order of their making, inner ones first. Changed only by the parser, before anybody else has the source.
    private var nodes: [SyntaxNode] = []

    init(name: ByteString, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    deinit {
        while nodes.popLast() != nil {}
    }

    func node(_ position: Int, _ kind: SyntaxNode.Kind) -> SyntaxNode {
        let node = SyntaxNode(position, kind)
        nodes.append(node)
        return node
    }

    /// The line, from 1, and the byte in it, from 0.
    func location(of position: Int) -> (line: Int, column: Int) {
        var (line, lineStart) = (1, 0)
        for (index, byte) in bytes[..<min(position, bytes.count)].enumerated() where byte == 0x0A {
            line += 1
            lineStart = index + 1
        }
        return (line, position - lineStart)
    }
}

/// A template that a text defines: the text itself, or what stands between `define` or `block` and `end`.
struct TemplateDefinition: Sendable {
    var name: ByteString
    var source: TemplateSource
    var body: [SyntaxNode]

    /// Whether it writes nothing but white space. Such a definition replaces no other.
    var isBlank: Bool { body.allSatisfy(\.isBlank) }
}
