import OrderedCollections
import YAMLTree

extension JSONSchemaProps {
    /// Defaults are values that their own schema accepts.
    func validateDefaults(_ field: Field) {
        if let value = `default` {
            let field = field["default"]
            if hasUnknownFields(value) { field.invalid("must not have fields that the schema does not name") }
            var check = SchemaCheck()
            check.check(value, against: self, at: "")
            for fault in check.faults { (fault.path.isEmpty ? field : field[fault.path]).report(fault) }
        }
        itemSchema?.validateDefaults(field["items"])
        for (name, property) in properties { property.validateDefaults(field["properties"].key(name)) }
    }

    /// Whether a server would drop a part of the value.
    private func hasUnknownFields(_ value: Node) -> Bool {
        if xKubernetesPreserveUnknownFields == true, properties.isEmpty { return false }
        switch value.content {
        case .mapping(let mapping):
            let additional = additionalSchema
            return mapping.entries.contains { entry in
                if let property = properties[entry.name] { return property.hasUnknownFields(entry.value) }
                if let additional { return additional.hasUnknownFields(entry.value) }
                if xKubernetesEmbeddedResource == true, ["apiVersion", "kind", "metadata"].contains(entry.name) {
                    return false
                }
                return xKubernetesPreserveUnknownFields != true && allowsAdditional != true
            }
        case .sequence(let items):
            guard let item = itemSchema else { return false }
            return items.contains(where: item.hasUnknownFields)
        case .scalar: return false
        }
    }
}

extension Field {
    fileprivate func report(_ fault: SchemaCheck.Fault) {
        switch fault.kind {
        case .missing: required()
        case .unsupported(let values): notSupported(values)
        case .invalid(let detail): invalid(detail)
        }
    }
}
