import YAMLTree

/// Makes explicit what a project implies: the default network, dependencies that other keys bring with them, the files
/// of a build, and the names of resources (Compose Specification, "Networks top-level element" and others).
enum Normalization {
    private static let namespaces = ["network_mode", "ipc", "pid", "uts", "cgroup"]

    static func apply(to tree: inout Node, _ project: ProjectSettings) {
        var usesDefaultNetwork = false
        tree.modifyEntries(of: "services") { _, service in
            guard service.mapping != nil else { return }
            if joinDefaultNetwork(&service) { usesDefaultNetwork = true }
            complete(&service, project.environment)
            addDependencies(to: &service)
        }
        if usesDefaultNetwork, tree["networks"]?["default"] == nil {
            tree.setDefault("networks", .mapping(Mapping()))
            if tree["networks"]?.isNull() == true { tree["networks"] = .mapping(Mapping()) }
            tree["networks"]?["default"] = .null()
        }
        for kind in ["networks", "volumes", "configs", "secrets"] {
            tree.modifyEntries(of: kind) { key, resource in
                if resource.isNull() { resource = .mapping(Mapping(), location: resource.location) }
                guard resource["name"].map({ $0.isNull() }) ?? true else { return }
                let isExternal = resource["external"]?.text == "true"
                resource["name"] = .string(isExternal ? key : "\(project.name)_\(key)", location: resource.location)
            }
        }
        var named: Mapping = ["name": .string(project.name)]
        for entry in tree.mapping?.entries ?? [] where entry.name != "name" { named.append(entry) }
        tree.content = .mapping(named)
    }

    /// Whether the service is on the default network.
    private static func joinDefaultNetwork(_ service: inout Node) -> Bool {
        if service["provider"] != nil || service["network_mode"] != nil { return false }
        if let networks = service["networks"]?.mapping, !networks.isEmpty { return networks.contains("default") }
        service["networks"] = .mapping(
            ["default": .null(location: service.location)],
            location: service.location
        )
        return true
    }

    private static func complete(_ service: inout Node, _ environment: ComposeEnvironment) {
        if service["pull_policy"]?.text == "if_not_present" {
            service["pull_policy"]?.content = .scalar(Scalar("missing"))
        }
        if service["build"] != nil {
            service["build"]?.setDefault("context", ".")
            if service["build"]?["dockerfile_inline"] == nil {
                service["build"]?.setDefault("dockerfile", "Dockerfile")
            }
            if let arguments = service["build"]?["args"] {
                service["build"]?["args"] = resolved(arguments, environment, keepsUnset: false)
            }
        }
        if let variables = service["environment"] {
            service["environment"] = resolved(variables, environment, keepsUnset: true)
        }
        service.modifyItems(of: "volumes") { mount in
            guard let target = mount["target"]?.text, !target.isEmpty else { return }
            let clean = FilePath.clean(target)
            if clean != target { mount["target"]?.content = .scalar(Scalar(clean)) }
        }
        if let image = service["image"], image.text != "" {
            service.modifyItems(of: "pre_start") { $0.setDefault("image", image) }
        }
    }

    /// Gives variables without a value that of the project's variable.
    private static func resolved(_ node: Node, _ environment: ComposeEnvironment, keepsUnset: Bool) -> Node {
        switch node.content {
        case .scalar: return node
        case .sequence(let items):
            let kept = items.compactMap { item -> Node? in
                guard let text = item.text, !text.contains("=") else { return item }
                guard let value = environment[text] else { return keepsUnset ? item : nil }
                return .string("\(text)=\(value)", location: item.location)
            }
            return .sequence(kept, location: node.location)
        case .mapping(let mapping):
            let kept = mapping.entries.compactMap { entry -> Mapping.Entry? in
                guard entry.value.isNull() else { return entry }
                guard let value = environment[entry.name] else { return keepsUnset ? entry : nil }
                return Mapping.Entry(key: entry.key, value: .string(value, location: entry.value.location))
            }
            return .mapping(Mapping(kept), location: node.location)
        }
    }

    /// Adds the dependencies that links, shared namespaces and shared volumes imply.
    private static func addDependencies(to service: inout Node) {
        var implied: [(name: String, restarts: Bool, node: Node)] = []
        for link in service["links"]?.sequence ?? [] {
            guard let text = link.text else { continue }
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            implied.append((parts.count == 2 ? String(parts[0]) : text, true, link))
        }
        for namespace in namespaces {
            guard let value = service[namespace], let text = value.text, text.hasPrefix("service:") else { continue }
            implied.append((String(text.dropFirst("service:".count)), true, value))
        }
        for origin in service["volumes_from"]?.sequence ?? [] {
            guard let text = origin.text, !text.hasPrefix("container:") else { continue }
            let name = text.prefix { $0 != ":" }
            implied.append((String(name), false, origin))
        }
        guard !implied.isEmpty else { return }
        var dependencies = service["depends_on"]?.mapping ?? Mapping()
        for (name, restarts, node) in implied where !dependencies.contains(name) {
            let value: Node = ["condition": "service_started", "restart": .bool(restarts), "required": true]
            Shorthand.set(Shorthand.placed(value, node.location), for: name, in: &dependencies, node.location)
        }
        let location = service["depends_on"]?.location ?? service.location
        service["depends_on"] = .mapping(dependencies, location: location)
    }
}

extension Node {
    /// Changes the entries of a mapping that is the value of `key`.
    mutating func modifyEntries(of key: String, _ change: (String, inout Node) -> Void) {
        guard case .mapping(var outer) = content, let position = outer.position(of: key) else { return }
        content = .sequence([])
        outer.modifyValue(at: position) { node in
            guard case .mapping(var inner) = node.content else { return }
            node.content = .sequence([])
            for index in 0..<inner.count {
                let name = inner.entries[index].name
                inner.modifyValue(at: index) { change(name, &$0) }
            }
            node.content = .mapping(inner)
        }
        content = .mapping(outer)
    }

    /// Changes the items of a sequence that is the value of `key`.
    mutating func modifyItems(of key: String, _ change: (inout Node) -> Void) {
        guard case .mapping(var outer) = content, let position = outer.position(of: key) else { return }
        content = .sequence([])
        outer.modifyValue(at: position) { node in
            guard case .sequence(var items) = node.content else { return }
            node.content = .sequence([])
            for index in items.indices { change(&items[index]) }
            node.content = .sequence(items)
        }
        content = .mapping(outer)
    }
}
