/// Where a node and its parts stand in a text, by bytes.
struct SourceLayout: Sendable {
    /// The notation of a node.
    enum Shape: Sendable {
        /// A scalar on one or several lines, in quotes or without.
        case inlineScalar
        /// A literal or folded block.
        case blockScalar
        case alias
        case blockSequence
        case flowSequence
        case blockMapping
        case flowMapping
    }

    /// A key of a mapping and its value.
    struct Entry: Sendable {
        let key: SourceLayout
        let value: SourceLayout
    }

    let shape: Shape
    /// The node without anchor and tag; empty for a null that is not written.
    var content: Range<Int>
    /// Where anchor and tag begin, or the content if there are none.
    let start: Int
    /// The column of the content, counted from 0.
    let column: Int
    /// The line, counted from 1.
    let line: Int
    let anchor: String?
    var entries: [Entry] = []
    var items: [SourceLayout] = []

    /// Where anchor, tag and content end.
    var end: Int { content.upperBound }

    var isBlockCollection: Bool { shape == .blockMapping || shape == .blockSequence }
    var isFlowCollection: Bool { shape == .flowMapping || shape == .flowSequence }

    /// The part at one step of a path, where `tree` is the node that this is the layout of.
    func part(_ element: NodePath.Element, of tree: Node) -> SourceLayout? {
        switch element {
        case .key(let key):
            guard let position = tree.mapping?.position(of: key), entries.indices.contains(position) else { return nil }
            return entries[position].value
        case .index(let index): return items.indices.contains(index) ? items[index] : nil
        }
    }
}
