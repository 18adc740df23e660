public import YAMLTree

extension ServiceDependency {
    /// The state that another service must reach.
    public struct Condition: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
        /// The word that Compose uses.
        public var rawValue: String

        /// Creates a condition from its word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Creates a condition from a literal.
        public init(stringLiteral value: String) {
            self.rawValue = value
        }

        /// Its containers run.
        public static let started: Condition = "service_started"
        /// Its health check succeeds.
        public static let healthy: Condition = "service_healthy"
        /// Its containers ended with status 0.
        public static let completedSuccessfully: Condition = "service_completed_successfully"
    }
}

extension ServiceDependency.Condition: NodeReadable, NodeWritable {
    /// Reads a string.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard let text = String(reading: node, context) else { return nil }
        self.init(rawValue: text)
    }

    /// The word as a string.
    public func makeNode() -> Node { .string(rawValue) }
}
