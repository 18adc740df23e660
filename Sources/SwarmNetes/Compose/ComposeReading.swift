import ComposeModel
public import Diagnostics
import OrchestrationIR
import OrderedCollections
import YAMLTree

extension FindingCode {
    /// A service has neither an image nor a build.
    public static let imageMissing: FindingCode = "compose.image-missing"
    /// A service of the kind CronJob does not say when it runs.
    public static let scheduleMissing: FindingCode = "compose.schedule-missing"
}

/// One run of the reader.
struct ComposeReading {
    let project: ComposeProject
    private let environment: [String: String]
    let fileContents: ComposeApplicationReader.FileContents
    var application: Application
    /// What makes the project impossible to read.
    var problems: [Finding] = []
    /// What somebody has to know or decide.
    var findings: [Finding] = []
    /// The entry of an asset for each config and secret of the project.
    private(set) var assetEntries: [AssetID: (asset: AssetID, key: String)] = [:]

    private var assetPositions: [AssetID: Int] = [:]

    init(
        project: ComposeProject,
        environment: [String: String],
        fileContents: @escaping ComposeApplicationReader.FileContents
    ) {
        self.project = project
        self.environment = environment
        self.fileContents = fileContents
        self.application = Application(name: project.name)
        if project.fields.mapping?[Marks.extension]?["labels"]?.text == "none" {
            application.attachments.append(Attachment("kubernetes", subject: "labels", text: "none"))
        }
    }

    mutating func run() -> Application {
        for (name, network) in project.networks where name != Network.common {
            application.networks.append(
                Network(
                    name: name,
                    isInternal: network.internal ?? false,
                    externalName: network.external == true ? network.name ?? name : nil,
                    labels: network.labels,
                    origin: origin(network.fields, ["networks", name])
                )
            )
        }
        for (name, volume) in project.volumes {
            var result = OrchestrationIR.Volume(
                name: name,
                externalName: volume.external == true ? volume.name ?? name : nil,
                labels: volume.labels,
                origin: origin(volume.fields, ["volumes", name])
            )
            read(KomposeLabels(volume.labels), &result)
            application.volumes.append(result)
        }
        readAssets()
        readServices()
        return application
    }

    mutating func origin(_ fields: RetainedFields, _ path: [String]) -> Origin {
        application.origins.add(fields.location, path: NodePath(path.map { .key($0) }).description)
    }

    // MARK: Assets

    private mutating func readAssets() {
        for (name, config) in project.configs {
            let content: Asset.Entry.Content? =
                if let text = config.content { .bytes(Array(text.utf8)) } else {
                    self.content(config.file, config.environment)
                }
            add(
                AssetID(name, .plain),
                content,
                external: config.external == true ? config.name ?? name : nil,
                labels: config.labels,
                fields: config.fields,
                path: ["configs", name]
            )
        }
        for (name, secret) in project.secrets {
            add(
                AssetID(name, .secret),
                content(secret.file, secret.environment),
                external: secret.external == true ? secret.name ?? name : nil,
                labels: secret.labels,
                fields: secret.fields,
                path: ["secrets", name]
            )
        }
    }

    private func content(_ file: String?, _ variable: String?) -> Asset.Entry.Content? {
        if let file { return fileContents(file).map(Asset.Entry.Content.bytes) ?? .file(path: file) }
        if let variable {
            return environment[variable].map { .bytes(Array($0.utf8)) } ?? .environment(variable: variable)
        }
        return nil
    }

    private mutating func add(
        _ id: AssetID,
        _ content: Asset.Entry.Content?,
        external: String?,
        labels: OrderedDictionary<String, String>,
        fields: RetainedFields,
        path: [String]
    ) {
        let hints = Hints(fields)
        let asset = AssetID(hints.asset ?? id.name, id.confidentiality)
        let key = hints.key ?? ObjectNames.assetKey(id.name)
        assetEntries[id] = (asset, key)
        let entries = content.map { [Asset.Entry(key: key, content: $0)] } ?? []
        if let known = assetPositions[asset] {
            application.assets[known].entries += entries
        } else {
            assetPositions[asset] = application.assets.count
            application.assets.append(
                Asset(
                    name: asset.name,
                    confidentiality: asset.confidentiality,
                    entries: entries,
                    externalName: external,
                    labels: labels,
                    origin: origin(fields, path)
                )
            )
        }
    }

    // MARK: Services

    private mutating func readServices() {
        var companions: [Companion] = []
        // A provider is a program on the user's machine, and runs nothing in a cluster.
        for (name, service) in project.services where service.provider == nil {
            let hints = Hints(service.fields)
            if let main = hints.initOf {
                companions.append((name, service, main, true))
            } else if let mode = service.networkMode, mode.hasPrefix("service:") {
                companions.append((name, service, String(mode.dropFirst(8)), false))
            } else {
                readService(name, service, hints)
            }
        }
        if !companions.isEmpty { join(companions) }
        group(groupLeaders())
        readAliases()
    }

    private mutating func readService(_ name: String, _ service: ComposeModel.Service, _ hints: Hints) {
        let origin = origin(service.fields, ["services", name])
        let path = NodePath([.key("services"), .key(name), .key("ports")])
        let ports = ServicePorts(service) { [fields = service.fields] index in
            application.origins.add(
                fields.mapping?["ports"]?[index]?.location,
                path: path.appending(index).description
            )
        }
        let restart = Self.restart(service)
        var workload = Workload(
            name: name,
            kind: Self.kind(service, hints, restart),
            restart: restart,
            containers: [container(name, service, hints, ports.container, origin)],
            networks: service.networks.keys.elementsEqual([Network.common]) ? [] : Array(service.networks.keys),
            dependencies: service.dependsOn.compactMap { target, dependency in
                guard let other = project.services[target], other.provider == nil else { return nil }
                return Dependency(workload: target, condition: Dependency.Condition(dependency.condition))
            },
            rollout: Rollout(service.deploy?.updateConfig),
            placement: Placement(service.deploy?.placement),
            hostname: service.hostname,
            terminationGracePeriod: service.stopGracePeriod.map(Duration.init),
            furtherGroups: service.groupAdd.compactMap { Int($0) },
            labels: service.deploy?.labels ?? [:],
            selector: hints.selector,
            instanceLabels: service.labels,
            instanceAnnotations: service.annotations,
            origin: origin
        )
        if hints.kind == "CronJob", hints.schedule == nil {
            findings.append(
                Finding(
                    .scheduleMissing,
                    .decisionNeeded,
                    "the service \(name) has the kind CronJob and no schedule: it runs once",
                    remedy: "Give x-transload a schedule, such as \"0 3 * * *\".",
                    origin: origin,
                    in: application.origins
                )
            )
        }
        for host in service.extraHosts where host.address != "host-gateway" {
            workload.hostAliases[host.address, default: []].append(host.name)
        }
        if case .replicated = workload.kind, let kind = hints.kind {
            workload.attachments.append(Attachment("kubernetes", subject: "kind", text: kind))
        }
        var labels = komposeLabels(service)
        labels?.apply(to: &workload, healthCheck: service.healthcheck)
        if var known = labels {
            readVolumes(&known, &workload)
            labels = known
        }
        if !isIsolated(service) { readEndpoints(name, service, ports, &labels, &workload, origin) }
        application.workloads.append(workload)
        if let labels { report(labels, on: "the service \(name)", origin) }
        readExposure(name, service, hints, origin)
    }

    private mutating func readEndpoints(
        _ name: String,
        _ service: ComposeModel.Service,
        _ ports: ServicePorts,
        _ labels: inout KomposeLabels?,
        _ workload: inout Workload,
        _ origin: Origin
    ) {
        var own = Endpoint(
            name: name,
            workloads: [name],
            exposure: ports.inside.isEmpty || service.deploy?.endpointMode == "dnsrr" ? .insideEach : .inside,
            ports: ports.inside,
            origin: origin
        )
        var published: Endpoint?
        if !ports.published.isEmpty {
            published = Endpoint(
                name: publishedName(name),
                workloads: [name],
                exposure: .loadBalancer,
                ports: ports.published,
                origin: origin
            )
        }
        labels?.apply(to: &own, published: &published, publishedName: publishedName(name))
        labels?.bindPorts(of: &workload.containers[0], published: ports.published)
        application.endpoints.append(own)
        if let published { application.endpoints.append(published) }
    }

    /// Whether no other service can reach it by its name.
    private func isIsolated(_ service: ComposeModel.Service) -> Bool {
        guard let mode = service.networkMode else { return false }
        return mode == "none" || mode == "host" || mode.hasPrefix("container:")
    }

    /// The name of the endpoint with the published ports, which no service has.
    private func publishedName(_ name: String) -> String {
        var candidate = name + "-published"
        while project.services[candidate] != nil { candidate += "-x" }
        return candidate
    }

    private static func restart(_ service: ComposeModel.Service) -> Workload.Restart? {
        if let policy = service.deploy?.restartPolicy, let condition = policy.condition {
            switch condition {
            case "none": return .never
            case "on-failure": return .onFailure(maximumAttempts: policy.maxAttempts)
            default: return .always
            }
        }
        switch service.restart.flatMap({ RestartRule($0) }) {
        case .no: return .never
        case .onFailure(let retries): return .onFailure(maximumAttempts: retries)
        case .always, .unlessStopped: return .always
        case nil: return nil
        }
    }

    private static func kind(
        _ service: ComposeModel.Service,
        _ hints: Hints,
        _ restart: Workload.Restart?
    ) -> Workload.Kind {
        let replicas = service.deploy?.replicas ?? service.scale
        switch (hints.kind, service.deploy?.mode) {
        case ("Pod", _): return .single
        case ("DaemonSet", _), (nil, "global"): return .onePerNode
        case (nil, "global-job"): return .onceOnEachNode
        case ("StatefulSet", _): return .stableIdentity(replicas, service: nil)
        case ("CronJob", _): return .runToCompletion(replicas, schedule: hints.schedule)
        case ("Job", _), (nil, "replicated-job"): return .runToCompletion(replicas, schedule: nil)
        case (.some, _): return .replicated(replicas)
        case (nil, _): break
        }
        switch restart {
        case .never, .onFailure: return (replicas ?? 1) == 1 ? .single : .replicated(replicas)
        case .always, nil: return .replicated(replicas)
        }
    }

    mutating func container(
        _ name: String,
        _ service: ComposeModel.Service,
        _ hints: Hints,
        _ ports: [OrchestrationIR.ContainerPort],
        _ origin: Origin
    ) -> OrchestrationIR.Container {
        let probe = service.healthcheck.flatMap { OrchestrationIR.Probe($0, origin: origin) }
        return OrchestrationIR.Container(
            name: hints.container ?? containerName(service) ?? name,
            image: image(name, service, origin),
            imagePull: service.pullPolicy.flatMap(OrchestrationIR.Container.ImagePull.init(compose:)),
            entrypoint: service.entrypoint,
            arguments: service.command,
            workingDirectory: service.workingDir,
            environment: [EnvironmentVariable](service),
            ports: ports,
            mounts: mounts(service, origin),
            liveness: probe,
            readiness: probe?.withoutStartPeriod,
            limits: ResourceAmounts(limitsOf: service),
            requests: ResourceAmounts(reservationsOf: service),
            security: Security(service),
            standardInput: service.stdinOpen,
            terminal: service.tty,
            origin: origin
        )
    }

    /// The name that the service asks for its container, if no service has it.
    private func containerName(_ service: ComposeModel.Service) -> String? {
        service.containerName.flatMap { project.services[$0] == nil && ObjectNames.label($0) == $0 ? $0 : nil }
    }

    /// The service's image, or the name that Compose gives to the one that it builds.
    ///
    /// A service may have neither when a variable was not set. No cluster takes a container without an image: it gets the
    /// name that a build would give, and somebody has to decide.
    private mutating func image(_ name: String, _ service: ComposeModel.Service, _ origin: Origin) -> String {
        if let image = service.image, !image.isEmpty { return image }
        if service.build == nil {
            findings.append(
                Finding(
                    .imageMissing,
                    .decisionNeeded,
                    "the service \(name) has no image",
                    remedy: "Name its image, or set the variable that stands for it.",
                    origin: origin,
                    in: application.origins
                )
            )
        }
        return project.name.map { "\($0)-\(name)" } ?? name
    }
}

extension Dependency.Condition {
    init(_ condition: ServiceDependency.Condition) {
        switch condition {
        case .healthy: self = .healthy
        case .completedSuccessfully: self = .completed
        default: self = .started
        }
    }
}

extension OrchestrationIR.Container.ImagePull {
    /// Compose's name of the policy.
    var compose: String {
        switch self {
        case .always: "always"
        case .ifMissing: "missing"
        case .never: "never"
        }
    }

    /// The policy with Compose's name.
    init?(compose name: String) {
        switch name {
        case "always": self = .always
        case "missing", "if_not_present": self = .ifMissing
        case "never": self = .never
        default: return nil
        }
    }
}
