import Diagnostics
import YAMLTree

/// Brings files of the versions 1 and 2 to the shape that files have today, with a notice for each thing moved.
///
/// The rules are those of docker-compose 1.29.2, the last program that read version 1.
struct LegacyVersions {
    /// Where keys of a service that only older versions have stand today.
    static let moves: [(key: String, path: NodePath)] = [
        ("net", .keys("network_mode")),
        ("log_driver", .keys("logging", "driver")),
        ("log_opt", .keys("logging", "options")),
        ("dockerfile", .keys("build", "dockerfile")),
    ]

    /// The keys at the top of a file that no file of version 1 has.
    private static let topLevelKeys: Set<String> = [
        "services", "networks", "volumes", "configs", "secrets", "models", "include", "name",
    ]

    let dialect: ComposeSchema.Dialect
    private let context: LoadingContext

    init(_ document: Node, _ context: LoadingContext) {
        self.context = context
        dialect = Self.dialect(of: document)
    }

    /// Whether a document says its version, or has the form of version 1.
    static func isVersioned(_ document: Node) -> Bool {
        document["version"] != nil || dialect(of: document) == .version1
    }

    /// The version of a document; one without any is of version 1 if it holds nothing but services at its top.
    private static func dialect(of document: Node) -> ComposeSchema.Dialect {
        if let version = document["version"], version.scalar != nil {
            return version.text?.hasPrefix("2") == true ? .version2 : .specification
        }
        guard let mapping = document.mapping, !mapping.isEmpty else { return .specification }
        let isFirst = mapping.entries.allSatisfy { entry in
            entry.value.mapping != nil && !topLevelKeys.contains(entry.name) && !entry.name.hasPrefix("x-")
        }
        return isFirst ? .version1 : .specification
    }

    /// Puts the services of a file of version 1 below `services`; in version 2, a path of an init program, which
    /// docker-compose ignored, becomes true.
    func wrap(_ document: inout Node) {
        if dialect == .version2 { nameInits(in: &document) }
        guard dialect == .version1 else { return }
        context.readsVersion1 = true
        context.notice(
            .composeLegacy,
            "the file has the form of version 1, whose services stand at the top",
            at: document.location,
            remedy: "Indent the services below a key services."
        )
        document = .mapping(["services": document], location: document.location)
    }

    /// Moves the keys of older versions to where they stand today.
    func normalize(_ document: inout Node) {
        guard dialect != .specification else { return }
        let names = Set(document["services"]?.mapping?.names ?? [])
        var volumes: [(name: String, driver: Node?, location: SourceLocation?)] = []
        document.modifyEntries(of: "services") { name, service in
            guard service.mapping != nil else { return }
            let path = NodePath.keys("services", name)
            collectVolumes(of: service, into: &volumes)
            if dialect == .version1 {
                Version1Rules(context, path).apply(to: &service)
                move(&service, path)
                nameNamespaces(of: &service, names)
            }
            if let driver = service["volume_driver"] {
                service["volume_driver"] = nil
                note("volume_driver", "volumes.*.driver", driver, path)
            }
        }
        declare(volumes, in: &document)
        if dialect == .version2 { declareNetworks(in: &document) }
    }

    private func move(_ service: inout Node, _ path: NodePath) {
        for (key, target) in Self.moves {
            guard let value = service[key] else { continue }
            service[key] = nil
            if target.elements.first == .key("build"), let build = service["build"], build.mapping == nil {
                service["build"] = .mapping(["context": build], location: build.location)
            }
            if service[target] == nil { service[target] = value }
            note(key, "\(target)", value, path)
        }
    }

    private func nameInits(in document: inout Node) {
        document.modifyEntries(of: "services") { name, service in
            guard let start = service["init"], start.string()?.hasPrefix("/") == true else { return }
            service["init"] = Shorthand.placed(true, start.location)
            note("init with a path", "init: true", start, .keys("services", name))
        }
    }

    private func note(_ old: String, _ new: String, _ value: Node, _ path: NodePath) {
        context.notice(
            .composeLegacy,
            "\(old) is of an older version, and is read as \(new)",
            at: value.location,
            path: path,
            remedy: "Write \(new)."
        )
    }

    /// `net: container:NAME` and `volumes_from: NAME` may name a service or a container in version 1.
    private func nameNamespaces(of service: inout Node, _ names: Set<String>) {
        if let mode = service["network_mode"], let text = mode.text, text.hasPrefix("container:") {
            let name = String(text.dropFirst("container:".count))
            if names.contains(name) { service["network_mode"]?.content = .scalar(Scalar("service:\(name)")) }
        }
        service.modifyItems(of: "volumes_from") { item in
            guard let text = item.text, !text.hasPrefix("container:") else { return }
            if !names.contains(String(text.prefix { $0 != ":" })) {
                item.content = .scalar(Scalar("container:\(text)"))
            }
        }
    }

    // MARK: Resources

    private func collectVolumes(
        of service: Node,
        into volumes: inout [(name: String, driver: Node?, location: SourceLocation?)]
    ) {
        let driver = service["volume_driver"]
        guard dialect == .version1 || driver != nil else { return }
        for item in service["volumes"]?.sequence ?? [] {
            guard let text = item.text, let mount = try? MountSyntax.parse(text) else { continue }
            if mount.source.isEmpty || mount.isBind { continue }
            volumes.append((mount.source, driver, item.location))
        }
    }

    private func declare(
        _ used: [(name: String, driver: Node?, location: SourceLocation?)],
        in document: inout Node
    ) {
        guard !used.isEmpty else { return }
        var volumes = document["volumes"]?.mapping ?? Mapping()
        for volume in used where dialect == .version1 || volumes.contains(volume.name) {
            var definition = volumes[volume.name] ?? .mapping(Mapping(), location: volume.location)
            if definition.isNull() { definition = .mapping(Mapping(), location: volume.location) }
            if let driver = volume.driver, definition["external"] == nil, definition["driver"] == nil {
                definition["driver"] = driver
            }
            Shorthand.set(definition, for: volume.name, in: &volumes, volume.location)
        }
        guard !volumes.isEmpty else { return }
        document["volumes"] = .mapping(volumes, location: document["volumes"]?.location ?? document.location)
    }

    /// docker-compose did not check the names of networks while it read a file of version 2.
    private func declareNetworks(in document: inout Node) {
        var networks = document["networks"]?.mapping ?? Mapping()
        let count = networks.count
        for service in document["services"]?.mapping?.entries ?? [] {
            var joined = service.value["networks"] ?? .null()
            Shorthand.names(&joined, NodePath(), context)
            for entry in joined.mapping?.entries ?? [] where entry.name != "default" && !networks.contains(entry.name) {
                let location = entry.key.location ?? entry.value.location
                context.notice(
                    .composeLegacy,
                    "the network \(entry.name) is not defined; a new one is taken",
                    at: location,
                    path: .keys("services", service.name, "networks"),
                    remedy: "Define it under networks."
                )
                Shorthand.set(.null(location: location), for: entry.name, in: &networks, location)
            }
        }
        guard networks.count > count else { return }
        document["networks"] = .mapping(networks, location: document["networks"]?.location ?? document.location)
    }
}
