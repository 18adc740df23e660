/// One container of a workload.
public struct Container: Sendable, Equatable {
    /// When the image is fetched.
    public enum ImagePull: Sendable, Equatable {
        /// At each start.
        case always
        /// When the node does not have it.
        case ifMissing
        /// Never.
        case never
    }

    /// The name, unique in the workload.
    public var name: String
    /// The reference of the image; nil when it is to be built.
    public var image: String?
    /// When the image is fetched; nil leaves it to the orchestrator.
    public var imagePull: ImagePull?
    /// What replaces the image's entry point.
    public var entrypoint: [String]?
    /// What replaces the image's command, which are the arguments of the entry point.
    public var arguments: [String]?
    /// The directory in which the process starts.
    public var workingDirectory: String?
    /// The environment variables, in order.
    public var environment: [EnvironmentVariable]
    /// Assets all of whose entries become environment variables; `environment` wins over them.
    public var environmentSources: [EnvironmentSource]
    /// The ports on which the container listens.
    public var ports: [ContainerPort]
    /// What is mounted where.
    public var mounts: [ContainerMount]
    /// Tells whether the container works or should be restarted.
    public var liveness: Probe?
    /// Tells whether the container may be sent requests.
    public var readiness: Probe?
    /// Tells whether the container has started; the other probes wait for it.
    public var startup: Probe?
    /// What the container may use at most.
    public var limits: ResourceAmounts
    /// What is set aside for the container.
    public var requests: ResourceAmounts
    /// The rights of the container's processes.
    public var security: Security
    /// Whether standard input stays open.
    public var standardInput: Bool?
    /// Whether a terminal is attached.
    public var terminal: Bool?
    /// Where the container came from.
    public var origin: Origin

    /// Creates a container.
    public init(
        name: String,
        image: String? = nil,
        imagePull: ImagePull? = nil,
        entrypoint: [String]? = nil,
        arguments: [String]? = nil,
        workingDirectory: String? = nil,
        environment: [EnvironmentVariable] = [],
        environmentSources: [EnvironmentSource] = [],
        ports: [ContainerPort] = [],
        mounts: [ContainerMount] = [],
        liveness: Probe? = nil,
        readiness: Probe? = nil,
        startup: Probe? = nil,
        limits: ResourceAmounts = ResourceAmounts(),
        requests: ResourceAmounts = ResourceAmounts(),
        security: Security = Security(),
        standardInput: Bool? = nil,
        terminal: Bool? = nil,
        origin: Origin = .none
    ) {
        self.name = name
        self.image = image
        self.imagePull = imagePull
        self.entrypoint = entrypoint
        self.arguments = arguments
        self.workingDirectory = workingDirectory
        self.environment = environment
        self.environmentSources = environmentSources
        self.ports = ports
        self.mounts = mounts
        self.liveness = liveness
        self.readiness = readiness
        self.startup = startup
        self.limits = limits
        self.requests = requests
        self.security = security
        self.standardInput = standardInput
        self.terminal = terminal
        self.origin = origin
    }
}

/// The rights of a container's processes.
public struct Security: Sendable, Equatable {
    /// The numeric user, or a name that the image knows.
    public var user: String?
    /// The numeric group, or a name that the image knows.
    public var group: String?
    /// Whether the container has the rights of the host's root.
    public var privileged: Bool?
    /// Whether the root file system is read-only.
    public var readOnlyRoot: Bool?
    /// Linux capabilities beyond the default ones, without the prefix `CAP_`.
    public var addedCapabilities: [String]
    /// Linux capabilities taken away.
    public var droppedCapabilities: [String]

    /// Creates a set of rights.
    public init(
        user: String? = nil,
        group: String? = nil,
        privileged: Bool? = nil,
        readOnlyRoot: Bool? = nil,
        addedCapabilities: [String] = [],
        droppedCapabilities: [String] = []
    ) {
        self.user = user
        self.group = group
        self.privileged = privileged
        self.readOnlyRoot = readOnlyRoot
        self.addedCapabilities = addedCapabilities
        self.droppedCapabilities = droppedCapabilities
    }
}
