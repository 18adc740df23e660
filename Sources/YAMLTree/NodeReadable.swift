/// A type that can be read from a node.
public protocol NodeReadable {
    /// Reads the value of `node`; records a problem in `context` and answers nil when the node does not hold one.
    ///
    /// Fields that are null are absent and never get here. Items of lists and values of maps may be null: see
    /// `ReadingContext.readsAsEmpty`.
    init?(reading node: Node, _ context: ReadingContext)
}

/// A type that can be written as a node.
public protocol NodeWritable {
    /// The node that holds the value.
    func makeNode() -> Node
}

/// A type that is read from and written to a mapping, field by field, and keeps what it does not know.
public protocol MappingCodable: NodeReadable, NodeWritable {
    /// Reads the fields.
    init(from reader: inout MappingReader)

    /// Writes the fields.
    func write(to writer: inout MappingWriter)

    /// The mapping that the value was read from.
    var fields: RetainedFields { get }
}

extension MappingCodable {
    /// Reads the fields of a mapping.
    @inlinable
    public init?(reading node: Node, _ context: ReadingContext) {
        let mapping: Mapping
        if case .mapping(let present) = node.content {
            mapping = present
        } else if context.readsAsEmpty(node) {
            mapping = Mapping()
        } else {
            context.wrongType(node, expected: "a mapping")
            return nil
        }
        var reader = MappingReader(mapping, location: node.location, context: context)
        self.init(from: &reader)
    }

    /// The mapping of the fields, in the order and with the unknown fields of the text they were read from.
    @inlinable
    public func makeNode() -> Node {
        var writer = MappingWriter(retaining: fields)
        write(to: &writer)
        return writer.finish()
    }
}

extension String: NodeReadable, NodeWritable {
    /// Reads a scalar that the schema takes for a string.
    public init?(reading node: Node, _ context: ReadingContext) {
        if let text = node.string(context.schema) {
            self = text
        } else if context.readsAsEmpty(node) {
            self = ""
        } else {
            context.wrongType(node, expected: "a string")
            return nil
        }
    }

    /// A string scalar.
    public func makeNode() -> Node { .string(self) }
}

extension Bool: NodeReadable, NodeWritable {
    /// Reads a Boolean without quotes.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard let scalar = node.scalar, context.schema.kind(of: scalar, tag: node.tag) == .bool,
            let value = context.schema.bool(scalar.text)
        else {
            if context.readsAsEmpty(node) {
                self = false
                return
            }
            context.wrongType(node, expected: "a Boolean")
            return nil
        }
        self = value
    }

    /// `true` or `false`.
    public func makeNode() -> Node { .bool(self) }
}

extension Int: NodeReadable, NodeWritable {
    /// Reads an integer without quotes that fits.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard let scalar = node.scalar, context.schema.kind(of: scalar, tag: node.tag) == .integer,
            let value = context.schema.integer(scalar.text)
        else {
            if context.readsAsEmpty(node) {
                self = 0
                return
            }
            context.wrongType(node, expected: "an integer")
            return nil
        }
        self = value
    }

    /// A decimal integer.
    public func makeNode() -> Node { .integer(self) }
}

extension Double: NodeReadable, NodeWritable {
    /// Reads a number without quotes.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard let scalar = node.scalar, scalar.isPlain || node.tag != nil,
            let value = context.schema.double(scalar.text)
        else {
            context.wrongType(node, expected: "a number")
            return nil
        }
        self = value
    }

    /// The shortest decimal text that reads back as the same number; an integer without a fraction.
    public func makeNode() -> Node {
        if let integer = Int(exactly: self) { return .integer(integer) }
        if isNaN { return .plain(".nan") }
        if isInfinite { return .plain(self < 0 ? "-.inf" : ".inf") }
        return .plain("\(self)")
    }
}

extension Node: NodeReadable, NodeWritable {
    /// Takes the node as it is.
    public init?(reading node: Node, _ context: ReadingContext) { self = node }

    /// The node itself.
    public func makeNode() -> Node { self }
}
