import YAMLTree

extension VersionUpgrade {
    /// Backends name their service in a structure of its own, the default backend has another key, and each path says
    /// how it matches.
    @Sendable static func upgradeIngress(_ object: inout Node, _ context: ReadingContext) {
        guard var spec = object["spec"], spec.mapping != nil else { return }
        if let backend = spec["backend"] {
            spec = spec.renaming("backend", to: "defaultBackend")
            spec["defaultBackend"] = serviceBackend(backend)
        }
        if let rules = spec["rules"]?.sequence {
            spec["rules"] = .sequence(rules.map(upgradeRule), location: spec["rules"]?.location)
        }
        object["spec"] = spec
    }

    private static func upgradeRule(_ rule: Node) -> Node {
        var rule = rule
        guard let paths = rule["http"]?["paths"]?.sequence else { return rule }
        let upgraded = paths.map { path -> Node in
            var path = path
            if let backend = path["backend"] { path["backend"] = serviceBackend(backend) }
            if path.mapping != nil, isAbsent(path["pathType"]) { path["pathType"] = "ImplementationSpecific" }
            return path
        }
        rule[NodePath("http.paths")] = .sequence(upgraded, location: rule["http"]?["paths"]?.location)
        return rule
    }

    /// `{serviceName: web, servicePort: 80}` as `{service: {name: web, port: {number: 80}}}`.
    private static func serviceBackend(_ backend: Node) -> Node {
        guard let mapping = backend.mapping, mapping.contains("serviceName") || mapping.contains("servicePort") else {
            return backend
        }
        var service = Mapping()
        if let name = mapping["serviceName"] { service["name"] = name }
        if let port = mapping["servicePort"] {
            let isNumber = port.scalar.map { ScalarSchema.kubernetes.kind(of: $0, tag: port.tag) == .integer } ?? false
            service["port"] = .mapping([isNumber ? "number" : "name": port], location: port.location)
        }
        var upgraded = backend
        upgraded["serviceName"] = nil
        upgraded["servicePort"] = nil
        upgraded["service"] = .mapping(service, location: backend.location)
        return upgraded
    }
}

extension Node {
    /// The mapping with one key called otherwise, in the same place.
    func renaming(_ key: String, to name: String) -> Node {
        guard let mapping, let position = mapping.position(of: key) else { return self }
        var entries = mapping.entries
        entries[position].key = .string(name, location: entries[position].key.location)
        return .mapping(Mapping(entries), location: location)
    }
}
