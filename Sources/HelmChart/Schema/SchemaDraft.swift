/// The versions of JSON Schema, in order.
enum SchemaDraft: Int, Comparable, Sendable {
    case draft4 = 4
    case draft6 = 6
    case draft7 = 7
    case draft2019 = 2019
    case draft2020 = 2020

    static func < (a: SchemaDraft, b: SchemaDraft) -> Bool { a.rawValue < b.rawValue }

    /// The draft that a `$schema` names; nil if it is none of the known ones.
    init?(url: String) {
        var name = url[...]
        for prefix in ["http://", "https://"] where name.hasPrefix(prefix) { name = name.dropFirst(prefix.count) }
        if name.hasSuffix("#") { name = name.dropLast() }
        switch name {
        case "json-schema.org/schema", "json-schema.org/draft/2020-12/schema": self = .draft2020
        case "json-schema.org/draft/2019-09/schema": self = .draft2019
        case "json-schema.org/draft-07/schema": self = .draft7
        case "json-schema.org/draft-06/schema": self = .draft6
        case "json-schema.org/draft-04/schema": self = .draft4
        default: return nil
        }
    }

    var identifierKey: String { self == .draft4 ? "id" : "$id" }

    /// The schema of its schemas, if they are checked against one.
    var metaschema: String? {
        switch self {
        case .draft2020: "https://json-schema.org/draft/2020-12/schema"
        case .draft7: "http://json-schema.org/draft-07/schema"
        default: nil
        }
    }

    /// The keys that hold a schema, a list of schemas or a map of schemas.
    static let schemaKeys: [String] = [
        "not", "additionalProperties", "additionalItems", "items", "propertyNames", "contains", "if", "then", "else",
        "unevaluatedProperties", "unevaluatedItems", "contentSchema", "allOf", "anyOf", "oneOf", "prefixItems",
    ]
    static let mapKeys: [String] = [
        "definitions", "$defs", "properties", "patternProperties", "dependencies", "dependentSchemas",
    ]
}
