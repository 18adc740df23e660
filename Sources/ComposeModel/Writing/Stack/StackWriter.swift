import Diagnostics
import OrderedCollections
import YAMLTree

/// Writes a project as a stack file and records what such a file cannot say.
struct StackWriter {
    private(set) var findings: [Finding] = []
    private let version: ComposeWriter.StackVersion
    private var path = NodePath()

    init(version: ComposeWriter.StackVersion) {
        self.version = version
    }

    /// The tree of the file.
    mutating func write(_ project: ComposeProject) -> Node {
        var project = project
        for name in project.services.keys { prepare(&project.services[name, default: Service()], name) }
        expectContents(&project)
        removeProjectNames(&project)
        removeLocalDrivers(&project)

        var file: Mapping = ["version": .string(version.description)]
        if case .mapping(let mapping)? = apply(.keys(StackTable.project), to: project.makeNode())?.content {
            for entry in mapping.entries { file.append(entry) }
        }
        return .mapping(file)
    }

    // MARK: What is moved

    private mutating func prepare(_ service: inout Service, _ name: String) {
        var moves = StackMoves(service: name, version: version)
        moves.apply(to: &service)
        findings += moves.findings

        let place = NodePath([.key("services"), .key(name)])
        for (other, dependency) in service.dependsOn
        where dependency.condition != .started || dependency.restart == true || dependency.required == false {
            add(
                .composeStackApproximated,
                .approximated,
                "a stack starts \(name) without waiting for \(other) to be \(dependency.condition.rawValue)",
                at: service.fields.location(of: "depends_on"),
                place.appending("depends_on").appending(other),
                "Let the service try again until \(other) is ready."
            )
        }
        service.volumes.removeAll { mount in
            guard mount.type == "image" else { return false }
            add(
                .composeStackDropped,
                .dropped,
                "the image at \(mount.target) is not mounted: a stack file has no such mounts",
                at: mount.fields.location,
                place.appending("volumes"),
                "Copy the files into a volume or into the image of the service."
            )
            return true
        }
    }

    /// Makes configs and secrets whose content is no file external: a Swarm cannot take it from elsewhere.
    private mutating func expectContents(_ project: inout ComposeProject) {
        for (key, config) in project.configs where config.content != nil || config.environment != nil {
            let name = config.name ?? key
            let given = config.content == nil ? "environment" : "content"
            project.configs[key] = Config(name: name, external: true, fields: config.fields)
            expect("config", name, [.key("configs"), .key(key), .key(given)], config.fields.location(of: given))
        }
        for (key, secret) in project.secrets where secret.environment != nil {
            let name = secret.name ?? key
            project.secrets[key] = Secret(name: name, external: true, fields: secret.fields)
            let location = secret.fields.location(of: "environment")
            expect("secret", name, [.key("secrets"), .key(key), .key("environment")], location)
        }
    }

    private mutating func expect(
        _ kind: String,
        _ name: String,
        _ path: [NodePath.Element],
        _ location: SourceLocation?
    ) {
        add(
            .composeStackContent,
            .decisionNeeded,
            "the stack expects the \(kind) \(name) to exist: its content is no file",
            at: location,
            NodePath(path),
            "Create it with \"docker \(kind) create \(name) -\", or write the content to a file and name that."
        )
    }

    /// Removes the names that a stack called like the project gives anyway.
    private func removeProjectNames(_ project: inout ComposeProject) {
        guard let prefix = project.name else { return }
        func isGiven(_ name: String?, _ key: String, _ external: Bool?) -> Bool {
            external != true && name == "\(prefix)_\(key)"
        }
        for (key, network) in project.networks where isGiven(network.name, key, network.external) {
            project.networks[key]?.name = nil
        }
        for (key, volume) in project.volumes where isGiven(volume.name, key, volume.external) {
            project.volumes[key]?.name = nil
        }
        for (key, config) in project.configs where isGiven(config.name, key, config.external) {
            project.configs[key]?.name = nil
        }
        for (key, secret) in project.secrets where isGiven(secret.name, key, secret.external) {
            project.secrets[key]?.name = nil
        }
    }

    /// Removes network drivers that reach no further than one node.
    private mutating func removeLocalDrivers(_ project: inout ComposeProject) {
        for (key, network) in project.networks where network.driver == "bridge" && network.external != true {
            add(
                .composeStackApproximated,
                .approximated,
                "the network \(key) becomes an overlay network: a bridge does not reach other nodes",
                at: network.fields.location(of: "driver"),
                NodePath([.key("networks"), .key(key), .key("driver")])
            )
            project.networks[key]?.driver = nil
        }
    }

    // MARK: What is kept

    private mutating func apply(_ rule: StackRule, to node: Node) -> Node? {
        if node.isNull() {
            if case .drop = rule { return nil }
            return node
        }
        switch rule {
        case .keep: return node
        case .since(let minor, let rule): return version.minor >= minor ? apply(rule, to: node) : nil
        case .convert(let form): return form(node)
        case .drop: return nil
        case .items(let rule):
            guard let items = node.sequence else { return node }
            var kept: [Node] = []
            for (index, item) in items.enumerated() {
                path.elements.append(.index(index))
                if let item = apply(rule, to: item) { kept.append(item) }
                path.elements.removeLast()
            }
            return .sequence(kept, location: node.location)
        case .values(let rule):
            guard let mapping = node.mapping else { return node }
            return filter(mapping, node) { _ in rule }
        case .keys(let keys):
            guard let mapping = node.mapping else { return node }
            return filter(mapping, node) { key in
                if let rule = keys.rules[key] { return rule }
                if key.hasPrefix("x-") {
                    return keys.takesExtensions ? .keep : .drop(.unknown("Move the extension up to the service."))
                }
                return .drop(.unknown())
            }
        }
    }

    private mutating func filter(_ mapping: Mapping, _ node: Node, _ rule: (String) -> StackRule) -> Node {
        var kept = Mapping()
        for entry in mapping.entries {
            path.elements.append(.key(entry.name))
            let rule = rule(entry.name)
            if let value = apply(rule, to: entry.value) {
                kept.append(Mapping.Entry(key: entry.key, value: value))
            } else {
                addLoss(of: entry, rule)
            }
            path.elements.removeLast()
        }
        return .mapping(kept, location: node.location)
    }

    // MARK: Findings

    private mutating func addLoss(of entry: Mapping.Entry, _ rule: StackRule) {
        let loss: StackLoss
        switch rule {
        case .drop(nil): return
        case .drop(let known?): loss = known
        case .since(let minor, _): loss = .unknown("Write version 3.\(minor) or later.")
        default:
            loss = StackLoss(
                severity: .dropped,
                reason: "a stack file takes one plain number",
                remedy: "Give one plain number."
            )
        }
        add(
            .composeStackDropped,
            loss.severity,
            "\(entry.name) is left out: \(loss.reason)",
            at: entry.key.location ?? entry.value.location,
            path,
            loss.remedy
        )
    }

    private mutating func add(
        _ code: FindingCode,
        _ severity: Finding.Severity,
        _ message: String,
        at location: SourceLocation?,
        _ path: NodePath,
        _ remedy: String? = nil
    ) {
        findings.append(
            Finding(
                code,
                severity,
                message,
                remedy: remedy,
                location: location,
                path: path.description,
                reference: "docker stack deploy"
            )
        )
    }
}
