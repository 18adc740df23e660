public import Diagnostics
import ComposeModel
import OrchestrationIR
import OrderedCollections
import YAMLTree

extension FindingCode {
    /// A Service leads clients from one port to another, which no network of containers does.
    public static let portRedirected: FindingCode = "compose.port-redirected"
    /// A value is known to the orchestrator only, not to Compose.
    public static let valueUnknown: FindingCode = "compose.value-unknown"
    /// A secret stands in clear text in the environment of a service.
    public static let secretInEnvironment: FindingCode = "compose.secret-in-environment"
    /// A Service reaches no workload of the input.
    public static let endpointWithoutWorkload: FindingCode = "compose.endpoint-without-workload"
    /// Storage of each instance becomes storage of all.
    public static let instanceStorageShared: FindingCode = "compose.instance-storage-shared"
}

/// One run of the writer.
struct ComposeWriting {
    let application: Application
    let options: ComposeApplicationWriter.Options
    private(set) var project: ComposeProject
    private(set) var files: [ComposeBundle.File] = []
    private(set) var findings: [Finding] = []
    private let assetsByID: [AssetID: Asset]
    /// The config or secret for an entry of an asset.
    private var assetNames: [AssetID: [String: String]] = [:]
    private var endpointsByWorkload: [String: [Endpoint]] = [:]

    init(application: Application, options: ComposeApplicationWriter.Options) {
        self.application = application
        self.options = options
        self.project = ComposeProject(name: Self.projectName(application.name ?? options.projectName))
        self.assetsByID = Dictionary(application.assets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for endpoint in application.endpoints {
            for workload in endpoint.workloads { endpointsByWorkload[workload, default: []].append(endpoint) }
        }
    }

    /// The name under Compose's rules: lower-case letters, digits, `-` and `_`, a letter or digit first.
    private static func projectName(_ name: String) -> String {
        let bytes = name.lowercased().utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 45, 95: byte
            default: UInt8(ascii: "-")
            }
        }
        let trimmed = bytes.drop { $0 == 45 || $0 == 95 }
        return trimmed.isEmpty ? "app" : String(decoding: trimmed, as: UTF8.self)
    }

    mutating func run() {
        writeNetworks()
        writeVolumes()
        for asset in application.assets { write(asset) }
        for workload in application.workloads { write(workload) }
        for endpoint in application.endpoints where endpoint.workloads.isEmpty {
            findings.append(
                Finding(
                    .endpointWithoutWorkload,
                    .dropped,
                    "the Service \(endpoint.name) reaches no workload of the input",
                    remedy: "Convert it together with the workload, or name its address in extra_hosts.",
                    origin: endpoint.origin,
                    in: application.origins
                )
            )
        }
    }

    private mutating func add(
        _ code: FindingCode,
        _ severity: Finding.Severity,
        _ message: String,
        remedy: String?,
        _ origin: Origin
    ) {
        findings.append(Finding(code, severity, message, remedy: remedy, origin: origin, in: application.origins))
    }

    /// The name under which the engine knows a resource of the project.
    private func scoped(_ name: String) -> String { "\(project.name ?? options.projectName)_\(name)" }

    // MARK: Networks and volumes

    private mutating func writeNetworks() {
        for network in application.networks {
            project.networks[network.name] = ComposeModel.Network(
                name: network.externalName ?? scoped(network.name),
                external: network.externalName == nil ? nil : true,
                internal: network.isInternal ? true : nil,
                labels: network.labels
            )
        }
        if application.workloads.contains(where: { $0.networks.isEmpty }) {
            project.networks[Network.common] = ComposeModel.Network(name: scoped(Network.common), ipam: IPAM())
        }
    }

    private mutating func writeVolumes() {
        for volume in application.volumes {
            project.volumes[volume.name] = ComposeModel.Volume(
                name: volume.externalName ?? scoped(volume.name),
                external: volume.externalName == nil ? nil : true,
                labels: volume.labels
            )
        }
        for workload in application.workloads {
            for volume in workload.instanceVolumes {
                let name = instanceVolume(volume.name, of: workload)
                project.volumes[name] = ComposeModel.Volume(name: scoped(name), labels: volume.labels)
                if workload.instanceCount > 1 {
                    add(
                        .instanceStorageShared,
                        .approximated,
                        "the instances of \(workload.name) share the volume \(name) where they run on one node",
                        remedy: "Give each instance a service of its own if they must not share data.",
                        workload.origin
                    )
                }
            }
        }
    }

    private func instanceVolume(_ name: String, of workload: Workload) -> String { "\(workload.name)-\(name)" }

    // MARK: Assets

    private mutating func write(_ asset: Asset) {
        if let external = asset.externalName {
            declare(asset, key: asset.name, name: asset.name, content: nil, external: external)
            return
        }
        for entry in asset.entries {
            let isOnly = asset.entries.count == 1 && ObjectNames.assetKey(asset.name) == entry.key
            let name = isOnly ? asset.name : unusedName("\(asset.name)-\(entry.key)", asset.confidentiality)
            assetNames[asset.id, default: [:]][entry.key] = name
            declare(asset, key: entry.key, name: name, content: entry.content, external: nil)
        }
    }

    private func unusedName(_ wanted: String, _ confidentiality: Asset.Confidentiality) -> String {
        let base = String(decoding: wanted.utf8.map { $0 == 46 ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
        var name = base
        var number = 2
        while confidentiality == .plain ? project.configs[name] != nil : project.secrets[name] != nil {
            name = "\(base)-\(number)"
            number += 1
        }
        return name
    }

    private mutating func declare(
        _ asset: Asset,
        key: String,
        name: String,
        content: Asset.Entry.Content?,
        external: String?
    ) {
        var hints = Hints()
        if external == nil, name != asset.name || key != ObjectNames.assetKey(name) {
            hints.asset = asset.name
            hints.key = key
        }
        var file: String?
        var text: String?
        var variable: String?
        switch content {
        case .bytes(let bytes):
            if asset.confidentiality == .plain, options.configs == .inline,
                let inline = String(validating: bytes, as: UTF8.self)
            {
                text = inline
            } else {
                let folder = asset.confidentiality == .secret ? "secrets" : "configs"
                let path = "./\(folder)/\(name)"
                file = path
                files.append(
                    ComposeBundle.File(path: path, bytes: bytes, isSecret: asset.confidentiality == .secret)
                )
            }
        case .file(let path): file = path
        case .environment(let name): variable = name
        case nil: break
        }
        switch asset.confidentiality {
        case .plain:
            project.configs[name] = Config(
                name: external ?? scoped(name),
                file: file,
                content: text,
                environment: variable,
                external: external == nil ? nil : true,
                labels: asset.labels,
                fields: hints.fields
            )
        case .secret:
            project.secrets[name] = ComposeModel.Secret(
                name: external ?? scoped(name),
                file: file,
                environment: variable,
                external: external == nil ? nil : true,
                labels: asset.labels,
                fields: hints.fields
            )
        }
    }

    // MARK: Workloads

    private mutating func write(_ workload: Workload) {
        guard let main = workload.containers.first else { return }
        var service = service(main, of: workload, endpoints: endpointsByWorkload[workload.name] ?? [])
        var hints = Hints()
        hints.kind = kindHint(workload)
        if main.name != workload.name, main.name != ObjectNames.label(workload.name) { hints.container = main.name }
        service.fields = hints.fields
        service.deploy = deploy(workload, main)
        service.restart = restart(workload)
        service.hostname = workload.hostname
        service.stopGracePeriod = workload.terminationGracePeriod.map(ComposeDuration.init)
        service.labels = workload.instanceLabels
        service.annotations = workload.instanceAnnotations
        for (address, names) in workload.hostAliases {
            service.extraHosts += names.map { ExtraHost(name: $0, address: address) }
        }
        let networks = workload.networks.isEmpty ? [Network.common] : workload.networks
        let aliases = aliases(of: workload)
        for network in networks {
            service.networks[network] = .some(aliases.isEmpty ? nil : ServiceNetwork(aliases: aliases))
        }
        for dependency in workload.dependencies {
            service.dependsOn[dependency.workload] = ServiceDependency(
                condition: ServiceDependency.Condition(dependency.condition),
                required: true
            )
        }
        for (position, container) in workload.initContainers.enumerated() {
            let name = unusedService("\(workload.name)-\(container.name)")
            var companion = self.service(container, of: workload, endpoints: [])
            var hints = Hints()
            hints.initOf = workload.name
            hints.container = container.name
            companion.fields = hints.fields
            companion.restart = "no"
            for network in networks { companion.networks[network] = .some(nil) }
            if position > 0 {
                let previous = "\(workload.name)-\(workload.initContainers[position - 1].name)"
                companion.dependsOn[previous] = ServiceDependency(
                    condition: .completedSuccessfully,
                    required: true
                )
            }
            service.dependsOn[name] = ServiceDependency(condition: .completedSuccessfully, required: true)
            project.services[name] = companion
        }
        project.services[workload.name] = service
        for container in workload.containers.dropFirst() {
            var companion = self.service(container, of: workload, endpoints: [])
            companion.ports = []
            companion.expose = []
            var hints = Hints()
            hints.container = container.name
            companion.fields = hints.fields
            companion.networkMode = "service:\(workload.name)"
            companion.dependsOn[workload.name] = ServiceDependency(
                condition: .started,
                restart: true,
                required: true
            )
            companion.restart = service.restart
            project.services[unusedService("\(workload.name)-\(container.name)")] = companion
        }
    }

    private func unusedService(_ wanted: String) -> String {
        var name = wanted
        var number = 2
        while project.services[name] != nil || application.workloads.contains(where: { $0.name == name }) {
            name = "\(wanted)-\(number)"
            number += 1
        }
        return name
    }

    /// The kind that Compose cannot say.
    private func kindHint(_ workload: Workload) -> String? {
        switch workload.kind {
        case .stableIdentity: return "StatefulSet"
        case .onePerNode: return nil
        case .single:
            switch workload.restart {
            case .never, .onFailure: return nil
            case .always, nil: return "Pod"
            }
        case .replicated: return workload.attachments["kubernetes", "kind"]
        }
    }

    private func restart(_ workload: Workload) -> String? {
        switch workload.restart {
        case .always: "always"
        case .onFailure(let attempts): attempts.map { "on-failure:\($0)" } ?? "on-failure"
        case .never: "no"
        case nil: nil
        }
    }

    private func deploy(_ workload: Workload, _ main: OrchestrationIR.Container) -> Deploy? {
        var deploy = Deploy()
        switch workload.kind {
        case .replicated(let count), .stableIdentity(let count, _): deploy.replicas = count
        case .onePerNode: deploy.mode = "global"
        case .single: break
        }
        deploy.labels = workload.labels
        deploy.resources = Resources(limits: main.limits, requests: main.requests)
        deploy.placement = ComposeModel.Placement(workload.placement)
        deploy.updateConfig = workload.rollout.map { UpdateConfig($0, replicas: workload.instanceCount) }
        return deploy == Deploy() ? nil : deploy
    }

    /// Further names under which the workload is reached.
    private mutating func aliases(of workload: Workload) -> [String] {
        var aliases: [String] = []
        for endpoint in endpointsByWorkload[workload.name] ?? [] where endpoint.name != workload.name {
            if isPublication(endpoint, of: workload) { continue }
            if !aliases.contains(endpoint.name) { aliases.append(endpoint.name) }
        }
        return aliases
    }

    /// Whether an endpoint only publishes what another one reaches inside.
    private func isPublication(_ endpoint: Endpoint, of workload: Workload) -> Bool {
        endpoint.name.hasPrefix(workload.name + "-published") && endpoint.exposure != .inside
    }

    // MARK: Services

    private mutating func service(
        _ container: OrchestrationIR.Container,
        of workload: Workload,
        endpoints: [Endpoint]
    ) -> ComposeModel.Service {
        var service = ComposeModel.Service(
            image: container.image,
            pullPolicy: container.imagePull?.compose,
            command: container.arguments,
            entrypoint: container.entrypoint,
            workingDir: container.workingDirectory,
            user: container.security.composeUser,
            tty: container.terminal,
            stdinOpen: container.standardInput,
            readOnly: container.security.readOnlyRoot,
            privileged: container.security.privileged,
            capAdd: container.security.addedCapabilities,
            capDrop: container.security.droppedCapabilities
        )
        service.environment = environment(container, of: workload)
        let probe = container.readiness ?? container.liveness ?? container.startup
        service.healthcheck = probe.flatMap { HealthCheck($0, ports: container.ports) }
        if let period = container.liveness?.startPeriod ?? container.startup?.startPeriod {
            service.healthcheck?.startPeriod = ComposeDuration(period)
        }
        writePorts(container, of: workload, endpoints, &service)
        for mount in container.mounts { write(mount, of: workload, &service) }
        return service
    }

    private mutating func writePorts(
        _ container: OrchestrationIR.Container,
        of workload: Workload,
        _ endpoints: [Endpoint],
        _ service: inout ComposeModel.Service
    ) {
        var published: [(port: EndpointPort, number: Int, transport: TransportProtocol)] = []
        for endpoint in endpoints {
            for port in endpoint.ports {
                let target = port.resolve(in: workload.containers)
                let number: Int? =
                    if let target { target.number } else if case .number(let number) = port.target { number } else {
                        nil
                    }
                guard let number else { continue }
                if endpoint.exposure == .loadBalancer || endpoint.exposure == .everyNode {
                    published.append((port, number, port.transport))
                }
                if port.port != number, !isPublication(endpoint, of: workload) {
                    add(
                        .portRedirected,
                        .approximated,
                        "the Service \(endpoint.name) leads port \(port.port) to port \(number) of \(workload.name)",
                        remedy: "Let clients on the same network connect to port \(number).",
                        port.origin
                    )
                }
            }
        }
        for port in container.ports {
            if let nodePort = port.nodePort {
                service.ports.append(
                    PortMapping(
                        target: port.number,
                        published: String(nodePort),
                        protocol: port.transport.rawValue,
                        hostIP: port.nodeAddress,
                        mode: "host"
                    )
                )
            }
            let leading = published.filter { $0.number == port.number && $0.transport == port.transport }
            for (port, number, transport) in leading {
                service.ports.append(mapping(port, number, transport))
            }
            if leading.isEmpty, port.nodePort == nil {
                service.expose.append(
                    port.transport == .tcp ? String(port.number) : "\(port.number)/\(port.transport.rawValue)"
                )
            }
        }
        // Services may lead to ports that the container does not declare.
        for (port, number, transport) in published
        where !container.ports.contains(where: { $0.number == number && $0.transport == transport }) {
            service.ports.append(mapping(port, number, transport))
        }
    }

    private func mapping(_ port: EndpointPort, _ number: Int, _ transport: TransportProtocol) -> PortMapping {
        let generated = "\(transport.rawValue)-\(port.port)"
        return PortMapping(
            target: number,
            published: String(port.nodePort ?? port.port),
            protocol: transport.rawValue,
            mode: "ingress",
            name: port.name == generated ? nil : port.name,
            appProtocol: port.applicationProtocol
        )
    }

    // MARK: Environment

    private mutating func environment(
        _ container: OrchestrationIR.Container,
        of workload: Workload
    ) -> OrderedDictionary<String, String?> {
        var environment: OrderedDictionary<String, String?> = [:]
        for source in container.environmentSources {
            for entry in assetsByID[source.asset]?.entries ?? [] {
                guard case .bytes(let bytes) = entry.content, let text = String(validating: bytes, as: UTF8.self) else {
                    continue
                }
                warnOfSecret(source.asset, workload)
                environment[source.prefix + entry.key] = .some(text)
            }
            if assetsByID[source.asset]?.externalName != nil {
                add(
                    .valueUnknown,
                    .decisionNeeded,
                    "the variables of \(workload.name) that come from \(source.asset.name) are not in the input",
                    remedy: "Convert the object together with the workload, or set the variables by hand.",
                    container.origin
                )
            }
        }
        for variable in container.environment {
            switch variable.value {
            case .literal(let text): environment[variable.name] = .some(text)
            case .fromCaller: environment[variable.name] = .some(nil)
            case .instanceField(let path):
                environment[variable.name] = .some(nil)
                add(
                    .valueUnknown,
                    .decisionNeeded,
                    "the variable \(variable.name) of \(workload.name) holds \(path), which only Kubernetes knows",
                    remedy: "Set it in the environment of docker compose, or in the project.",
                    container.origin
                )
            case .assetKey(let id, let key, let optional):
                let content = assetsByID[id]?.entries.first { $0.key == key }?.content
                if case .bytes(let bytes)? = content, let text = String(validating: bytes, as: UTF8.self) {
                    warnOfSecret(id, workload)
                    environment[variable.name] = .some(text)
                } else {
                    environment[variable.name] = .some(nil)
                    guard !optional else { continue }
                    add(
                        .valueUnknown,
                        .decisionNeeded,
                        "the variable \(variable.name) of \(workload.name) comes from the key \(key) of \(id.name), which is not in the input",
                        remedy: "Convert the object together with the workload, or set the variable by hand.",
                        container.origin
                    )
                }
            }
        }
        return environment
    }

    private mutating func warnOfSecret(_ id: AssetID, _ workload: Workload) {
        guard id.confidentiality == .secret else { return }
        let message = "values of the Secret \(id.name) stand in clear text in the environment of \(workload.name)"
        guard !findings.contains(where: { $0.code == .secretInEnvironment && $0.message == message }) else { return }
        add(
            .secretInEnvironment,
            .approximated,
            message,
            remedy:
                "Let the application read the secret from a file, or keep the Compose file as confidential as the Secret.",
            workload.origin
        )
    }

    // MARK: Mounts

    private mutating func write(_ mount: ContainerMount, of workload: Workload, _ service: inout ComposeModel.Service) {
        let readOnly = mount.readOnly ? true : nil
        switch mount.source {
        case .volume(let name):
            let isOwn = workload.instanceVolumes.contains { $0.name == name }
            service.volumes.append(
                Mount(
                    type: "volume",
                    source: isOwn ? instanceVolume(name, of: workload) : name,
                    target: mount.path,
                    readOnly: readOnly,
                    volume: VolumeOptions(subpath: mount.subPath)
                )
            )
        case .node(let path):
            let source = mount.subPath.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" } ?? path
            service.volumes.append(
                Mount(
                    type: "bind",
                    source: source,
                    target: mount.path,
                    readOnly: readOnly,
                    bind: BindOptions()
                )
            )
        case .scratch(let name, let inMemory, let bytes):
            let isShared =
                (workload.containers + workload.initContainers)
                .filter { $0.mounts.contains { $0.source == mount.source } }.count > 1
            if isShared {
                let shared = "\(workload.name)-\(name)"
                project.volumes[shared] = ComposeModel.Volume(name: scoped(shared))
                service.volumes.append(
                    Mount(
                        type: "volume",
                        source: shared,
                        target: mount.path,
                        readOnly: readOnly,
                        volume: VolumeOptions(subpath: mount.subPath)
                    )
                )
            } else if inMemory {
                service.volumes.append(
                    Mount(
                        type: "tmpfs",
                        target: mount.path,
                        readOnly: readOnly,
                        tmpfs: TmpfsOptions(size: bytes.map { ByteSize(bytes: $0) })
                    )
                )
            } else {
                service.volumes.append(
                    Mount(type: "volume", target: mount.path, readOnly: readOnly, volume: VolumeOptions())
                )
            }
        case .asset(let id, let files): write(mount, id, files, &service)
        }
    }

    /// Each entry of the asset that the mount shows becomes a file of its own.
    private func write(
        _ mount: ContainerMount,
        _ id: AssetID,
        _ files: [AssetFile],
        _ service: inout ComposeModel.Service
    ) {
        let asset = assetsByID[id]
        var shown = files
        if shown.isEmpty {
            shown = (asset?.entries ?? []).map { AssetFile(key: $0.key, path: $0.key) }
            if shown.isEmpty, asset?.externalName != nil {
                shown = [AssetFile(key: id.name, path: mount.subPath ?? id.name)]
            }
        }
        if let subPath = mount.subPath { shown = shown.filter { $0.path == subPath } }
        for file in shown {
            let source = assetNames[id]?[file.key] ?? id.name
            let folder = mount.path.hasSuffix("/") ? mount.path : mount.path + "/"
            let reference = FileReference(
                source: source,
                target: mount.subPath == nil ? folder + file.path : mount.path,
                mode: file.mode.map(FileMode.init(rawValue:))
            )
            if id.confidentiality == .secret {
                service.secrets.append(reference)
            } else {
                service.configs.append(reference)
            }
        }
    }
}

extension ServiceDependency.Condition {
    init(_ condition: Dependency.Condition) {
        switch condition {
        case .started: self = .started
        case .healthy: self = .healthy
        case .completed: self = .completedSuccessfully
        }
    }
}
