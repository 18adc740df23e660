public import Diagnostics

/// A value of a YAML or JSON document, with its place in the text.
///
/// Nodes are values: a copy shares storage until one side changes. An aliased node shares the storage of the node that
/// its anchor names, so that a document with aliases costs no more memory than its text.
public struct Node: Sendable {
    /// What a node holds.
    public enum Content: Sendable {
        /// A scalar.
        case scalar(Scalar)
        /// A sequence.
        case sequence([Node])
        /// A mapping.
        case mapping(Mapping)
    }

    /// What the node holds.
    public var content: Content
    /// Where the node begins, if it was read from a text.
    public var location: SourceLocation?
    package var properties: Properties?

    /// Creates a node.
    public init(_ content: Content, location: SourceLocation? = nil) {
        self.content = content
        self.location = location
    }

    @inline(__always)
    init(_ content: consuming Content, location: SourceLocation, properties: Properties?) {
        self.content = content
        self.location = location
        self.properties = properties
    }
}

extension Node {
    /// Tag, anchor and alias of a node: rare, hence apart.
    package final class Properties: Sendable {
        package let tag: String?
        package let anchor: String?
        package let isAlias: Bool

        package init(tag: String?, anchor: String?, isAlias: Bool) {
            self.tag = tag
            self.anchor = anchor
            self.isAlias = isAlias
        }
    }

    /// The explicit tag, such as `!reset` or `tag:yaml.org,2002:str`.
    public var tag: String? {
        get { properties?.tag }
        set { properties = Properties(tag: newValue == "" ? nil : newValue, anchor: anchor, isAlias: isAlias) }
    }

    /// The name of the anchor that the node carries or, for an alias, refers to.
    public var anchor: String? { properties?.anchor }

    /// Whether the node stands in the text as an alias (`*name`).
    public var isAlias: Bool { properties?.isAlias ?? false }
}

// MARK: - Making nodes

extension Node {
    /// A string; the writer quotes it where a reader would take it for something else.
    public static func string(_ text: String, location: SourceLocation? = nil) -> Node {
        Node(.scalar(Scalar(text, style: .string)), location: location)
    }

    /// A scalar without quotes, whose type follows from its text.
    public static func plain(_ text: String, location: SourceLocation? = nil) -> Node {
        Node(.scalar(Scalar(text, style: .plain)), location: location)
    }

    /// An integer.
    public static func integer(_ value: some BinaryInteger, location: SourceLocation? = nil) -> Node {
        .plain(String(value), location: location)
    }

    /// A Boolean.
    public static func bool(_ value: Bool, location: SourceLocation? = nil) -> Node {
        .plain(value ? "true" : "false", location: location)
    }

    /// The null value.
    public static func null(location: SourceLocation? = nil) -> Node {
        .plain("null", location: location)
    }

    /// A sequence.
    public static func sequence(_ items: [Node], location: SourceLocation? = nil) -> Node {
        Node(.sequence(items), location: location)
    }

    /// A mapping.
    public static func mapping(_ mapping: Mapping, location: SourceLocation? = nil) -> Node {
        Node(.mapping(mapping), location: location)
    }
}

// MARK: - Taking nodes apart

extension Node {
    /// The scalar, if the node is one.
    public var scalar: Scalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The items, if the node is a sequence.
    public var sequence: [Node]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// The mapping, if the node is one.
    public var mapping: Mapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    /// The text of a scalar, whatever its type; nil for collections.
    public var text: String? { scalar?.text }

    /// The string, if the node is a scalar that `schema` takes for a string.
    public func string(_ schema: ScalarSchema = .core) -> String? {
        guard let scalar, schema.kind(of: scalar, tag: tag) == .string else { return nil }
        return scalar.text
    }

    /// Whether the node is the null value.
    public func isNull(_ schema: ScalarSchema = .core) -> Bool {
        guard case .scalar(let scalar) = content, scalar.isPlain || properties != nil else { return false }
        return schema.kind(of: scalar, tag: tag) == .null
    }

    /// Whether the node is null, or a collection without items.
    public var isNullOrEmpty: Bool {
        switch content {
        case .scalar: isNull()
        case .sequence(let items): items.isEmpty
        case .mapping(let mapping): mapping.isEmpty
        }
    }

    /// What the node is, in words for a message: `a string`, `a list`, `a mapping`, …
    public func kindDescription(_ schema: ScalarSchema = .core) -> String {
        switch content {
        case .scalar(let scalar): schema.kind(of: scalar, tag: tag).description
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    /// The value of `key`, if the node is a mapping that has it.
    public subscript(_ key: String) -> Node? {
        get { mapping?[key] }
        set {
            guard case .mapping(var mapping) = content else { return }
            content = .sequence([])  // gives up the reference, so that the mapping is changed in place
            mapping[key] = newValue
            content = .mapping(mapping)
        }
    }

    /// The item at `index`, if the node is a sequence that has it.
    public subscript(_ index: Int) -> Node? {
        guard let items = sequence, items.indices.contains(index) else { return nil }
        return items[index]
    }
}

extension Node: Equatable {
    /// Whether both hold the same values in the same order under the same tags; places do not count.
    public static func == (lhs: Node, rhs: Node) -> Bool {
        guard lhs.tag == rhs.tag else { return false }
        switch (lhs.content, rhs.content) {
        case (.scalar(let l), .scalar(let r)): return l == r
        case (.sequence(let l), .sequence(let r)): return l == r
        case (.mapping(let l), .mapping(let r)): return l == r
        default: return false
        }
    }
}

extension Node: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// An integer.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// A Boolean.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A sequence.
    public init(arrayLiteral elements: Node...) { self = .sequence(elements) }
    /// A mapping; the keys must differ.
    public init(dictionaryLiteral elements: (String, Node)...) {
        var mapping = Mapping()
        for (key, value) in elements { mapping[key] = value }
        self = .mapping(mapping)
    }
}
