extension Endpoints: ValidatedKind {
    func validate(_ field: Field) {
        field["subsets"].each(subsets) { subset, field in
            if subset.addresses.isEmpty, subset.notReadyAddresses.isEmpty {
                field.required("must specify addresses or notReadyAddresses")
            }
            field["addresses"].each(subset.addresses) { $0.validate($1) }
            field["notReadyAddresses"].each(subset.notReadyAddresses) { $0.validate($1) }
            field["ports"].each(subset.ports) { port, field in
                if let name = port.name, !name.isEmpty {
                    field["name"].syntax(name, .dnsLabel)
                } else if subset.ports.count > 1 {
                    field["name"].required("is needed when there are several ports")
                }
                field["port"].port(port.port)
                field["protocol"].transportProtocol(port.protocol)
                if let name = port.appProtocol { field["appProtocol"].syntax(name, .qualifiedName) }
            }
        }
    }
}

extension EndpointAddress {
    fileprivate func validate(_ field: Field) {
        if let address = field["ip"].address(ip) { field["ip"].reachable(address) }
        if let hostname, !hostname.isEmpty { field["hostname"].syntax(hostname, .dnsLabel) }
        if let nodeName { field["nodeName"].syntax(nodeName, .dnsSubdomain) }
    }
}
