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
    var project: ComposeProject
    var files: [ComposeBundle.File] = []
    private(set) var findings: [Finding] = []
    let assetsByID: [AssetID: Asset]
    /// The config or secret for an entry of an asset.
    var assetNames: [AssetID: [String: String]] = [:]
    private var endpointsByWorkload: [String: [Endpoint]] = [:]
    private let workloadNames: Set<String>
    /// The rules of routes by the workload that they lead to.
    let routesByWorkload: [String: [(Route, Route.Rule, Endpoint)]]
    /// The findings on secrets in environments that are there already.
    var secretWarnings: Set<String> = []

    init(application: Application, options: ComposeApplicationWriter.Options) {
        self.application = application
        self.options = options
        self.project = ComposeProject(name: Self.projectName(application.name ?? options.projectName))
        self.assetsByID = Dictionary(application.assets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.workloadNames = Set(application.workloads.map(\.name))
        self.routesByWorkload = Self.routes(of: application)
        for endpoint in application.endpoints {
            for workload in endpoint.workloads { endpointsByWorkload[workload, default: []].append(endpoint) }
        }
    }

    /// The name under Compose's rules, which the loader applies to folders.
    private static func projectName(_ name: String) -> String {
        let valid = ProjectName.normalized(name)
        return valid.isEmpty ? "app" : valid
    }

    mutating func run() {
        if let labels = application.attachments["kubernetes", "labels"] {
            project.fields = RetainedFields(extensions: [
                (Marks.extension, .mapping(["labels": .string(labels)]))
            ])
        }
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

    mutating func add(
        _ code: FindingCode,
        _ severity: Finding.Severity,
        _ message: String,
        remedy: String?,
        _ origin: Origin
    ) {
        findings.append(Finding(code, severity, message, remedy: remedy, origin: origin, in: application.origins))
    }

    /// The name under which the engine knows a resource of the project.
    func scoped(_ name: String) -> String { "\(project.name ?? options.projectName)_\(name)" }

    // MARK: Networks and volumes

    mutating func writeNetworks() {
        for network in application.networks {
            project.networks[network.name] = ComposeModel.Network(
                name: network.externalName ?? scoped(network.name),
                external: network.externalName == nil ? nil : true,
                internal: network.isInternal ? true : nil,
                labels: network.labels
            )
        }
        if application.workloads.contains(where: { $0.joinedNetworks.contains(Network.common) }) {
            project.networks[Network.common] = ComposeModel.Network(name: scoped(Network.common))
        }
    }

    mutating func writeVolumes() {
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

    func instanceVolume(_ name: String, of workload: Workload) -> String { "\(workload.name)-\(name)" }

    // MARK: Workloads

    mutating func write(_ workload: Workload) {
        guard let main = workload.containers.first else { return }
        var service = service(main, of: workload, endpoints: endpointsByWorkload[workload.name] ?? [])
        var hints = Hints()
        hints.kind = kindHint(workload)
        if case .runToCompletion(_, let schedule) = workload.kind { hints.schedule = schedule }
        hints.selector = workload.selector
        hints.exposure = exposure(of: workload)
        if main.name != workload.name, main.name != ObjectNames.label(workload.name) { hints.container = main.name }
        service.fields = hints.fields
        service.deploy = deploy(workload, main)
        let own = endpointsByWorkload[workload.name]?.first { $0.name == workload.name }
        if let own, own.exposure == .insideEach, !own.ports.isEmpty {
            service.deploy = service.deploy ?? Deploy()
            service.deploy?.endpointMode = "dnsrr"
        }
        service.restart = restart(workload)
        service.hostname = workload.hostname
        service.groupAdd = workload.furtherGroups.map(String.init)
        service.stopGracePeriod = workload.terminationGracePeriod.map(ComposeDuration.init)
        service.labels = workload.instanceLabels
        service.annotations = workload.instanceAnnotations
        for (address, names) in workload.hostAliases {
            service.extraHosts += names.map { ExtraHost(name: $0, address: address) }
        }
        let networks = workload.joinedNetworks
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
        var previous: String?
        for container in workload.initContainers {
            let name = serviceName(of: container, in: workload)
            var companion = self.service(container, of: workload, endpoints: [])
            var hints = Hints()
            hints.initOf = workload.name
            hints.container = container.name == name ? nil : container.name
            companion.fields = hints.fields
            companion.restart = "no"
            for network in networks { companion.networks[network] = .some(nil) }
            if let previous {
                companion.dependsOn[previous] = ServiceDependency(
                    condition: .completedSuccessfully,
                    required: true
                )
            }
            service.dependsOn[name] = ServiceDependency(condition: .completedSuccessfully, required: true)
            project.services[name] = companion
            previous = name
        }
        project.services[workload.name] = service
        for container in workload.containers.dropFirst() {
            var companion = self.service(container, of: workload, endpoints: [])
            companion.ports = []
            companion.expose = []
            let name = serviceName(of: container, in: workload)
            var hints = Hints()
            hints.container = container.name == name ? nil : container.name
            companion.fields = hints.fields
            companion.networkMode = "service:\(workload.name)"
            companion.dependsOn[workload.name] = ServiceDependency(
                condition: .started,
                restart: true,
                required: true
            )
            companion.restart = service.restart
            project.services[name] = companion
        }
    }

    /// The name of the service for a further container of a workload: the one that it had, if it was a service before.
    private func serviceName(of container: OrchestrationIR.Container, in workload: Workload) -> String {
        let subject = Attachment.service("", of: container.name).subject
        return unusedService(
            workload.attachments["compose", subject] ?? "\(workload.name)-\(container.name)"
        )
    }

    func unusedService(_ wanted: String) -> String {
        var name = wanted
        var number = 2
        while project.services[name] != nil || workloadNames.contains(name) {
            name = "\(wanted)-\(number)"
            number += 1
        }
        return name
    }

    /// The kind that Compose cannot say.
    func kindHint(_ workload: Workload) -> String? {
        switch workload.kind {
        case .stableIdentity: return "StatefulSet"
        case .onePerNode, .onceOnEachNode, .runToCompletion(_, schedule: nil): return nil
        case .runToCompletion: return "CronJob"
        case .single:
            switch workload.restart {
            case .never, .onFailure: return nil
            case .always, nil: return "Pod"
            }
        case .replicated: return workload.attachments["kubernetes", "kind"]
        }
    }

    func restart(_ workload: Workload) -> String? {
        let rule: RestartRule? =
            switch workload.restart {
            case .always: .always
            case .onFailure(let attempts): .onFailure(retries: attempts)
            case .never: .no
            case nil: nil
            }
        return rule?.description
    }

    func deploy(_ workload: Workload, _ main: OrchestrationIR.Container) -> Deploy? {
        var deploy = Deploy()
        switch workload.kind {
        case .replicated(let count), .stableIdentity(let count, _): deploy.replicas = count
        case .onePerNode: deploy.mode = "global"
        case .onceOnEachNode: deploy.mode = "global-job"
        case .runToCompletion(let count, _):
            deploy.mode = "replicated-job"
            deploy.replicas = count
        case .single: break
        }
        deploy.labels = workload.labels
        deploy.resources = Resources(limits: main.limits, requests: main.requests)
        deploy.placement = ComposeModel.Placement(workload.placement)
        deploy.updateConfig = workload.rollout.map { UpdateConfig($0, replicas: workload.instanceCount) }
        return deploy == Deploy() ? nil : deploy
    }

    /// Further names under which the workload is reached.
    mutating func aliases(of workload: Workload) -> [String] {
        var aliases: [String] = []
        for endpoint in endpointsByWorkload[workload.name] ?? [] where endpoint.name != workload.name {
            if isPublication(endpoint, of: workload) { continue }
            if !aliases.contains(endpoint.name) { aliases.append(endpoint.name) }
        }
        return aliases
    }

    /// Whether an endpoint only publishes what another one reaches inside.
    func isPublication(_ endpoint: Endpoint, of workload: Workload) -> Bool {
        endpoint.name.hasPrefix(workload.name + "-published") && endpoint.exposure != .inside
    }

    // MARK: Services

    mutating func service(
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
