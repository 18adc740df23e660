import OrderedCollections

extension JSONSchemaProps {
    /// Defaults are values that their own schema accepts.
    func validateDefaults(_ field: Field) {
        if let value = `default` {
            let field = field["default"]
            var check = SchemaCheck()
            if check.hasUnknownFields(value, of: self) {
                field.invalid("must not have fields that the schema does not name")
            }
            check.check(value, against: self, at: "")
            for fault in check.faults { (fault.path.isEmpty ? field : field[fault.path]).report(fault) }
        }
        itemSchema?.validateDefaults(field["items"])
        for (name, property) in properties { property.validateDefaults(field["properties"].key(name)) }
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
