extension Lease: ValidatedKind {
    func validate(_ field: Field) {
        field["spec"]["leaseDurationSeconds"].positive(spec?.leaseDurationSeconds)
        field["spec"]["leaseTransitions"].nonNegative(spec?.leaseTransitions)
        if let strategy = spec?.strategy { field["spec"]["strategy"].syntax(strategy, .qualifiedName) }
        if spec?.preferredHolder.isSet == true, !(spec?.strategy.isSet ?? false) {
            field["spec"]["preferredHolder"].forbidden("may only be specified together with strategy")
        }
    }
}
