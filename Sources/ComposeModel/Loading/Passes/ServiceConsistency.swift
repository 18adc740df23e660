import Diagnostics
import YAMLTree

/// The rules about one service.
struct ServiceConsistency {
    let name: String
    let service: Node
    let services: Mapping
    let disabled: Mapping
    let tree: Node
    let context: LoadingContext

    func run() {
        checkOrigin()
        checkBuild()
        checkNetworks()
        checkReferences()
        checkDependencies()
        checkHealthTest()
        checkScale()
        checkLimits()
        checkWatches()
        checkTargets()
    }

    private var path: NodePath { .keys("services", name) }

    private func conflict(_ message: String, at node: Node?, _ keys: String..., remedy: String? = nil) {
        let path = NodePath(self.path.elements + keys.map(NodePath.Element.key))
        context.invalid(.composeConflict, message, at: node?.location ?? service.location, path: path, remedy: remedy)
    }

    // MARK: Image and build

    private func checkOrigin() {
        if service["image"] != nil || service["build"] != nil || service["provider"] != nil { return }
        context.invalid(
            .composeMissing,
            "the service \(name) has neither an image nor a build",
            at: service.location,
            path: path,
            remedy: "Add image: NAME or build: FOLDER."
        )
    }

    private func checkBuild() {
        guard let build = service["build"] else { return }
        if let inline = build["dockerfile_inline"], build["dockerfile"] != nil {
            conflict("dockerfile and dockerfile_inline exclude each other", at: inline, "build")
        }
        for entry in build["additional_contexts"]?.mapping?.entries ?? [] {
            guard let text = entry.value.text, text.hasPrefix("service:") else { continue }
            let target = String(text.dropFirst("service:".count))
            guard let other = services[target] else {
                undefined("service", target, at: entry.value, "build", "additional_contexts", entry.name)
                continue
            }
            if other["build"] == nil {
                conflict(
                    "the service \(target) is a build context, but is not built itself",
                    at: entry.value,
                    "build",
                    "additional_contexts",
                    entry.name
                )
            }
        }
        if let platform = service["platform"], let platforms = build["platforms"]?.sequence, !platforms.isEmpty,
            !platforms.contains(where: { $0.text == platform.text })
        {
            conflict("build.platforms does not include the platform of the service", at: platform, "platform")
        }
    }

    // MARK: Names

    private func undefined(_ kind: String, _ name: String, at node: Node?, _ keys: String...) {
        context.invalid(
            .composeUndefined,
            "the \(kind) \(name) is not defined",
            at: node?.location ?? service.location,
            path: NodePath(path.elements + keys.map(NodePath.Element.key))
        )
    }

    private func checkNetworks() {
        guard let mode = service["network_mode"] else { return }
        if let networks = service["networks"], networks.mapping?.isEmpty == false {
            conflict(
                "network_mode and networks exclude each other",
                at: mode,
                "network_mode",
                remedy: "Keep one of the two."
            )
        }
        guard let text = mode.text, text.hasPrefix("service:") else { return }
        let target = String(text.dropFirst("service:".count))
        if !services.contains(target) { undefined("service", target, at: mode, "network_mode") }
    }

    func checkReferences(except isExempt: (ServiceReferences) -> Bool = { _ in false }) {
        for reference in ServiceReferences.all(of: service) where !isExempt(reference) {
            if tree[reference.kind]?.mapping?.contains(reference.name) == true { continue }
            context.invalid(
                .composeUndefined,
                "the \(reference.kind.dropLast()) \(reference.name) is not defined",
                at: reference.location ?? service.location,
                path: NodePath(path.elements + reference.path.elements),
                remedy: "Define it under \(reference.kind)."
            )
        }
    }

    func checkDependencies() {
        for entry in service["depends_on"]?.mapping?.entries ?? [] where !services.contains(entry.name) {
            if disabled.contains(entry.name), entry.value["required"]?.text != "true" { continue }
            context.invalid(
                .composeUndefined,
                disabled.contains(entry.name)
                    ? "the service \(entry.name) is needed, but none of its profiles is enabled"
                    : "the service \(entry.name) is not defined",
                at: entry.key.location ?? entry.value.location,
                path: NodePath(path.elements + NodePath.keys("depends_on", entry.name).elements)
            )
        }
    }

    // MARK: Values

    private func checkHealthTest() {
        guard let first = service["healthcheck"]?["test"]?.sequence?.first else { return }
        if ["CMD", "CMD-SHELL", "NONE"].contains(first.text ?? "") { return }
        conflict(
            "a test begins with CMD, CMD-SHELL or NONE",
            at: first,
            "healthcheck",
            "test"
        )
    }

    private func checkScale() {
        let scale = service["scale"]
        let replicas = service["deploy"]?["replicas"]
        if let scale, let replicas, scale.text != replicas.text {
            conflict("scale and deploy.replicas differ", at: scale, "scale")
        }
        for (node, keys) in [(scale, ["scale"]), (replicas, ["deploy", "replicas"])] {
            guard let node, let count = node.text.flatMap({ Int($0) }), count < 0 else { continue }
            let path = NodePath(self.path.elements + keys.map(NodePath.Element.key))
            context.invalid(
                .composeRange,
                "\(keys.joined(separator: ".")) is less than 0",
                at: node.location,
                path: path
            )
        }
        let count = (scale ?? replicas)?.text.flatMap { Int($0) } ?? 1
        if count > 1, let containerName = service["container_name"] {
            conflict(
                "container_name must be unique, and the service has \(count) containers",
                at: containerName,
                "container_name"
            )
        }
    }

    /// The same limit can be given in two places, which must agree.
    private static let twins: [(String, section: String, key: String)] = [
        ("cpus", "limits", "cpus"), ("mem_limit", "limits", "memory"), ("mem_reservation", "reservations", "memory"),
        ("pids_limit", "limits", "pids"),
    ]

    private func checkLimits() {
        for (key, section, inner) in Self.twins {
            guard let own = service[key], let resources = service["deploy"]?["resources"]?[section] else { continue }
            if resources[inner]?.text == own.text { continue }
            conflict("\(key) and deploy.resources.\(section).\(inner) differ", at: own, key)
        }
    }

    private func checkWatches() {
        for watch in service["develop"]?["watch"]?.sequence ?? [] where watch["target"] == nil {
            let action = watch["action"]?.text ?? ""
            if action == "rebuild" || action == "restart" { continue }
            conflict("the action \(action) needs a target", at: watch, "develop", "watch")
        }
    }

    private func checkTargets() {
        var places: [String: SourceLocation?] = [:]
        func check(_ target: String, _ node: Node, _ key: String) {
            if let other = places[target] {
                let place = other.map { " in line \($0.line)" } ?? ""
                conflict("the target is already mounted\(place)", at: node, key)
            } else {
                places[target] = node.location
            }
        }
        for tmpfs in service["tmpfs"]?.sequence ?? [] {
            check(String((tmpfs.text ?? "").prefix { $0 != ":" }), tmpfs, "tmpfs")
        }
        for mount in service["volumes"]?.sequence ?? [] { check(mount["target"]?.text ?? "", mount, "volumes") }
    }
}
