extension IPAddress: ValidatedKind {
    static var isNamespaced: Bool { false }
    /// The name of an address is the address itself, as short as it can be written.
    static var names: NameSyntax {
        NameSyntax { NetworkAddress($0) == nil ? "must be a valid IP address" : nil }
    }

    func validate(_ field: Field) {
        let field = field["spec"]["parentRef"]
        let parent = spec.parentRef
        if let group = parent.group, !group.isEmpty { field["group"].syntax(group, .dnsSubdomain) }
        field["resource"].requiredSyntax(parent.resource, .pathSegment)
        field["name"].requiredSyntax(parent.name, .pathSegment)
        if let namespace = parent.namespace, !namespace.isEmpty { field["namespace"].syntax(namespace, .pathSegment) }
    }

    func validate(replacing old: IPAddress, _ field: Field) {
        field["spec"]["parentRef"].immutable(spec.parentRef, old.spec.parentRef)
    }
}

extension ServiceCIDR: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        let field = field["spec"]["cidrs"]
        let cidrs = spec?.cidrs ?? []
        if cidrs.isEmpty { return field.required("at least one block of addresses is required") }
        if cidrs.count > 2 { return field.invalid("may hold only a block of each IP family") }
        var families: [NetworkAddress.Family] = []
        field.each(cidrs) { text, field in
            guard let block = field.cidr(text) else { return }
            if block.firstBits != block.address.bits { field.invalid("must begin with the first address of the block") }
            families.append(block.address.family)
        }
        if families.count == 2, families[0] == families[1] {
            field.invalid("must hold blocks of different IP families")
        }
    }

    func validate(replacing old: ServiceCIDR, _ field: Field) {
        field["spec"]["cidrs"].immutable(spec?.cidrs ?? [], old.spec?.cidrs ?? [])
    }
}
