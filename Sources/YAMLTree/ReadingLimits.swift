import Diagnostics

/// Bounds on what a text may cost before it is refused.
public struct ReadingLimits: Sendable, Hashable {
    /// The size of the text in bytes.
    public var bytes: Int
    /// How deep collections may nest.
    public let depth: Int
    /// How many nodes the aliases and merge keys of a text may stand for altogether.
    public var aliasedNodes: Int

    /// Creates limits.
    ///
    /// - Parameters:
    ///   - bytes: The size of the text; 256 MiB unless said otherwise.
    ///   - depth: The nesting of collections; 200 unless said otherwise, and 1,000 at most, because more would endanger
    ///     the stack of clients that walk a tree by recursion.
    ///   - aliasedNodes: What aliases stand for; 1,000,000 nodes unless said otherwise. Aliases share storage, so that
    ///     this bounds the work of clients that walk the documents, not memory.
    public init(bytes: Int = 256 << 20, depth: Int = 200, aliasedNodes: Int = 1_000_000) {
        self.bytes = bytes
        self.depth = min(depth, 1000)
        self.aliasedNodes = aliasedNodes
    }

    func checkSize(_ count: Int, file: SourceFile) throws(YAMLError) {
        guard count > bytes else { return }
        throw YAMLError(
            .yamlLimit,
            "the text has \(count) bytes, and \(bytes) are allowed",
            at: SourceLocation(file: file, line: 1, column: 1)
        )
    }

    /// Refuses a collection at `location` that is inside of `depth` others.
    @inline(__always)
    func checkDepth(_ depth: Int, at location: @autoclosure () -> SourceLocation) throws(YAMLError) {
        guard depth >= self.depth else { return }
        throw YAMLError(.yamlLimit, "collections nest deeper than \(self.depth) levels", at: location())
    }
}
