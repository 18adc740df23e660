import OrderedCollections
import YAMLTree

extension CustomResourceDefinitionVersion {
    func validateDeprecation(_ field: Field) {
        guard let deprecationWarning else { return }
        if deprecated != true { field.invalid("can only be set for deprecated versions") }
        if deprecationWarning.utf8.count > 256 { field.invalid("must be no more than 256 bytes") }
        if deprecationWarning.isEmpty { field.invalid("must not be empty") }
        if deprecationWarning.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            field.invalid("must have only printable characters")
        }
    }

    func validateScale(_ field: Field) {
        guard let scale = subresources?.scale else { return }
        let field = field["subresources"]["scale"]
        field["specReplicasPath"].jsonPath(scale.specReplicasPath, below: [".spec."])
        field["statusReplicasPath"].jsonPath(scale.statusReplicasPath, below: [".status."])
        if let path = scale.labelSelectorPath, !path.isEmpty {
            field["labelSelectorPath"].jsonPath(path, below: [".spec.", ".status."])
        }
    }

    func validateColumns(_ field: Field) {
        field["additionalPrinterColumns"].each(additionalPrinterColumns) { column, field in
            field["name"].requiredText(column.name)
            let types = ["boolean", "date", "integer", "number", "string"]
            if field["type"].requiredText(column.type), !types.contains(column.type) {
                field["type"].invalid("must be one of \(types.joined(separator: ", "))")
            }
            let formats = ["byte", "date", "date-time", "double", "float", "int32", "int64", "password"]
            if let format = column.format, !format.isEmpty, !formats.contains(format) {
                field["format"].invalid("must be one of \(formats.joined(separator: ", "))")
            }
            field["JSONPath"].jsonPath(column.jsonPath, below: ["."])
        }
    }

    func validateSelectableFields(_ field: Field) {
        guard !selectableFields.isEmpty else { return }
        let field = field["selectableFields"]
        guard let schema = schema?.openAPIV3Schema else { return field.invalid("may only be set with a schema") }
        if Set(selectableFields.map(\.jsonPath)).count > 8 { return field.tooMany(8) }
        var seen: Set<String> = []
        field.each(selectableFields) { selectable, field in
            let field = field["jsonPath"]
            guard field.requiredText(selectable.jsonPath) else { return }
            let names = selectable.jsonPath.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard names.count > 1, names[0].isEmpty else { return field.invalid("must be a path that begins with '.'") }
            if names[1] == "metadata" { field.invalid("must not point to fields in metadata") }
            var target: JSONSchemaProps? = schema
            for name in names.dropFirst() { target = target?.properties[name] ?? target?.additionalSchema }
            if target == nil {
                field.invalid("must be the path of a field of the schema")
            } else if !["string", "boolean", "integer"].contains(target?.type) {
                field.invalid("must point to a string, a Boolean or an integer")
            }
            if !seen.insert(selectable.jsonPath).inserted { field.duplicate() }
        }
    }
}

extension Field {
    /// A simple JSON path below one of several parts of an object.
    fileprivate func jsonPath(_ path: String, below prefixes: [String]) {
        guard requiredText(path) else { return }
        if !path.hasPrefix(".") {
            invalid("must be a simple JSON path that begins with '.'")
        } else if !prefixes.contains(where: path.hasPrefix) {
            invalid("must be a JSON path below \(prefixes.joined(separator: " or "))")
        }
    }
}
