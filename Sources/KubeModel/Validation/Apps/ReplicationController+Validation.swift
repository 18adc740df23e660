import OrderedCollections

extension ReplicationController: ValidatedKind {
    func validate(_ field: Field) {
        let field = field["spec"]
        let spec = spec ?? ReplicationControllerSpec()
        let labels = spec.template?.metadata?.labels ?? [:]
        let selector = spec.selector.isEmpty ? labels : spec.selector
        field["minReadySeconds"].nonNegative(spec.minReadySeconds)
        if selector.isEmpty { field["selector"].required("a selector is required") }
        field["replicas"].nonNegative(spec.replicas)
        guard let template = spec.template else { return field["template"].required() }
        if !selector.allSatisfy({ labels[$0.key] == $0.value }) {
            field["template"]["metadata"]["labels"].invalid(
                "the selector does not match the labels of the template",
                remedy: "Give the template the labels that the selector names."
            )
        }
        template.validate(field["template"])
        template.validateRunsForever(field["template"])
    }
}
