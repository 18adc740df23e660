/// Writes trees as JSON text (RFC 8259).
///
/// Plain scalars get the type that the schema gives them; numbers keep all their digits, in decimal notation. What
/// JSON cannot say becomes a string: infinity and not-a-number as their YAML text, keys that are no scalars as their
/// JSON text. Tags other than the standard ones and anchors are left out, and aliases written as copies.
public struct JSONWriter: Sendable, Hashable {
    /// How the text is laid out.
    public enum Layout: Sendable, Hashable {
        /// On one line, without spaces and a final line feed.
        case compact
        /// One item a line, indented by two spaces, with a final line feed.
        case pretty
    }

    /// How the text is laid out.
    public var layout: Layout
    /// The rules by which plain scalars get their types.
    public var schema: ScalarSchema

    /// Creates a writer.
    public init(layout: Layout = .pretty, schema: ScalarSchema = .core) {
        self.layout = layout
        self.schema = schema
    }

    /// The text of a document. O(n).
    public func text(_ document: Node) -> String {
        emit(document) { String(decoding: $0, as: UTF8.self) }
    }

    /// The text of a document in UTF-8. O(n).
    public func bytes(_ document: Node) -> [UInt8] {
        emit(document) { Array($0) }
    }

    private func emit<Result>(_ document: Node, _ finish: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var emitter = JSONEmitter(layout: layout, schema: schema)
        emitter.value(document, indent: 0)
        if layout == .pretty { emitter.endText() }
        return finish(emitter.bytes.bytes)
    }
}
