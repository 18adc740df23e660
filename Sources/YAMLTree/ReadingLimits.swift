/// Bounds on what a text may cost before it is refused.
public struct ReadingLimits: Sendable, Hashable {
    /// The size of the text in bytes.
    public var bytes: Int
    /// How deep collections may nest.
    public var depth: Int
    /// How many nodes the aliases and merge keys of a document may stand for altogether.
    public var aliasedNodes: Int

    /// Creates limits.
    ///
    /// - Parameters:
    ///   - bytes: The size of the text; 256 MiB unless said otherwise.
    ///   - depth: The nesting of collections; 200 unless said otherwise. Much more would endanger the stack of
    ///     recursive clients.
    ///   - aliasedNodes: What aliases stand for; 1,000,000 nodes unless said otherwise. Aliases share storage, so that this bounds
    ///     the work of clients who walk the document, not memory.
    public init(bytes: Int = 256 << 20, depth: Int = 200, aliasedNodes: Int = 1_000_000) {
        self.bytes = bytes
        self.depth = depth
        self.aliasedNodes = aliasedNodes
    }
}
