import YAMLTree

extension DaemonSet: ValidatedKind {
    func validate(_ field: Field) {
        let field = field["spec"]
        spec.selector.validate(selecting: spec.template, isGiven: spec.fields.has("selector"), field)
        spec.template.validate(field["template"])
        spec.template.validateRunsForever(field["template"])
        field["minReadySeconds"].nonNegative(spec.minReadySeconds)
        field["revisionHistoryLimit"].nonNegative(spec.revisionHistoryLimit)
        let strategy = spec.updateStrategy ?? DaemonSetUpdateStrategy()
        switch strategy.type.orDefault("RollingUpdate") {
        case "OnDelete": break
        case "RollingUpdate":
            (strategy.rollingUpdate ?? RollingUpdateDaemonSet()).validate(field["updateStrategy"]["rollingUpdate"])
        default: field["updateStrategy"].notSupported(["OnDelete", "RollingUpdate"])
        }
    }

    func validate(replacing old: DaemonSet, _ field: Field) {
        field["spec"]["selector"].immutable(spec.selector, old.spec.selector)
    }
}
