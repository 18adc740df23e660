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
    var findings: [Finding] = []
    let assetsByID: [AssetID: Asset]
    /// The config or secret for an entry of an asset.
    var assetNames: [AssetID: [String: String]] = [:]
    var endpointsByWorkload: [String: [Endpoint]] = [:]
    let workloadNames: Set<String>
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
    static func projectName(_ name: String) -> String {
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
