extension Namespace: ValidatedKind {
    static var names: NameSyntax { .dnsLabel }
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        // The server leaves the place in the list out of the path.
        let list = field["spec"]["finalizers"]
        for name in spec?.finalizers ?? [] {
            if list.syntax(name, .qualifiedName), !name.contains("/"), name != "kubernetes" {
                list.invalid("is neither a standard finalizer nor qualified by a domain")
            }
        }
    }
}
