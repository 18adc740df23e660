/// A node of a parsed template, with its place in the text.
package final class SyntaxNode: Sendable {
    // Wide payloads are indirect, so that to look at a node costs one reference count.
    package enum Kind: Sendable {
        case text(ByteString)
        /// `{{ pipeline }}`
        indirect case action(SyntaxNode, Pipeline)
        indirect case branch(Branch)
        case leaveLoop
        case nextTurn
        /// `{{ template "name" pipeline }}`, and what `block` leaves behind.
        indirect case template(name: ByteString, SyntaxNode?)
        indirect case pipeline(Pipeline)
        /// A first word and its arguments.
        indirect case command(SyntaxNode, [SyntaxNode])
        case function(Callee)
        /// `$x.a.b`: the variable with its number, then `a`, `b`.
        indirect case variable(Int, name: ByteString, [ByteString])
        case dot
        case null
        /// `.a.b`
        case field([ByteString])
        /// `(pipeline).a.b`
        indirect case chain(SyntaxNode, [ByteString])
        case bool(Bool)
        indirect case number(NumberLiteral)
        indirect case string(ByteString, literal: ByteString)
    }

    /// `if`, `with` and `range`.
    package struct Branch: Sendable {
        package enum Keyword: String, Sendable {
            case `if`, with, range
        }

        package var keyword: Keyword
        package var pipeline: SyntaxNode
        package var body: [SyntaxNode]
        /// What stands after `else`.
        package var alternative: [SyntaxNode]?
    }

    /// Commands, each of which gets the value of the one before as its last argument.
    package struct Pipeline: Sendable {
        /// The variables that take the value.
        package var variables: [SyntaxNode] = []
        /// Whether they exist already: `=` instead of `:=`.
        package var isAssignment = false
        package var commands: [SyntaxNode] = []
    }

    /// The byte in the template's text that error messages cite.
    package let position: Int
    package let kind: Kind

    init(_ position: Int, _ kind: Kind) {
        self.position = position
        self.kind = kind
    }

    /// Whether the node writes nothing but white space, so that a definition of it replaces no other.
    var isBlank: Bool {
        guard case .text(let text) = kind else { return false }
        return ByteString.isBlank(text.bytes)
    }
}

extension ByteString {
    /// Whether there is nothing but what Go's `bytes.TrimSpace` removes.
    static func isBlank(_ bytes: [UInt8]) -> Bool {
        if bytes.allSatisfy({ $0 < 0x80 }) {
            return bytes.allSatisfy { (0x09...0x0D).contains($0) || $0 == 0x20 }
        }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }
}
