import OrderedCollections

extension EndpointSlice: ValidatedKind {
    func validate(_ field: Field) {
        field["addressType"].requiredOneOf(addressType, ["FQDN", "IPv4", "IPv6"])
        if endpoints.count > 1000 { return field["endpoints"].tooMany(1000) }
        field["endpoints"].each(endpoints) { endpoint, field in endpoint.validate(addressType, field) }
        if ports.count > 20_000 { return field["ports"].tooMany(20_000) }
        var names: Set<String> = []
        field["ports"].each(ports) { port, field in
            let name = port.name ?? ""
            if !names.insert(name).inserted { field["name"].duplicate() }
            if !name.isEmpty { field["name"].syntax(name, .dnsLabel) }
            field["protocol"].oneOf(port.protocol.orDefault("TCP"), ["TCP", "UDP", "SCTP"])
            if let port = port.port { field["port"].port(port) }
            if let appProtocol = port.appProtocol { field["appProtocol"].syntax(appProtocol, .qualifiedName) }
        }
    }

    func validate(replacing old: EndpointSlice, _ field: Field) {
        field["addressType"].immutable(addressType, old.addressType)
    }
}

extension Endpoint {
    fileprivate func validate(_ type: String, _ field: Field) {
        if addresses.isEmpty { field["addresses"].required("must have at least one address") }
        if addresses.count > 100 { field["addresses"].tooMany(100) }
        field["addresses"].each(addresses) { text, field in
            guard let family = NetworkAddress.Family(rawValue: type) else {
                if type == "FQDN" { field.syntax(text, .domainName) }
                return
            }
            guard let address = field.address(text) else { return }
            if address.family != family { return field.invalid("must be an address of \(type)") }
            field.reachable(address)
        }
        if let nodeName { field["nodeName"].syntax(nodeName, .dnsSubdomain) }
        field["deprecatedTopology"].labels(deprecatedTopology)
        if deprecatedTopology.count > 16 { field["deprecatedTopology"].tooMany(16) }
        if deprecatedTopology[WellKnownLabel.hostname] != nil {
            field["deprecatedTopology"].key(WellKnownLabel.hostname).invalid("belongs into nodeName")
        }
        if let hostname { field["hostname"].syntax(hostname, .dnsLabel) }
        for (name, hints) in [("forZones", hints?.forZones.map(\.name)), ("forNodes", hints?.forNodes.map(\.name))] {
            let field = field["hints"][name]
            guard let hints else { continue }
            if hints.count > 8 { field.tooMany(8) }
            field.each(hints) { hint, field in
                field["name"].requiredSyntax(hint, name == "forZones" ? .labelValue : .dnsSubdomain)
            }
            field.uniqueNames(hints)
        }
    }
}
