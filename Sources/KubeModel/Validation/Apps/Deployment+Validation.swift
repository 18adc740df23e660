import YAMLTree

extension Deployment: ValidatedKind {
    func validate(_ field: Field) {
        let field = field["spec"]
        field["replicas"].nonNegative(spec.replicas)
        spec.selector.validate(selecting: spec.template, isGiven: spec.fields.has("selector"), field)
        spec.template.validate(field["template"])
        spec.template.validateRunsForever(field["template"])
        validateStrategy(field["strategy"])
        field["minReadySeconds"].nonNegative(spec.minReadySeconds)
        field["revisionHistoryLimit"].nonNegative(spec.revisionHistoryLimit)
        let deadline = spec.progressDeadlineSeconds ?? 600
        field["progressDeadlineSeconds"].nonNegative(deadline)
        if deadline <= spec.minReadySeconds ?? 0 {
            field["progressDeadlineSeconds"].invalid("must be greater than minReadySeconds")
        }
    }

    private func validateStrategy(_ field: Field) {
        let strategy = spec.strategy ?? DeploymentStrategy()
        switch strategy.type.orDefault("RollingUpdate") {
        case "RollingUpdate": (strategy.rollingUpdate ?? RollingUpdateDeployment()).validate(field["rollingUpdate"])
        case "Recreate":
            if strategy.rollingUpdate != nil {
                field["rollingUpdate"].forbidden("may not be specified when the type is Recreate")
            }
        default: field.notSupported(["Recreate", "RollingUpdate"])
        }
    }

    func validate(replacing old: Deployment, _ field: Field) {
        field["spec"]["selector"].immutable(spec.selector, old.spec.selector)
    }
}

extension ReplicaSet: ValidatedKind {
    func validate(_ field: Field) {
        let field = field["spec"]
        let template = spec.template ?? PodTemplateSpec()
        field["replicas"].nonNegative(spec.replicas)
        field["minReadySeconds"].nonNegative(spec.minReadySeconds)
        spec.selector.validate(selecting: template, isGiven: spec.fields.has("selector"), field)
        template.validate(field["template"])
        template.validateRunsForever(field["template"])
    }

    func validate(replacing old: ReplicaSet, _ field: Field) {
        field["spec"]["selector"].immutable(spec.selector, old.spec.selector)
    }
}
