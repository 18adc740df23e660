/// A kind that the API server has rules for.
///
/// Rules look at typed values and mirror the server's: the defaults that it fills in before it validates are applied by
/// the rules themselves (`protocol.orDefault("TCP")`). A list item or map value that is null has been read as the empty
/// value of its type, as the server reads it.
protocol ValidatedKind: KubernetesObject {
    /// The syntax of names.
    static var names: NameSyntax { get }

    /// Whether objects live in namespaces. The server ignores the namespace of others.
    static var isNamespaced: Bool { get }

    /// Whether objects have names. Those that the server only answers, and does not store, have none.
    static var isNamed: Bool { get }

    /// What holds beyond the metadata; `field` is the object.
    func validate(_ field: Field)

    /// What holds in addition when the object takes the place of another: fields that must not change.
    func validate(replacing old: Self, _ field: Field)
}

extension ValidatedKind {
    static var names: NameSyntax { .dnsSubdomain }
    static var isNamespaced: Bool { true }
    static var isNamed: Bool { true }
    func validate(replacing old: Self, _ field: Field) {}
}

extension ValidatedKind {
    /// All rules: those of the metadata, those of the kind, and those about changes if there is an old object.
    func validateAll(replacing old: (any KubernetesObject)?, _ field: Field) {
        if Self.isNamed { metadata.validate(names: Self.names, isNamespaced: Self.isNamespaced, field["metadata"]) }
        validate(field)
        guard let old = old as? Self else { return }
        metadata.validate(replacing: old.metadata, field["metadata"])
        validate(replacing: old, field)
    }
}
