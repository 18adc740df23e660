extension ServiceSpec {
    /// Addresses in the cluster, their families, and those of nodes.
    func validateAddresses(_ field: Field) {
        field["externalIPs"].each(externalIPs) { text, field in
            if let address = field.address(text) { field.reachable(address) }
        }
        guard kind != "ExternalName" else { return }
        let list = field["clusterIPs"]
        let first = clusterIP ?? ""
        if first.isEmpty, !clusterIPs.isEmpty { list.invalid("must be empty when clusterIP is not specified") }
        if !first.isEmpty, let other = clusterIPs.first, other != first {
            list.invalid("the first must match clusterIP")
        }
        validateFamilies(field)

        var found: [NetworkAddress?] = []
        for (index, text) in addresses.enumerated() {
            if index == 0, text == "None" {
                if addresses.count > 1 { return list.invalid("None must be the first and only value") }
                return
            }
            found.append(list[index].address(text))
        }
        if addresses.count > 2 { list.invalid("may only hold up to 2 values") }
        let known = found.compactMap { $0 }
        guard known.count == found.count else { return }
        if known.count > 1, Set(known.map(\.family)).count < 2 {
            list.invalid("may specify no more than one address for each family")
        }
        for (index, pair) in zip(known, ipFamilies).enumerated() where pair.0.family.rawValue != pair.1 {
            list[index].invalid("is not of the family that ipFamilies names")
        }
    }

    private func validateFamilies(_ field: Field) {
        var seen: Set<String> = []
        field["ipFamilies"].each(ipFamilies) { family, field in
            field.oneOf(family, ["IPv4", "IPv6"])
            if !seen.insert(family).inserted { field.duplicate() }
        }
        field["ipFamilyPolicy"].oneOf(ipFamilyPolicy, ["PreferDualStack", "RequireDualStack", "SingleStack"])
    }

    /// Addresses that a service keeps: the first of each kind may not change once it is set.
    func validate(replacing old: ServiceSpec, _ field: Field) {
        if kind == "LoadBalancer", old.kind == "LoadBalancer", let loadBalancerClass,
            loadBalancerClass != old.loadBalancerClass
        {
            field["loadBalancerClass"].invalid("may not change once set", remedy: "Restore the old value.")
        }
        guard kind != "ExternalName", old.kind != "ExternalName", !(isHeadless && old.isHeadless) else { return }
        // Addresses that a manifest leaves out are those that the service has.
        if let new = addresses.first, let former = old.addresses.first, new != former {
            field["clusterIPs"][0].invalid("may not change once set", remedy: "Restore the old value.")
        }
        if isHeadless == old.isHeadless, let new = ipFamilies.first, let former = old.ipFamilies.first, new != former {
            field["ipFamilies"][0].invalid("may not change once set", remedy: "Restore the old value.")
        }
    }
}
