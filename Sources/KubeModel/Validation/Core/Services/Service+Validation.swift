import OrderedCollections

extension Service: ValidatedKind {
    static var names: NameSyntax { .dns1035Label }

    func validate(_ field: Field) {
        let spec = spec ?? ServiceSpec()
        let annotations = field["metadata"]["annotations"]
        let mode = "service.kubernetes.io/topology-mode"
        if let hints = metadata.annotations["service.kubernetes.io/topology-aware-hints"],
            let value = metadata.annotations[mode], value != hints
        {
            annotations.key(mode).invalid("must match the annotation service.kubernetes.io/topology-aware-hints")
        }
        let field = field["spec"]
        let kind = spec.kind
        if field["type"].oneOf(kind, ServiceSpec.kinds), kind == "ExternalName" {
            spec.validateExternalName(field)
        } else if spec.isHeadless, kind == "NodePort" || kind == "LoadBalancer" {
            field["clusterIPs"][0].invalid("may not be None for services of this type")
        }
        spec.validatePorts(field)
        field["selector"].labels(spec.selector)
        spec.validateAffinity(field)
        spec.validateAddresses(field)
        spec.validateBalancing(annotations: metadata.annotations, annotations, field)
        spec.validateTraffic(field)
    }

    func validate(replacing old: Service, _ field: Field) {
        (spec ?? ServiceSpec()).validate(replacing: old.spec ?? ServiceSpec(), field["spec"])
    }
}

extension ServiceSpec {
    fileprivate static let kinds = ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"]

    /// The type.
    var kind: String { type.orDefault("ClusterIP") }

    /// The addresses: the older field stands for the first of the newer.
    var addresses: [String] {
        if let clusterIP, !clusterIP.isEmpty, clusterIPs.isEmpty { [clusterIP] } else { clusterIPs }
    }

    /// Whether there is no address, so that names resolve to pods.
    var isHeadless: Bool { addresses == ["None"] }

    fileprivate func validateExternalName(_ field: Field) {
        let reason = "may not be set for ExternalName services"
        if !addresses.isEmpty { field["clusterIPs"].forbidden(reason) }
        if !ipFamilies.isEmpty { field["ipFamilies"].forbidden(reason) }
        if ipFamilyPolicy != nil { field["ipFamilyPolicy"].forbidden(reason) }
        let name = externalName ?? ""
        field["externalName"].requiredSyntax(name.hasSuffix(".") ? String(name.dropLast()) : name, .dnsSubdomain)
    }

    fileprivate func validateAffinity(_ field: Field) {
        let affinity = sessionAffinity.orDefault("None")
        field["sessionAffinity"].oneOf(affinity, ["ClientIP", "None"])
        // A configuration without affinity is dropped by the server.
        guard affinity == "ClientIP", let timeout = sessionAffinityConfig?.clientIP?.timeoutSeconds else { return }
        if !(1...86400 ~= timeout) {
            field["sessionAffinityConfig"]["clientIP"]["timeoutSeconds"].invalid(
                "must be greater than 0 and not more than 86400"
            )
        }
    }

    fileprivate func validatePorts(_ spec: Field) {
        struct Port: Hashable {
            let `protocol`: String
            let number: Int
        }
        let field = spec["ports"]
        if ports.isEmpty, !isHeadless, kind != "ExternalName" { field.required("at least one port is required") }
        var (names, nodePorts, numbers): (Set<String>, Set<Port>, Set<Port>) = ([], [], [])
        field.each(ports) { port, field in
            port.validate(needsName: ports.count > 1, field)
            if let name = port.name, !name.isEmpty, !names.insert(name).inserted { field["name"].duplicate() }
            let `protocol` = port.protocol.orDefault("TCP")
            if let number = port.nodePort, number != 0 {
                if kind == "ClusterIP" {
                    field["nodePort"].forbidden("may not be used when the type is ClusterIP")
                }
                if !nodePorts.insert(Port(protocol: `protocol`, number: number)).inserted {
                    field["nodePort"].duplicate()
                }
            }
            if !numbers.insert(Port(protocol: `protocol`, number: port.port)).inserted {
                field.duplicate("the port occurs more than once")
            }
        }
    }
}

extension ServicePort {
    fileprivate func validate(needsName: Bool, _ field: Field) {
        if let name, !name.isEmpty {
            field["name"].syntax(name, .dnsLabel)
        } else if needsName {
            field["name"].required("is needed when there are several ports")
        }
        field["port"].port(port)
        field["protocol"].transportProtocol(`protocol`)
        field["targetPort"].port(effectiveTarget)
        if let appProtocol { field["appProtocol"].syntax(appProtocol, .qualifiedName) }
    }

    /// The port of the pods, which is that of the service unless given.
    private var effectiveTarget: IntOrString {
        switch targetPort {
        case nil, .int(0), .string(""): .int(port)
        case let target?: target
        }
    }
}
