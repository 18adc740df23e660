public import YAMLTree

/// A limit of a process: one number, or a soft and a hard one.
public struct Ulimit: MappingCodable, Sendable, Equatable {
    /// The limit that a process may raise by itself; -1 is none.
    public var soft: Int
    /// The limit up to which it may raise it; -1 is none.
    public var hard: Int
    /// Whether the limit is written as one number while both are equal.
    public var isSingle: Bool
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a pair of limits.
    public init(soft: Int, hard: Int, fields: RetainedFields = .none) {
        self.soft = soft
        self.hard = hard
        self.isSingle = false
        self.fields = fields
    }

    /// Creates a limit that is written as one number.
    public init(_ limit: Int) {
        self.soft = limit
        self.hard = limit
        self.isSingle = true
        self.fields = .none
    }

    /// Reads a number, or the mapping of both.
    public init?(reading node: Node, _ context: ReadingContext) {
        if case .mapping(let mapping) = node.content {
            var reader = MappingReader(mapping, location: node.location, context: context)
            self.init(from: &reader)
        } else if let limit = Int(reading: node, context) {
            self.init(limit)
        } else {
            return nil
        }
    }

    /// Reads both limits.
    public init(from reader: inout MappingReader) {
        soft = reader.value("soft", default: 0)
        hard = reader.value("hard", default: 0)
        isSingle = false
        fields = reader.retained()
    }

    /// A number, or the mapping of both.
    public func makeNode() -> Node {
        if isSingle, soft == hard { return .integer(soft) }
        var writer = MappingWriter(retaining: fields)
        write(to: &writer)
        return writer.finish()
    }

    /// Writes both limits.
    public func write(to writer: inout MappingWriter) {
        writer.write("soft", soft)
        writer.write("hard", hard)
    }
}
