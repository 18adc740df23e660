import YAMLTree

/// The server does not look into the template of a stateful set, because mounts may refer to claims: pods of a faulty one
/// fail later. These rules do as the server does.
extension StatefulSet: ValidatedKind {
    static var names: NameSyntax { .dnsLabel }

    func validate(_ field: Field) {
        let field = field["spec"]
        let policies = ["OrderedReady", "Parallel"]
        if !policies.contains(spec.podManagementPolicy.orDefault(policies[0])) {
            field["podManagementPolicy"].invalid("must be OrderedReady or Parallel")
        }
        validateStrategy(field["updateStrategy"])
        if let policy = spec.persistentVolumeClaimRetentionPolicy {
            let field = field["persistentVolumeClaimRetentionPolicy"]
            field["whenDeleted"].oneOf(policy.whenDeleted.orDefault("Retain"), ["Delete", "Retain"])
            field["whenScaled"].oneOf(policy.whenScaled.orDefault("Retain"), ["Delete", "Retain"])
        }
        field["replicas"].nonNegative(spec.replicas)
        field["minReadySeconds"].nonNegative(spec.minReadySeconds)
        field["ordinals.start"].nonNegative(spec.ordinals?.start)
        spec.selector.validate(selecting: spec.template, isGiven: spec.fields.has("selector"), field)
        if spec.selector.isWellFormed { spec.template.validateMetadata(field["template"]) }
        spec.template.validateRunsForever(field["template"])
    }

    private func validateStrategy(_ field: Field) {
        let strategy = spec.updateStrategy ?? StatefulSetUpdateStrategy()
        switch strategy.type.orDefault("RollingUpdate") {
        case "RollingUpdate": strategy.rollingUpdate?.validate(field["rollingUpdate"])
        case "OnDelete":
            if strategy.rollingUpdate != nil { field["rollingUpdate"].invalid("only allowed for RollingUpdate") }
        default: field.invalid("must be RollingUpdate or OnDelete")
        }
    }

    func validate(replacing old: StatefulSet, _ field: Field) {
        var new = spec
        new.replicas = old.spec.replicas
        new.template = old.spec.template
        new.updateStrategy = old.spec.updateStrategy
        new.minReadySeconds = old.spec.minReadySeconds
        new.ordinals = old.spec.ordinals
        new.persistentVolumeClaimRetentionPolicy = old.spec.persistentVolumeClaimRetentionPolicy
        if field.options.version >= KubernetesVersion(1, 33) {
            new.revisionHistoryLimit = old.spec.revisionHistoryLimit
        }
        field["spec"].kept(
            new,
            old.spec,
            "only replicas, ordinals, template, updateStrategy, persistentVolumeClaimRetentionPolicy and "
                + "minReadySeconds may change",
            remedy: "Delete the stateful set, keeping its pods, and make it anew."
        )
    }
}

extension ControllerRevision: ValidatedKind {
    func validate(_ field: Field) {
        if data == nil { field["data"].required("data is mandatory") }
        field["revision"].nonNegative(revision ?? 0)
    }

    func validate(replacing old: ControllerRevision, _ field: Field) {
        field["data"].immutable(data, old.data)
    }
}
