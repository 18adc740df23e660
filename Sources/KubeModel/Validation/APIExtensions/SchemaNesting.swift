import Diagnostics
import YAMLTree

// Some fields of a schema hold a schema or something else, and are kept as trees. Servers read those parts without
// refusing fields that they do not know.
extension JSONSchemaProps {
    /// The schema of the items of a list, if there is exactly one.
    var itemSchema: JSONSchemaProps? { items.flatMap(JSONSchemaProps.nested) }

    /// The schemas of the items of a list by position.
    var itemSchemas: [JSONSchemaProps] { items?.sequence?.compactMap(JSONSchemaProps.nested) ?? [] }

    /// The schema of the values of a map.
    var additionalSchema: JSONSchemaProps? { additionalProperties.flatMap(JSONSchemaProps.nested) }

    /// Whether a mapping may have properties beside those that are named; nil when the schema does not say.
    var allowsAdditional: Bool? {
        additionalProperties.map { $0.mapping != nil || ScalarSchema.kubernetes.bool($0.text ?? "") == true }
    }

    private static func nested(_ node: Node) -> JSONSchemaProps? {
        guard node.mapping != nil else { return nil }
        return JSONSchemaProps(reading: node, ReadingContext(schema: .kubernetes))
    }

    /// Reports what a server cannot decode in the parts that are kept as trees.
    func validateNesting(_ field: Field) {
        field["items"].decodable(items, where: { $0.sequence != nil || $0.mapping != nil || $0.scalar != nil })
        for name in ["additionalProperties", "additionalItems"] {
            let node = name == "additionalItems" ? additionalItems : additionalProperties
            field[name].decodable(node) { node in
                node.mapping != nil
                    || node.scalar.map { ScalarSchema.kubernetes.kind(of: $0, tag: node.tag) == .bool } == true
            }
        }
    }
}

extension Field {
    fileprivate func decodable(_ node: Node?, where hasShape: (Node) -> Bool) {
        guard let node else { return }
        if !hasShape(node) { return invalid("must be a schema") }
        for part in node.sequence ?? [node] where part.mapping != nil || node.sequence != nil {
            let context = ReadingContext(schema: .kubernetes)
            _ = JSONSchemaProps(reading: part, context)
            if let finding = context.findings.first {
                invalid("cannot be read as a schema: \(finding.message) (\(finding.path ?? ""))")
            }
        }
    }
}
