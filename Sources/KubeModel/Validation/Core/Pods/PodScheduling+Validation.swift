import OrderedCollections

extension PodSpec {
    func validateScheduling(_ field: Field) {
        field["nodeSelector"].labels(nodeSelector)
        affinity?.validate(field["affinity"])
        field["tolerations"].each(tolerations) { $0.validate($1) }
        var gates: Set<String> = []
        field["schedulingGates"].each(schedulingGates) { gate, field in
            field.syntax(gate.name, .qualifiedName)
            if !gates.insert(gate.name).inserted { field.duplicate() }
        }
        // Of constraints of one kind, the server blames all but the last.
        var kinds: Set<[String]> = []
        for (index, constraint) in topologySpreadConstraints.enumerated().reversed() {
            let field = field["topologySpreadConstraints"][index]
            constraint.validate(field)
            if !kinds.insert([constraint.topologyKey, constraint.whenUnsatisfiable]).inserted {
                field["{topologyKey, whenUnsatisfiable}"].duplicate()
            }
        }
    }
}

extension Toleration {
    func validate(_ field: Field) {
        if let key, !key.isEmpty { field["key"].syntax(key, .qualifiedName) }
        if !key.isSet, `operator` != "Exists" { field["operator"].invalid("must be Exists when key is empty") }
        if tolerationSeconds != nil, effect != "NoExecute" {
            field["effect"].invalid("must be NoExecute when tolerationSeconds is set")
        }
        switch `operator`.orDefault("Equal") {
        case "Equal": field["operator"].syntax(value ?? "", .labelValue, "the value")
        case "Exists": if value.isSet { field["operator"].invalid("value must be empty when the operator is Exists") }
        default: field["operator"].notSupported(["Equal", "Exists"])
        }
        if let effect, !effect.isEmpty {
            field["effect"].oneOf(effect, ["NoExecute", "NoSchedule", "PreferNoSchedule"])
        }
    }
}

extension TopologySpreadConstraint {
    fileprivate func validate(_ field: Field) {
        field["maxSkew"].positive(maxSkew)
        field["topologyKey"].requiredText(topologyKey, "can not be empty")
        field["whenUnsatisfiable"].oneOf(whenUnsatisfiable, ["DoNotSchedule", "ScheduleAnyway"])
        if let minDomains {
            field["minDomains"].positive(minDomains)
            if whenUnsatisfiable != "DoNotSchedule" {
                field["minDomains"].invalid("can only be used when whenUnsatisfiable is DoNotSchedule")
            }
        }
        field["nodeAffinityPolicy"].oneOf(nodeAffinityPolicy, ["Honor", "Ignore"])
        field["nodeTaintsPolicy"].oneOf(nodeTaintsPolicy, ["Honor", "Ignore"])
        if !matchLabelKeys.isEmpty {
            if labelSelector == nil {
                field["matchLabelKeys"].forbidden("must not be specified when labelSelector is not set")
            }
            let selected = labelSelector?.keys ?? []
            field["matchLabelKeys"].each(matchLabelKeys) { key, field in
                field.syntax(key, .qualifiedName)
                if selected.contains(key) { field.invalid("exists in both matchLabelKeys and labelSelector") }
            }
        }
        labelSelector?.validate(field["labelSelector"])
    }
}

extension LabelSelector {
    /// The labels that the selector looks at.
    var keys: Set<String> { Set(matchLabels.keys).union(matchExpressions.map(\.key)) }
}
