import OrderedCollections
import YAMLTree

extension JSONSchemaProps {
    /// The rules for the schema of a version.
    func validateAsRoot(hasStatus: Bool, _ field: Field) {
        if hasStatus { validateWithStatus(field) }
        if nullable == true { field["nullable"].forbidden("cannot be true at the root") }
        var traits = SchemaTraits()
        validateOpenAPI(SchemaPosition(isRoot: true), field, &traits)
        guard !traits.hasUnsupportedFields else { return }
        let findings = field.report.findings.count
        validateStructure(.root, field)
        validateCompleteness(field)
        if field.report.findings.count == findings { validateDefaults(field) }
    }

    /// With a status of its own, the root of the schema can say little beside its properties.
    private func validateWithStatus(_ field: Field) {
        if type.isSet, type != "object" {
            return field["type"].invalid("must be object when the status is a subresource")
        }
        let others: [Bool] = [
            id.isSet, schema.isSet, ref != nil, nullable == true, `default` != nil, !`enum`.isEmpty,
            maxProperties != nil, minProperties != nil, !allOf.isEmpty, !oneOf.isEmpty, !anyOf.isEmpty, not != nil,
            additionalProperties != nil, !patternProperties.isEmpty, !dependencies.isEmpty, additionalItems != nil,
            !definitions.isEmpty, xKubernetesEmbeddedResource == true, xKubernetesIntOrString == true,
            !xKubernetesListMapKeys.isEmpty, xKubernetesListType != nil, xKubernetesMapType != nil,
        ]
        if others.contains(true) {
            field.invalid("has fields that are not allowed at the root when the status is a subresource")
        }
    }
}

/// Where in the schema of an object a schema stands.
struct SchemaPosition {
    var isRoot = false
    /// Whether it describes a part of the metadata, in which nothing can be defaulted.
    var isInMetadata = false
    var allowsDefaults = true
}

/// What a schema has that later rules depend on.
struct SchemaTraits {
    /// Whether there are fields of JSON schema that the API does not support; the schema cannot be structural then.
    var hasUnsupportedFields = false
}

extension JSONSchemaProps {
    fileprivate static let metaFields = ["metadata", "kind", "apiVersion"]

    /// The rules for a schema by itself, wherever it stands.
    fileprivate func validateOpenAPI(_ position: SchemaPosition, _ field: Field, _ traits: inout SchemaTraits) {
        validateNesting(field)
        validateSupport(position, field, &traits)
        if uniqueItems == true { field["uniqueItems"].forbidden("cannot be true: the comparison takes too long") }
        if !properties.isEmpty, allowsAdditional == false || additionalSchema != nil {
            field["additionalProperties"].forbidden("additionalProperties and properties exclude each other")
        }
        if xKubernetesPreserveUnknownFields == false {
            field["x-kubernetes-preserve-unknown-fields"].invalid("must be true or undefined")
            traits.hasUnsupportedFields = true
        }
        validateListsAndMaps(field)
        validateExpressions(field["x-kubernetes-validations"])
        visitParts(position, field, &traits)
    }

    private func visitParts(_ position: SchemaPosition, _ field: Field, _ traits: inout SchemaTraits) {
        var inner = SchemaPosition(isInMetadata: position.isInMetadata, allowsDefaults: position.allowsDefaults)
        for (name, property) in properties {
            var inner = inner
            if position.isRoot || xKubernetesEmbeddedResource == true, Self.metaFields.contains(name) {
                inner.isInMetadata = true
                if position.isRoot { inner.allowsDefaults = false }
            }
            property.validateOpenAPI(inner, field["properties"].key(name), &traits)
        }
        itemSchema?.validateOpenAPI(inner, field["items"], &traits)
        not?.validateOpenAPI(inner, field["not"], &traits)
        for (name, schemas) in [("allOf", allOf), ("anyOf", anyOf), ("oneOf", oneOf), ("items", itemSchemas)] {
            for (index, schema) in schemas.enumerated() { schema.validateOpenAPI(inner, field[name][index], &traits) }
        }
        if position.isInMetadata { inner.allowsDefaults = false }
        additionalSchema?.validateOpenAPI(inner, field["additionalProperties"], &traits)
    }

    private func validateSupport(_ position: SchemaPosition, _ field: Field, _ traits: inout SchemaTraits) {
        if let type, !type.isEmpty {
            field["type"].oneOf(type, ["array", "boolean", "integer", "number", "object", "string"])
            if type == "null" { field["type"].forbidden("cannot be null", remedy: "Use nullable.") }
        }
        if `default` != nil, !position.allowsDefaults { field["default"].forbidden("must not be set here") }
        let unsupported: [(name: String, isPresent: Bool)] = [
            ("id", id.isSet), ("additionalItems", additionalItems != nil),
            ("patternProperties", !patternProperties.isEmpty), ("definitions", !definitions.isEmpty),
            ("dependencies", !dependencies.isEmpty), ("$ref", ref != nil), ("items", items?.sequence?.isEmpty == false),
        ]
        for (name, isPresent) in unsupported where isPresent {
            field[name].forbidden("is not supported")
            traits.hasUnsupportedFields = true
        }
        if schema.isSet {
            field["$schema"].invalid("is not supported")
            traits.hasUnsupportedFields = true
        }
        if position.isInMetadata, xKubernetesEmbeddedResource == true {
            field["x-kubernetes-embedded-resource"].forbidden("must not be used inside of metadata")
        }
    }

    private func validateExpressions(_ field: Field) {
        field.each(xKubernetesValidations) { rule, field in
            let message = rule.message ?? ""
            let isBlank = message.allSatisfy(\.isWhitespace)
            if rule.rule.allSatisfy(\.isWhitespace) {
                field["rule"].required("a rule is required")
            } else if !message.isEmpty, isBlank {
                field["message"].invalid("must be non-empty if specified")
            } else if message.trimmed.contains(where: \.isNewline) {
                field["message"].invalid("must not contain line breaks")
            } else if isBlank, rule.rule.trimmed.contains(where: \.isNewline) {
                field["message"].required("must be specified if the rule contains line breaks")
            }
            if let expression = rule.messageExpression, !expression.isEmpty, expression.allSatisfy(\.isWhitespace) {
                field["messageExpression"].required("must be non-empty if specified")
            }
            field["reason"].oneOf(
                rule.reason,
                ["FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired"]
            )
            guard let path = rule.fieldPath, !path.isEmpty else { return }
            if path.allSatisfy(\.isWhitespace) { field["fieldPath"].invalid("must be non-empty if specified") }
            if path.contains(where: \.isNewline) { field["fieldPath"].invalid("must not contain line breaks") }
            if !path.hasPrefix("."), !path.hasPrefix("[") { field["fieldPath"].invalid("must be a path of the schema") }
        }
    }
}

extension String {
    fileprivate var trimmed: Substring {
        let head = drop(while: \.isWhitespace)
        return head[..<(head.lastIndex { !$0.isWhitespace }.map { head.index(after: $0) } ?? head.startIndex)]
    }
}
