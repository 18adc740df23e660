import OrderedCollections

extension JSONSchemaProps {
    /// How lists and maps are merged: `x-kubernetes-list-type`, `x-kubernetes-list-map-keys`, `x-kubernetes-map-type`.
    func validateListsAndMaps(_ field: Field) {
        if let xKubernetesMapType {
            field.requiredType(type, "object", for: "x-kubernetes-map-type")
            field["x-kubernetes-map-type"].oneOf(xKubernetesMapType, ["atomic", "granular"])
        }
        if !xKubernetesListMapKeys.isEmpty, xKubernetesListType != "map" {
            let field = field["x-kubernetes-list-type"]
            let detail = "must be map if x-kubernetes-list-map-keys is non-empty"
            if xKubernetesListType == nil { field.required(detail) } else { field.invalid(detail) }
        }
        guard let listType = xKubernetesListType else { return }
        field.requiredType(type, "array", for: "x-kubernetes-list-type")
        field["x-kubernetes-list-type"].oneOf(listType, ["atomic", "set", "map"])
        let item = itemSchema
        if listType == "set", type == "array", let item { item.validateAsMember(field["items"]) }
        if listType == "map" { validateKeys(item, field) }
        if listType == "map" || listType == "set", item?.nullable == true {
            field["items"]["nullable"].forbidden("the items of a \(listType) cannot be null")
        }
    }

    /// The items of a set are compared as wholes.
    private func validateAsMember(_ field: Field) {
        let detail = "must be atomic for the items of a set"
        if type == "array", let xKubernetesListType, xKubernetesListType != "atomic" {
            field["x-kubernetes-list-type"].invalid(detail)
        }
        if type == "object", xKubernetesMapType != "atomic" { field["x-kubernetes-map-type"].invalid(detail) }
    }

    private func validateKeys(_ item: JSONSchemaProps?, _ field: Field) {
        let keys = field["x-kubernetes-list-map-keys"]
        if xKubernetesListMapKeys.isEmpty { keys.required("must not be empty if the list is a map") }
        if items == nil { field["items"].required("must have a schema if the list is a map") }
        guard let item else {
            if items != nil { field["items"].invalid("must have one schema if the list is a map") }
            return
        }
        if item.type != "object" { return field["items"]["type"].invalid("must be object if the list is a map") }
        var seen: Set<String> = []
        for key in xKubernetesListMapKeys {
            if !seen.insert(key).inserted { keys.invalid("must not contain duplicates") }
            guard let property = item.properties[key] else {
                keys.invalid("must all be names of properties of the items")
                continue
            }
            let field = field["items"]["properties"].key(key)
            if property.type == "array" || property.type == "object" {
                field["type"].invalid("must be a scalar type, because it is a key of the list")
            }
            if !item.required.contains(key), property.default == nil {
                field["default"].required("a key of the list must have a default, or be required")
            }
            if property.nullable == true { field["nullable"].forbidden("a key of the list cannot be null") }
        }
    }
}

extension Field {
    /// The schema of this field has a type that a mark needs.
    func requiredType(_ type: String?, _ wanted: String, for mark: String) {
        guard type != wanted else { return }
        let detail = "must be \(wanted) if \(mark) is specified"
        if type.isSet { self["type"].invalid(detail) } else { self["type"].required(detail) }
    }
}
