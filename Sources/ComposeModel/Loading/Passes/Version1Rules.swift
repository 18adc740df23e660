import Diagnostics
import YAMLTree

/// What docker-compose 1.29.2 accepts and refuses in the services of a file of version 1, where that differs from
/// today's rules.
struct Version1Rules {
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
        checkOrigin(of: service)
        if case .key(let name)? = path.elements.last { checkNames(of: service, name) }
        checkPorts(of: service)
        checkRestart(of: service)
        dropUnreadable(from: &service)
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

    private func checkOrigin(of service: Node) {
        guard let image = service["image"] else { return }
        for key in ["build", "dockerfile"] where service[key] != nil {
            refuse(.composeConflict, "image and \(key) exclude each other in version 1 of the format", image, "image")
        }
    }

    private func checkNames(of service: Node, _ name: String) {
        let hasCapitals = name.utf8.contains { $0 &- UInt8(ascii: "A") < 26 }
        if hasCapitals, service["image"].map({ $0.text == "" }) ?? true {
            refuse(
                .composeName,
                "the service \(name) is built, and capital letters are no part of the name of an image",
                service,
                "build",
                remedy: "Write the name in small letters, or name an image."
            )
        }
        for origin in service["volumes_from"]?.sequence ?? [] {
            guard let text = origin.text, text.utf8.count(where: { $0 == UInt8(ascii: ":") }) > 1 else { continue }
            refuse(.composeSyntax, "an origin of volumes is not SERVICE[:MODE]", origin, "volumes_from", remedy: nil)
        }
    }

    private func checkPorts(of service: Node) {
        for item in service["ports"]?.sequence ?? [] where item.text?.hasPrefix(":") == true {
            refuse(.composeSyntax, "no published port stands before the colon", item, "ports")
        }
        for item in service["expose"]?.sequence ?? [] {
            let digits = (item.text ?? "").prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
            let rest = (item.text ?? "").dropFirst(digits.count)
            if digits.first?.isNumber == true, rest.isEmpty || rest.hasPrefix("/") { continue }
            refuse(.composeSyntax, "the item is not PORT or PORT/PROTOCOL", item, "expose")
        }
    }

    private func checkRestart(of service: Node) {
        guard let restart = service["restart"], let text = restart.text, text.contains(":") else { return }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 2, Int(parts[1]) != nil { return }
        refuse(.composeSyntax, "the restart policy is not NAME or NAME:COUNT", restart, "restart", remedy: nil)
    }

    private static let numbers: [(key: String, isReadable: @Sendable (String) -> Bool)] = [
        ("cpu_shares", { Int($0) != nil }), ("mem_limit", { ByteSize($0) != nil }),
        ("memswap_limit", { ByteSize($0) != nil }),
        ("shm_size", { ByteSize($0) != nil }),
    ]

    /// docker-compose took any text for a number, such as the empty one that a variable leaves; it limits nothing.
    private func dropUnreadable(from service: inout Node) {
        if let limit = service["memswap_limit"], service["mem_limit"] == nil {
            refuse(
                .composeMissingKey,
                "memswap_limit needs mem_limit",
                limit,
                "memswap_limit",
                remedy: "Add mem_limit."
            )
        }
        for (key, isReadable) in Self.numbers {
            guard let value = service[key], let text = value.string(), !isReadable(text) else { continue }
            context.notice(
                .composeLegacy,
                "\(key) is no number, and is left out",
                at: value.location,
                path: path.appending(key)
            )
            service[key] = nil
        }
    }

    /// An empty mount, or one without a target, which is what a variable that is not set leaves, says nothing.
    private func dropEmptyMounts(of service: inout Node) {
        guard var items = service["volumes"]?.sequence else { return }
        items.removeAll { item in
            guard let text = item.text, text.isEmpty || text.hasSuffix(":") else { return false }
            context.notice(
                .composeEmptyText,
                "the mount names no target, and is left out",
                at: item.location,
                path: path.appending("volumes")
            )
            return true
        }
        service["volumes"] = .sequence(items, location: service["volumes"]?.location)
    }

    private func checkMounts(of service: Node) {
        var targets: Set<String> = []
        for item in service["volumes"]?.sequence ?? [] {
            guard let text = item.text else { continue }
            if text.utf8.count(where: { $0 == UInt8(ascii: ":") }) > 2 {
                refuse(.composeSyntax, "a mount is not SOURCE:TARGET[:MODE]", item, "volumes", remedy: nil)
                continue
            }
            guard let mount = try? MountSyntax.parse(text) else { continue }
            if targets.insert(mount.target).inserted { continue }
            refuse(
                .composeConflict,
                "the target is mounted twice",
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
