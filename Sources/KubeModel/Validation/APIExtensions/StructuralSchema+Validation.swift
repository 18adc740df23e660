import OrderedCollections
import YAMLTree

/// Schemas of custom resources are structural: each part of an object has a type, stated outside of `allOf`, `anyOf`,
/// `oneOf` and `not`, which only restrict its values.
extension JSONSchemaProps {
    enum Level {
        case root, item, property
    }

    /// What a schema must have that says of what an object consists.
    func validateStructure(_ level: Level, _ field: Field) {
        if type == "array", itemSchema == nil { field["items"].required() }
        itemSchema?.validateStructure(.item, field["items"])
        for (name, property) in properties { property.validateStructure(.property, field["properties"].key(name)) }
        let isResource = xKubernetesEmbeddedResource == true
        if additionalProperties != nil {
            let field = field["additionalProperties"]
            if level == .root { field.forbidden("must not be used at the root") }
            if isResource { field.forbidden("must not be used with x-kubernetes-embedded-resource") }
            additionalSchema?.validateStructure(.property, field)
        }
        if xKubernetesIntOrString == true {
            let detail = "must be false if x-kubernetes-int-or-string is true"
            if xKubernetesPreserveUnknownFields == true {
                field["x-kubernetes-preserve-unknown-fields"].invalid(detail)
            }
            if isResource { field["x-kubernetes-embedded-resource"].invalid(detail) }
        }
        validateRestrictions(field)
        validateType(level, field)
        validateMetadata(level, field["properties"])
        if isResource, xKubernetesPreserveUnknownFields != true, properties.isEmpty {
            field["properties"].required("must not be empty for an embedded resource")
        }
    }

    private func validateType(_ level: Level, _ field: Field) {
        if xKubernetesEmbeddedResource == true {
            field.requiredType(type, "object", for: "x-kubernetes-embedded-resource")
        } else if !type.isSet, xKubernetesIntOrString != true, xKubernetesPreserveUnknownFields != true {
            field["type"].required("must not be empty")
        }
        if level == .root, type.isSet, type != "object" { field["type"].invalid("must be object at the root") }
    }

    private func validateMetadata(_ level: Level, _ field: Field) {
        guard level == .root || xKubernetesEmbeddedResource == true else { return }
        for name in ["kind", "apiVersion"] where properties[name].map({ $0.type != "string" }) == true {
            field.key(name)["type"].invalid("must be string")
        }
        guard var metadata = properties["metadata"] else { return }
        if metadata.type != "object" { field.key("metadata")["type"].invalid("must be object") }
        guard level == .root else { return }
        metadata.type = nil
        metadata.default = nil
        metadata.properties.removeAll { ["name", "generateName"].contains($0.key) }
        metadata.fields = .none
        if metadata != JSONSchemaProps() {
            field.key("metadata").forbidden("must not specify anything but name and generateName")
        }
    }
}

// MARK: - Restrictions

extension JSONSchemaProps {
    /// The two forms in which a number or a text may be described.
    private static func isIntOrString(_ schemas: [JSONSchemaProps]) -> Bool {
        schemas.count == 2
            && zip(schemas, ["integer", "string"]).allSatisfy { schema, type in
                var rest = schema
                rest.type = nil
                rest.fields = .none
                return schema.type == type && rest == JSONSchemaProps()
            }
    }

    /// The parts of a schema that restrict values.
    fileprivate func validateRestrictions(_ field: Field) {
        if !Self.isIntOrString(anyOf) {
            for (index, schema) in anyOf.enumerated() { schema.validateAsRestriction(field["anyOf"][index]) }
        }
        for (index, schema) in allOf.enumerated() {
            let isException = index == 0 && Self.isIntOrString(schema.anyOf)
            schema.validateAsRestriction(allowsTypes: isException, field["allOf"][index])
        }
        for (index, schema) in oneOf.enumerated() { schema.validateAsRestriction(field["oneOf"][index]) }
        not?.validateAsRestriction(field["not"])
    }

    private func validateAsRestriction(allowsTypes: Bool = false, _ field: Field) {
        var inner = self
        if allowsTypes { inner.anyOf = [] }
        inner.validateRestrictions(field)
        itemSchema?.validateAsRestriction(field["items"])
        for (name, property) in properties { property.validateAsRestriction(field["properties"].key(name)) }
        let structural: [(name: String, isPresent: Bool)] = [
            ("type", type.isSet), ("additionalProperties", allowsAdditional == true), ("default", `default` != nil),
            ("title", title.isSet), ("description", description.isSet), ("nullable", nullable == true),
            ("x-kubernetes-preserve-unknown-fields", xKubernetesPreserveUnknownFields == true),
            ("x-kubernetes-embedded-resource", xKubernetesEmbeddedResource == true),
            ("x-kubernetes-int-or-string", xKubernetesIntOrString == true),
            ("x-kubernetes-list-map-keys", !xKubernetesListMapKeys.isEmpty),
            ("x-kubernetes-list-type", xKubernetesListType != nil),
            ("x-kubernetes-map-type", xKubernetesMapType != nil),
            ("x-kubernetes-validations", !xKubernetesValidations.isEmpty),
        ]
        for (name, isPresent) in structural where isPresent {
            field[name].forbidden("must not be set here for the schema to be structural")
        }
        if properties["metadata"] != nil {
            field["properties"].key("metadata").forbidden("must not be specified in a nested context")
        }
    }
}

// MARK: - Completeness

/// The schemas of items, each read once however many restrictions speak of it.
private final class ItemSchemas {
    private var known: [String: JSONSchemaProps?] = [:]

    func schema(of structure: JSONSchemaProps, at field: Field) -> JSONSchemaProps? {
        let path = field.path.description
        if let schema = known[path] { return schema }
        let schema = structure.itemSchema
        known[path] = .some(schema)
        return schema
    }
}

extension JSONSchemaProps {
    /// What the restrictions of the schema at `field` speak of, its structure has.
    func validateCompleteness(_ field: Field) { validateRestrictions(completedBy: self, ItemSchemas(), field) }

    private func validateRestrictions(completedBy structure: JSONSchemaProps, _ items: ItemSchemas, _ field: Field) {
        for schema in allOf + anyOf + oneOf { schema.validate(completedBy: structure, items, field) }
        not?.validate(completedBy: structure, items, field)
    }

    private func validate(completedBy structure: JSONSchemaProps?, _ items: ItemSchemas, _ field: Field) {
        guard let structure else { return field.required("a restriction speaks of it") }
        validateRestrictions(completedBy: structure, items, field)
        if let item = itemSchema {
            item.validate(completedBy: items.schema(of: structure, at: field), items, field["items"])
        }
        for (name, property) in properties {
            property.validate(completedBy: structure.properties[name], items, field["properties"].key(name))
        }
    }
}
