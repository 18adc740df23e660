/// What runs, how it is reached, what it stores and what it reads, in no orchestrator's words.
///
/// Readers make applications from an orchestrator's model and writers make models from applications. Names are unique
/// within each list and refer across lists: an endpoint to the workloads it reaches, a mount to a volume or an asset.
public struct Application: Sendable, Equatable {
    /// The name of the whole, such as a Compose project name.
    public var name: String?
    /// What runs, in the order of the source.
    public var workloads: [Workload]
    /// How workloads are reached.
    public var endpoints: [Endpoint]
    /// Ways in for HTTP requests, by host and path.
    public var routes: [Route]
    /// Storage that outlives its users.
    public var volumes: [Volume]
    /// Configuration and secrets.
    public var assets: [Asset]
    /// Networks that separate workloads from each other.
    public var networks: [Network]
    /// What the source says of the whole and the IR does not model.
    public var attachments: [Attachment]
    /// Where the parts came from.
    public var origins: OriginTable

    /// Creates an application.
    public init(
        name: String? = nil,
        workloads: [Workload] = [],
        endpoints: [Endpoint] = [],
        routes: [Route] = [],
        volumes: [Volume] = [],
        assets: [Asset] = [],
        networks: [Network] = [],
        attachments: [Attachment] = [],
        origins: OriginTable = OriginTable()
    ) {
        self.name = name
        self.workloads = workloads
        self.endpoints = endpoints
        self.routes = routes
        self.volumes = volumes
        self.assets = assets
        self.networks = networks
        self.attachments = attachments
        self.origins = origins
    }
}
