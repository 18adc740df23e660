extension EnvVar {
    func validate(_ field: Field) {
        field["name"].requiredSyntax(name, .variable(field.options.version))
        guard let source = valueFrom else { return }
        let field = field["valueFrom"]
        var count = 0
        if let reference = source.fieldRef {
            count += 1
            reference.validate(allowing: EnvVar.fields, field["fieldRef"])
        }
        if let reference = source.resourceFieldRef {
            count += 1
            reference.validate(isInVolume: false, field["resourceFieldRef"])
        }
        if let reference = source.configMapKeyRef {
            count += 1
            field["configMapKeyRef"].reference(reference.name, key: reference.key)
        }
        if let reference = source.secretKeyRef {
            count += 1
            field["secretKeyRef"].reference(reference.name, key: reference.key)
        }
        if source.fileKeyRef != nil { count += 1 }
        if count == 0 {
            field.invalid("must specify one of fieldRef, resourceFieldRef, configMapKeyRef and secretKeyRef")
        } else if value.isSet {
            field.invalid("may not be specified when value is not empty")
        } else if count > 1 {
            field.invalid("may not have more than one field specified at a time")
        }
    }

    private static let fields = [
        "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName",
        "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs",
    ]
}

extension EnvFromSource {
    /// - Parameters:
    ///   - list: The list of sources, which the server blames when a source is not exactly one.
    ///   - index: The place of this source in it.
    func validate(_ list: Field, _ index: Int) {
        let field = list[index]
        if let prefix, !prefix.isEmpty { field["prefix"].syntax(prefix, .variable(field.options.version)) }
        if let configMapRef { field["configMapRef"]["name"].requiredSyntax(configMapRef.name, .dnsSubdomain.ofPrefix) }
        if let secretRef { field["secretRef"]["name"].requiredSyntax(secretRef.name, .dnsSubdomain.ofPrefix) }
        switch (configMapRef, secretRef) {
        case (nil, nil): list.invalid("must specify one of configMapRef and secretRef")
        case (_?, _?): list.invalid("may not have more than one field specified at a time")
        default: break
        }
    }
}

extension Field {
    /// A key of a config map or secret.
    fileprivate func reference(_ name: String?, key: String) {
        self["name"].syntax(name ?? "", .dnsSubdomain)
        self["key"].requiredSyntax(key, .configKey)
    }
}

// MARK: - Fields of the pod itself

extension ObjectFieldSelector {
    /// - Parameters:
    ///   - allowed: The fields that may be referred to.
    ///   - field: The reference.
    func validate(allowing allowed: [String], _ field: Field) {
        guard field["fieldPath"].requiredText(fieldPath) else { return }
        guard apiVersion.orDefault("v1") == "v1" else {
            return field["fieldPath"].invalid("cannot be resolved for this apiVersion", remedy: "Use apiVersion v1.")
        }
        if let (map, key) = subscripted {
            switch map {
            case "metadata.annotations": field.syntax(key.lowercased(), .qualifiedName, "the key")
            case "metadata.labels": field.syntax(key, .qualifiedName, "the key")
            default: field["fieldPath"].invalid("does not support a subscript")
            }
        } else if fieldPath == "spec.host" ? !allowed.contains("spec.nodeName") : !allowed.contains(fieldPath) {
            field["fieldPath"].notSupported(allowed)
        }
    }

    /// The parts of a path such as `metadata.labels['app']`.
    private var subscripted: (map: String, key: String)? {
        guard fieldPath.hasSuffix("']"), let open = fieldPath.firstRange(of: "['"),
            open.lowerBound > fieldPath.startIndex,
            open.upperBound <= fieldPath.index(fieldPath.endIndex, offsetBy: -2)
        else { return nil }
        return (String(fieldPath[..<open.lowerBound]), String(fieldPath[open.upperBound...].dropLast(2)))
    }
}

extension ResourceFieldSelector {
    /// - Parameters:
    ///   - isInVolume: Whether the reference stands in a volume, where the container must be named.
    ///   - field: The reference.
    func validate(isInVolume: Bool, _ field: Field) {
        let isHugePages = resource.hasPrefix("requests.hugepages-") || resource.hasPrefix("limits.hugepages-")
        if isInVolume, !containerName.isSet {
            field["containerName"].required()
        } else if resource.isEmpty {
            field["resource"].required()
        } else if !isHugePages {
            field["resource"].oneOf(resource, ResourceFieldSelector.resources)
        }
        guard let divisor, divisor != .zero else { return }
        let isProcessor = resource == "limits.cpu" || resource == "requests.cpu"
        let isKnown = isHugePages || ResourceFieldSelector.resources.contains(resource)
        let allowed = isProcessor ? ["1m", "1"] : ResourceFieldSelector.sizes
        if isKnown, !allowed.contains(divisor.canonical.description) {
            field["divisor"].invalid("only \(allowed.joined(separator: ", ")) are supported for this resource")
        }
    }

    private static let resources = [
        "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu", "requests.ephemeral-storage",
        "requests.memory",
    ]
    private static let sizes = [
        "1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei",
    ]
}
