import OrderedCollections

extension Ingress: ValidatedKind {
    func validate(_ field: Field) {
        let spec = spec ?? IngressSpec()
        spec.validate(field["spec"])
        if let annotation = metadata.annotations[WellKnownAnnotation.ingressClass], let name = spec.ingressClassName,
            annotation != name
        {
            field["annotations"][WellKnownAnnotation.ingressClass].invalid("must match ingressClassName")
        }
    }
}

extension IngressSpec {
    fileprivate func validate(_ field: Field) {
        if rules.isEmpty, defaultBackend == nil {
            field.invalid("either defaultBackend or rules must be specified")
        }
        defaultBackend?.validate(field["defaultBackend"])
        field["rules"].each(rules) { rule, field in
            if let host = rule.host, !host.isEmpty {
                if NetworkAddress(host) != nil { field["host"].invalid("must be a DNS name, not an IP address") }
                field["host"].hostPattern(host)
            }
            guard let http = rule.http else { return }
            if http.paths.isEmpty { field["http"]["paths"].required() }
            field["http"]["paths"].each(http.paths) { $0.validate($1) }
        }
        field["tls"].each(tls) { entry, field in
            field["hosts"].each(entry.hosts) { host, field in field.hostPattern(host) }
            if let name = entry.secretName, !name.isEmpty { field["secretName"].syntax(name, .dnsSubdomain) }
        }
        if let ingressClassName { field["ingressClassName"].syntax(ingressClassName, .dnsSubdomain) }
    }
}

extension Field {
    /// A host name, or one whose first label is `*`.
    fileprivate func hostPattern(_ host: String) {
        syntax(host, host.contains("*") ? .wildcardDomain : .dnsSubdomain)
    }
}

extension HTTPIngressPath {
    fileprivate func validate(_ field: Field) {
        guard !pathType.isEmpty else { return field["pathType"].required("a path type must be specified") }
        let path = path ?? ""
        switch pathType {
        case "Exact", "Prefix":
            if !path.hasPrefix("/") { field["path"].invalid("must be an absolute path") }
            for part in ["//", "/./", "/../", "%2f", "%2F"] where path.contains(part) {
                field["path"].invalid("must not contain '\(part)'")
            }
            for end in ["/..", "/."] where path.hasSuffix(end) { field["path"].invalid("cannot end with '\(end)'") }
        case "ImplementationSpecific":
            if !path.isEmpty, !path.hasPrefix("/") { field["path"].invalid("must be an absolute path") }
        default: field["pathType"].notSupported(["Exact", "ImplementationSpecific", "Prefix"])
        }
        backend.validate(field["backend"])
    }
}

extension IngressBackend {
    fileprivate func validate(_ field: Field) {
        switch (resource, service) {
        case (.some, .some): field.invalid("cannot have both a resource and a service")
        case (let resource?, nil): resource.validate(field["resource"])
        case (nil, let service?): service.validate(field)
        case (nil, nil): field.invalid("a resource or a service is required")
        }
    }
}

extension IngressServiceBackend {
    /// The server blames some faults of a service at the backend that names it.
    fileprivate func validate(_ backend: Field) {
        let field = backend["service"]
        field["name"].requiredSyntax(name, .dns1035Label)
        switch (port?.name.isSet ?? false, port?.number ?? 0) {
        case (true, 0): field["port"]["name"].syntax(port?.name ?? "", .portName)
        case (true, _): backend.invalid("cannot have both the name and the number of a port")
        case (false, 0): backend.required("the name or the number of a port is required")
        case (false, let number): field["port"]["number"].port(number)
        }
    }
}

extension TypedLocalObjectReference {
    fileprivate func validate(_ field: Field) {
        if let apiGroup { field["apiGroup"].syntax(apiGroup, .dnsSubdomain) }
        field["kind"].requiredSyntax(kind, .pathSegment)
        field["name"].requiredSyntax(name, .pathSegment)
    }
}
