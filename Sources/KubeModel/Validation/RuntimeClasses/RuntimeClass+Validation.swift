import OrderedCollections

extension RuntimeClass: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        field["handler"].syntax(handler, .dnsLabel)
        for (name, quantity) in overhead?.podFixed ?? [:] {
            field["overhead"]["podFixed"].key(name).nonNegative(quantity)
        }
        if let scheduling { field["scheduling"]["nodeSelector"].labels(scheduling.nodeSelector) }
    }

    func validate(replacing old: RuntimeClass, _ field: Field) { field["handler"].immutable(handler, old.handler) }
}
