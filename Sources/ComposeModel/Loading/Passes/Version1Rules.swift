import Diagnostics
import YAMLTree

/// What docker-compose 1.29.2 accepts and refuses in the services of a file of version 1, where that differs from
/// today's rules.
struct Version1Rules {
    /// The keys that a service can have.
    private static let keys: Set<String> = Set(
        """
        build cap_add cap_drop cgroup_parent command container_name cpu_shares cpu_quota cpuset devices dns dns_search \
        dockerfile domainname entrypoint env_file environment expose extends extra_hosts external_links hostname image \
        ipc labels links log_driver log_opt mac_address mem_limit memswap_limit mem_swappiness net pid ports \
        privileged read_only restart security_opt shm_size stdin_open stop_signal tty ulimits user volumes \
        volume_driver volumes_from working_dir
        """.split(separator: " ").map(String.init)
    )

    private let context: LoadingContext
    private let path: NodePath

    /// - Parameters:
    ///   - context: Takes the findings.
    ///   - path: The path of the service.
    init(_ context: LoadingContext, _ path: NodePath) {
        self.context = context
        self.path = path
    }

    func apply(to service: inout Node) {
        checkKeys(of: service)
        checkOrigin(of: service)
        checkTexts(of: service)
        checkPorts(of: service)
        dropEmptyMounts(of: &service)
        checkMounts(of: service)
    }

    private func refuse(
        _ code: FindingCode,
        _ message: String,
        _ node: Node?,
        _ key: String,
        remedy: String? = "Move the services below a key services, where today's rules hold."
    ) {
        context.invalid(code, message, at: node?.location, path: path.appending(key), remedy: remedy)
    }

    private func checkKeys(of service: Node) {
        for entry in service.mapping?.entries ?? [] where !Self.keys.contains(entry.name) {
            // Keys that no version has are refused by the schema.
            guard ServiceTable.service.keys[entry.name] != nil else { continue }
            refuse(.composeLegacy, "version 1 of the format has no \(entry.name)", entry.key, entry.name)
        }
    }

    private func checkOrigin(of service: Node) {
        guard let image = service["image"] else { return }
        for key in ["build", "dockerfile"] where service[key] != nil {
            refuse(.composeConflict, "image and \(key) exclude each other in version 1 of the format", image, "image")
        }
    }

    private func checkTexts(of service: Node) {
        for entry in service["environment"]?.mapping?.entries ?? [] {
            guard let scalar = entry.value.scalar, ScalarSchema.core.kind(of: scalar, tag: entry.value.tag) == .bool
            else { continue }
            refuse(
                .composeShape,
                "version 1 of the format takes a string, a number or null, not the Boolean \(scalar.text)",
                entry.value,
                "environment",
                remedy: "Put it in quotes: \"\(scalar.text)\"."
            )
        }
    }

    private func checkPorts(of service: Node) {
        for item in service["ports"]?.sequence ?? [] where item.text?.hasPrefix(":") == true {
            refuse(.composeSyntax, "“\(item.text ?? "")” names no published port before the colon", item, "ports")
        }
        for item in service["expose"]?.sequence ?? [] {
            let digits = (item.text ?? "").prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
            let rest = (item.text ?? "").dropFirst(digits.count)
            if digits.first?.isNumber == true, rest.isEmpty || rest.hasPrefix("/") { continue }
            refuse(.composeSyntax, "“\(item.text ?? "")” is not PORT or PORT/PROTOCOL", item, "expose")
        }
    }

    /// An empty mount, which is what a variable that is not set leaves, says nothing; an empty source makes an
    /// anonymous volume.
    private func dropEmptyMounts(of service: inout Node) {
        guard var items = service["volumes"]?.sequence else { return }
        for index in items.indices {
            guard let text = items[index].text, text.hasPrefix(":") else { continue }
            context.notice(
                .composeLegacy,
                "“\(text)” names no source, and stands for an anonymous volume",
                at: items[index].location,
                path: path.appending("volumes")
            )
            items[index].content = .scalar(Scalar(String(text.dropFirst())))
        }
        for item in items where item.text == "" {
            context.notice(
                .composeLegacy,
                "an empty mount is left out",
                at: item.location,
                path: path.appending("volumes")
            )
        }
        items.removeAll { $0.text == "" }
        service["volumes"] = .sequence(items, location: service["volumes"]?.location)
    }

    private func checkMounts(of service: Node) {
        var targets: Set<String> = []
        for item in service["volumes"]?.sequence ?? [] {
            guard let text = item.text, let mount = try? MountSyntax.parse(text) else { continue }
            if targets.insert(mount.target).inserted { continue }
            refuse(
                .composeConflict,
                "\(mount.target) is mounted twice",
                item,
                "volumes",
                remedy: "Keep one of the two."
            )
        }
    }

    /// Removes the image of a service that a later definition builds, and the build of one that it takes from an image.
    static func dropRival(of later: Node, from base: inout Node) {
        if later["image"] != nil {
            base["build"] = nil
        } else if later["build"] != nil {
            base["image"] = nil
        }
    }

    /// Refuses builds in folders that do not exist, once all files are merged.
    static func checkBuildFolders(of tree: Node, _ context: LoadingContext) {
        for entry in tree["services"]?.mapping?.entries ?? [] {
            guard let folder = entry.value["build"]?["context"], let path = folder.text, FilePath.isAbsolute(path),
                context.source.kind(of: path) != .directory
            else { continue }
            context.invalid(
                .composeFile,
                "the build folder \(path) does not exist",
                at: folder.location,
                path: .keys("services", entry.name, "build"),
                remedy: "Create it, or name an image."
            )
        }
    }
}
