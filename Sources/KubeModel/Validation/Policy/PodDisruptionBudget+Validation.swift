extension PodDisruptionBudget: ValidatedKind {
    static var names: NameSyntax { .pathSegment }

    func validate(_ field: Field) {
        let field = field["spec"]
        guard let spec else { return }
        if spec.minAvailable != nil, spec.maxUnavailable != nil {
            field.invalid("minAvailable and maxUnavailable exclude each other")
        }
        for (name, bound) in [("minAvailable", spec.minAvailable), ("maxUnavailable", spec.maxUnavailable)] {
            field[name].nonNegative(bound)
            field[name].atMostAll(bound)
        }
        spec.selector?.validate(field["selector"])
        field["unhealthyPodEvictionPolicy"].oneOf(
            spec.unhealthyPodEvictionPolicy,
            ["IfHealthyBudget", "AlwaysAllow"]
        )
    }
}
