import OrderedCollections

/// What holds for the metadata of every object (`ValidateObjectMeta` of the API server).
extension ObjectMeta {
    /// - Parameters:
    ///   - names: The syntax of the object's name.
    ///   - isNamespaced: Whether the object lives in a namespace.
    ///   - field: The field `metadata`.
    func validate(names: NameSyntax, isNamespaced: Bool, _ field: Field) {
        if let prefix = generateName, !prefix.isEmpty { field["generateName"].syntax(prefix, names.ofPrefix) }
        if let name, !name.isEmpty {
            field["name"].syntax(name, names)
        } else if !generateName.isSet {
            field["name"].required("name or generateName is required")
        }
        if isNamespaced, let namespace, !namespace.isEmpty { field["namespace"].syntax(namespace, .dnsLabel) }
        field["generation"].nonNegative(generation)
        field["labels"].labels(labels)
        field["annotations"].annotations(annotations)
        validateOwners(field["ownerReferences"])
        validateFinalizers(field["finalizers"])
    }

    /// What must stay when an object is replaced.
    func validate(replacing old: ObjectMeta, _ field: Field) {
        field["name"].immutable(name.orDefault(""), old.name.orDefault(""))
        let usual = field.options.namespace
        field["namespace"].immutable(namespace.orDefault(usual), old.namespace.orDefault(usual))
        if uid.isSet { field["uid"].immutable(uid, old.uid ?? uid) }
        if let generation, let former = old.generation, generation < former {
            field["generation"].invalid("must not be decremented")
        }
    }

    private func validateOwners(_ field: Field) {
        var hasController = false
        field.each(ownerReferences) { owner, field in
            let version = GroupVersionKind(apiVersion: owner.apiVersion, kind: owner.kind).version
            if version.isEmpty { field["apiVersion"].invalid("version must not be empty") }
            if owner.kind.isEmpty { field["kind"].invalid("must not be empty") }
            if owner.name.isEmpty { field["name"].invalid("must not be empty") }
            if owner.uid.isEmpty { field["uid"].invalid("must not be empty") }
            guard owner.controller == true else { return }
            if hasController { field["controller"].invalid("only one owner can be the controller") }
            hasController = true
        }
    }

    private func validateFinalizers(_ field: Field) {
        let standard = ["kubernetes", "orphan", "foregroundDeletion"]
        field.each(finalizers) { name, item in
            if !field.syntax(name, .qualifiedName) { return }
            if !name.contains("/"), !standard.contains(name) {
                item.invalid("is neither a standard finalizer nor qualified by a domain")
            }
        }
        if finalizers.contains("orphan"), finalizers.contains("foregroundDeletion") {
            field.invalid("orphan and foregroundDeletion exclude each other")
        }
    }
}

extension Field {
    /// The keys and values of labels. The server blames the map as a whole.
    func labels(_ labels: OrderedDictionary<String, String>) {
        for (name, value) in labels {
            syntax(name, .qualifiedName, "the key \"\(name)\"")
            syntax(value, .labelValue, "the value of \"\(name)\"")
        }
    }

    /// The keys of annotations, and their size altogether.
    func annotations(_ annotations: OrderedDictionary<String, String>) {
        var size = 0
        for (name, value) in annotations {
            syntax(name.lowercased(), .qualifiedName, "the key \"\(name)\"")
            size += name.utf8.count + value.utf8.count
        }
        if size > 256 * 1024 { tooLong(256 * 1024) }
    }
}
