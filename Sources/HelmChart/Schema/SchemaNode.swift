import GoTemplate

/// A schema with its keywords read. References make these nodes a graph, so they are objects, filled once.
final class SchemaNode {
    enum Additional {
        case flag(Bool)
        case schema(SchemaNode)
    }

    enum Dependency {
        case properties([ByteString])
        case schema(SchemaNode)
    }

    enum Items {
        case all(SchemaNode)
        case each([SchemaNode])
    }

    struct NumberBounds {
        var minimum: Double?
        var maximum: Double?
        var exclusiveMinimum: Double?
        var exclusiveMaximum: Double?
        var multipleOf: Double?
    }

    /// The least and most of something.
    struct CountBounds {
        var minimum: Int?
        var maximum: Int?
    }

    let location: String
    let draft: SchemaDraft
    /// The schema that begins the resource, whose anchors are meant.
    var resource: SchemaNode?
    var isRecursiveAnchor = false
    var dynamicAnchors: [String: SchemaNode] = [:]

    /// `true` or `false` as a schema.
    var constant: Bool?
    var reference: SchemaNode?
    var recursiveReference: SchemaNode?
    var dynamicReference: (node: SchemaNode, anchor: String)?
    var dynamicAnchor = ""
    var types: Set<SchemaType> = []
    var enumeration: [Value]?
    var const: Value?
    var format: String?
    var not: SchemaNode?
    var allOf: [SchemaNode] = []
    var anyOf: [SchemaNode] = []
    var oneOf: [SchemaNode] = []
    var condition: (if: SchemaNode, then: SchemaNode?, else: SchemaNode?)?

    var propertyCount = CountBounds()
    var required: [ByteString] = []
    var properties: [ByteString: SchemaNode] = [:]
    var patternProperties: [(pattern: RegularExpression, node: SchemaNode)] = []
    var additionalProperties: Additional?
    var propertyNames: SchemaNode?
    var dependencies: [(property: ByteString, dependency: Dependency)] = []
    var dependentSchemas: [(property: ByteString, node: SchemaNode)] = []
    var dependentRequired: [(property: ByteString, names: [ByteString])] = []
    var unevaluatedProperties: SchemaNode?

    var itemCount = CountBounds()
    var hasUniqueItems = false
    var items: Items?
    var additionalItems: Additional?
    var prefixItems: [SchemaNode] = []
    var contains: SchemaNode?
    var containsCount = CountBounds()
    var unevaluatedItems: SchemaNode?

    var length = CountBounds()
    var pattern: RegularExpression?
    var numbers = NumberBounds()

    init(location: String, draft: SchemaDraft) {
        (self.location, self.draft) = (location, draft)
    }
}

/// The types of JSON, in the order in which messages name them.
enum SchemaType: String, CaseIterable {
    case null, boolean, number, integer, string, array, object

    init(_ value: Value) {
        switch value {
        case .null, .nilInterface: self = .null
        case .bool: self = .boolean
        case .integer, .unsigned, .float: self = .number
        case .string, .object: self = .string
        case .list: self = .array
        case .map: self = .object
        }
    }
}
