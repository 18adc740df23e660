/// Writes trees as YAML text that readers of YAML 1.1 and 1.2 understand alike.
///
/// The text is in block style with two spaces of indentation, in the order of the tree, and no line is folded. Strings
/// stand without quotes where no reader of either version would take them for something else, text of several lines in
/// literal blocks, tags where the tree has them. What the writer writes, `YAMLReader` reads back as an equal tree.
public struct YAMLWriter: Sendable, Hashable {
    /// How the quotes of scalars that were read from a text are written.
    public enum Quotes: Sendable, Hashable {
        /// Only where a reader needs them.
        case whereNeeded
        /// As in the text that was read; those of other strings only where a reader needs them.
        case asRead
    }

    /// How aliases of a text that was read are written.
    public enum Aliases: Sendable, Hashable {
        /// As copies of the node that they name, without anchors.
        case expanded
        /// As aliases, where the node is still equal to the one that carries the anchor; as copies elsewhere.
        case kept
    }

    /// Whether the items of a sequence are indented below its key (`docker compose config`) or stand at the column of
    /// the key (`kubectl`).
    public var sequenceIndent: Bool
    /// How quotes are written.
    public var quotes: Quotes
    /// How aliases are written.
    public var aliases: Aliases

    /// Creates a writer.
    public init(sequenceIndent: Bool = true, quotes: Quotes = .whereNeeded, aliases: Aliases = .expanded) {
        self.sequenceIndent = sequenceIndent
        self.quotes = quotes
        self.aliases = aliases
    }

    /// The text of a document. O(n).
    public func text(_ document: Node) -> String { text([document]) }

    /// The text of a stream of documents, with `---` between them. O(n).
    public func text(_ documents: [Node]) -> String {
        emit(documents) { String(decoding: $0, as: UTF8.self) }
    }

    /// The text of a document in UTF-8. O(n).
    public func bytes(_ document: Node) -> [UInt8] { bytes([document]) }

    /// The text of a stream of documents in UTF-8, with `---` between them. O(n).
    public func bytes(_ documents: [Node]) -> [UInt8] {
        emit(documents) { Array($0) }
    }

    private func emit<Result>(_ documents: [Node], _ finish: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var emitter = BlockEmitter(options: self)
        for (position, document) in documents.enumerated() {
            emitter.document(document, isFirst: position == 0)
        }
        return finish(emitter.bytes.bytes)
    }
}
