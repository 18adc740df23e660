extension Namespace: ValidatedKind {
    static var names: NameSyntax { .dnsLabel }
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        field["spec"]["finalizers"].each(spec?.finalizers ?? []) { name, field in
            if field.syntax(name, .qualifiedName), !name.contains("/"), name != "kubernetes" {
                field.invalid("is neither a standard finalizer nor qualified by a domain")
            }
        }
    }
}
