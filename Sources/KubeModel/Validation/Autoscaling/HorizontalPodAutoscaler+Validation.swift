import YAMLTree

extension HorizontalPodAutoscaler: ValidatedKind {
    func validate(_ field: Field) {
        let field = field["spec"]
        field.replicaBounds(spec.minReplicas, spec.maxReplicas)
        field["scaleTargetRef"].scaleTarget(kind: spec.scaleTargetRef.kind, name: spec.scaleTargetRef.name)
        field["metrics"].each(spec.metrics) { metric, field in metric.validate(field) }
        spec.behavior?.scaleUp?.validate(field["behavior"]["scaleUp"])
        spec.behavior?.scaleDown?.validate(field["behavior"]["scaleDown"])
    }
}

extension HorizontalPodAutoscalerV1: ValidatedKind {
    /// The server validates the newer form, in which the target is that of a metric.
    func validate(_ field: Field) {
        let field = field["spec"]
        field.replicaBounds(spec.minReplicas, spec.maxReplicas)
        field["scaleTargetRef"].scaleTarget(kind: spec.scaleTargetRef.kind, name: spec.scaleTargetRef.name)
        field["metrics"][0]["resource"]["target"]["averageUtilization"].positive(spec.targetCPUUtilizationPercentage)
    }
}

extension Scale: ValidatedKind {
    func validate(_ field: Field) { field["spec"]["replicas"].nonNegative(spec?.replicas) }
}

extension Field {
    fileprivate func replicaBounds(_ minimum: Int?, _ maximum: Int) {
        if let minimum, minimum < 1 { self["minReplicas"].invalid("must be greater than or equal to 1") }
        self["maxReplicas"].positive(maximum)
        if maximum < minimum ?? 1 { self["maxReplicas"].invalid("must be greater than or equal to minReplicas") }
    }

    /// A reference to an object by its kind and name.
    func scaleTarget(kind: String, name: String) {
        self["kind"].requiredSyntax(kind, .pathSegment)
        self["name"].requiredSyntax(name, .pathSegment)
    }
}

extension HPAScalingRules {
    fileprivate func validate(_ field: Field) {
        if let window = stabilizationWindowSeconds {
            field["stabilizationWindowSeconds"].nonNegative(window)
            if window > 3600 { field["stabilizationWindowSeconds"].invalid("must be less than or equal to 3600") }
        }
        field["selectPolicy"].oneOf(selectPolicy, ["Max", "Min", "Disabled"])
        if let tolerance { field["tolerance"].nonNegative(tolerance) }
        // Without the list, the server has policies of its own.
        if policies.isEmpty, fields.mapping?["policies"]?.sequence != nil {
            field["policies"].required("at least one policy must be specified")
        }
        field["policies"].each(policies) { policy, field in
            field["type"].oneOf(policy.type, ["Percent", "Pods"])
            field["value"].positive(policy.value)
            field["periodSeconds"].positive(policy.periodSeconds)
            if policy.periodSeconds > 1800 { field["periodSeconds"].invalid("must be less than or equal to 1800") }
        }
    }
}
