import OrderedCollections

extension StorageClass: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        if field["provisioner"].requiredText(provisioner) {
            field["provisioner"].syntax(provisioner.lowercased(), .qualifiedName)
        }
        field["parameters"].parameters(parameters)
        field["reclaimPolicy"].oneOf(reclaimPolicy.orDefault("Delete"), ["Delete", "Retain"])
        field["volumeBindingMode"].oneOf(volumeBindingMode ?? "Immediate", ["Immediate", "WaitForFirstConsumer"])
        validateTopologies(field["allowedTopologies"])
    }

    func validate(replacing old: StorageClass, _ field: Field) {
        let detail = "may not be changed"
        if parameters != old.parameters { field["parameters"].forbidden(detail) }
        if provisioner != old.provisioner { field["provisioner"].forbidden(detail) }
        if reclaimPolicy.orDefault("Delete") != old.reclaimPolicy.orDefault("Delete") {
            field["reclaimPolicy"].forbidden(detail)
        }
        field["volumeBindingMode"].immutable(
            volumeBindingMode.orDefault("Immediate"),
            old.volumeBindingMode.orDefault("Immediate")
        )
    }

    /// The server blames a fault of any term at the list as a whole, as if it were a term.
    private func validateTopologies(_ field: Field) {
        var seen: Set<[String: Set<String>]> = []
        for (index, term) in allowedTopologies.enumerated() {
            let expressions = field["matchLabelExpressions"]
            if term.matchLabelExpressions.isEmpty { expressions.required() }
            var values: [String: Set<String>] = [:]
            expressions.each(term.matchLabelExpressions) { expression, field in
                if expression.values.isEmpty { field["values"].required() }
                field["values"].unique(expression.values)
                field["key"].syntax(expression.key, .qualifiedName)
                if values.updateValue(Set(expression.values), forKey: expression.key) != nil {
                    field["key"].duplicate()
                }
            }
            if !seen.insert(values).inserted { field[index]["matchLabelExpressions"].duplicate() }
        }
    }
}

extension VolumeAttributesClass: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        field["driverName"].driverName(driverName)
        if parameters.isEmpty { field["parameters"].required("must have at least one entry") }
        field["parameters"].parameters(parameters)
    }

    func validate(replacing old: VolumeAttributesClass, _ field: Field) {
        if driverName != old.driverName { field["driverName"].forbidden("may not be changed") }
        if parameters != old.parameters { field["parameters"].forbidden("may not be changed") }
    }
}

extension Field {
    /// Parameters for whoever makes volumes: at most 512, and 256 KiB altogether.
    fileprivate func parameters(_ parameters: OrderedDictionary<String, String>) {
        if parameters.count > 512 { return tooLong(512) }
        if parameters.keys.contains("") { invalid("a key must not be empty") }
        let size = parameters.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
        if size > 256 * 1024 { tooLong(256 * 1024) }
    }
}
