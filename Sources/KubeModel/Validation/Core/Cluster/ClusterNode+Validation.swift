extension ClusterNode: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        // The server blames the taints at the metadata.
        var seen: Set<[String]> = []
        field["metadata"]["taints"].each(spec?.taints ?? []) { taint, field in
            field["key"].syntax(taint.key, .qualifiedName)
            field["value"].syntax(taint.value ?? "", .labelValue)
            field["effect"].requiredOneOf(taint.effect, ["NoExecute", "NoSchedule", "PreferNoSchedule"])
            if !seen.insert([taint.key, taint.effect]).inserted {
                field.duplicate("taints must differ by key or effect")
            }
        }
        let field = field["spec"]["podCIDRs"]
        let blocks = spec?.podCIDRs ?? []
        field.each(blocks) { $1.cidr($0) }
        guard blocks.count > 1 else { return }
        if blocks.count > 2 || Set(blocks.compactMap { AddressBlock($0)?.address.family }).count < 2 {
            field.invalid("may specify no more than one block for each family")
        }
        field.unique(blocks)
    }

    func validate(replacing old: ClusterNode, _ field: Field) {
        let (new, former) = (spec ?? NodeSpec(), old.spec ?? NodeSpec())
        let remedy = "Restore the old value."
        if !former.podCIDRs.isEmpty, new.podCIDRs != former.podCIDRs {
            field["spec"]["podCIDRs"].forbidden("may not change once set", remedy: remedy)
        }
        if former.providerID.isSet, new.providerID != former.providerID {
            field["spec"]["providerID"].forbidden("may not change once set", remedy: remedy)
        }
    }
}
