extension Affinity {
    func validate(_ field: Field) {
        if let nodes = nodeAffinity {
            let field = field["nodeAffinity"]
            nodes.requiredDuringSchedulingIgnoredDuringExecution?.validate(
                field["requiredDuringSchedulingIgnoredDuringExecution"]
            )
            field["preferredDuringSchedulingIgnoredDuringExecution"].each(
                nodes.preferredDuringSchedulingIgnoredDuringExecution
            ) { term, field in
                field["weight"].range(term.weight, 1...100)
                term.preference.validate(allowsInvalidValues: true, field["preference"])
            }
        }
        if let pods = podAffinity {
            field["podAffinity"].podAffinity(
                required: pods.requiredDuringSchedulingIgnoredDuringExecution,
                preferred: pods.preferredDuringSchedulingIgnoredDuringExecution
            )
        }
        if let pods = podAntiAffinity {
            field["podAntiAffinity"].podAffinity(
                required: pods.requiredDuringSchedulingIgnoredDuringExecution,
                preferred: pods.preferredDuringSchedulingIgnoredDuringExecution
            )
        }
    }
}

extension Field {
    fileprivate func podAffinity(required: [PodAffinityTerm], preferred: [WeightedPodAffinityTerm]) {
        self["requiredDuringSchedulingIgnoredDuringExecution"].each(required) { $0.validate($1) }
        self["preferredDuringSchedulingIgnoredDuringExecution"].each(preferred) { term, field in
            field["weight"].range(term.weight, 1...100)
            term.podAffinityTerm.validate(field["podAffinityTerm"])
        }
    }
}

extension PodAffinityTerm {
    fileprivate func validate(_ field: Field) {
        labelSelector?.validate(field["labelSelector"])
        namespaceSelector?.validate(field["namespaceSelector"])
        for name in namespaces { field["namespace"].syntax(name, .dnsLabel) }
        validateKeys(matchLabelKeys, field["matchLabelKeys"])
        validateKeys(mismatchLabelKeys, field["mismatchLabelKeys"])
        let excluded = Set(mismatchLabelKeys)
        for (index, key) in matchLabelKeys.enumerated() where excluded.contains(key) {
            field["matchLabelKeys"][index].invalid("exists in both matchLabelKeys and mismatchLabelKeys")
        }
        if field["topologyKey"].requiredText(topologyKey, "can not be empty") {
            field["topologyKey"].syntax(topologyKey, .qualifiedName)
        }
    }

    private func validateKeys(_ keys: [String], _ field: Field) {
        guard !keys.isEmpty else { return }
        if labelSelector == nil { return field.forbidden("must not be specified when labelSelector is not set") }
        field.each(keys) { $1.syntax($0, .qualifiedName) }
    }
}
