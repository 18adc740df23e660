public import OrderedCollections
public import YAMLTree

/// A service: containers of one image that run alike (Compose Specification, "Services top-level element").
///
/// Properties are named after the keys. An absent key is nil, or empty where absent and empty mean the same.
public struct Service: Sendable, Equatable {
    // MARK: Image

    /// The image to run; absent when the service is built, or is a provider.
    public var image: String?
    /// How to build the image.
    public var build: Build?
    /// When to pull: `always`, `never`, `missing`, `if_not_present`, `build`, `refresh`, `daily`, `weekly` or `every_<duration>`.
    public var pullPolicy: String?
    /// The age at which a pulled image counts as stale.
    public var pullRefreshAfter: String?
    /// The platform to run on: `os[/arch[/variant]]`.
    public var platform: String?

    // MARK: Process

    /// The arguments; nil runs the image's, an empty list clears them.
    public var command: [String]?
    /// The executable with its first arguments; nil runs the image's, an empty list clears it and the image's command.
    public var entrypoint: [String]?
    /// The folder in which the process starts.
    public var workingDir: String?
    /// The user, and after a colon the group, by name or number.
    public var user: String?
    /// Further groups of the user, by name or number.
    public var groupAdd: [String]
    /// The variables; a null value is taken from the environment of whoever starts the project.
    public var environment: OrderedDictionary<String, String?>
    /// Files of variables that `environment` overrides.
    public var envFile: [EnvFile]
    /// Whether the process has a terminal.
    public var tty: Bool?
    /// Whether standard input stays open.
    public var stdinOpen: Bool?
    /// Whether an init process forwards signals and reaps children.
    public var `init`: Bool?
    /// Whether `docker compose up` collects the output; absent means yes.
    public var attach: Bool?

    // MARK: Life

    /// The restart policy: `no`, `always`, `unless-stopped`, or `on-failure` with an optional `:<retries>`.
    public var restart: String?
    /// The services that start first, by name.
    public var dependsOn: OrderedDictionary<String, ServiceDependency>
    /// The check that tells whether a container is healthy.
    public var healthcheck: HealthCheck?
    /// How long the process may take to end before it is killed.
    public var stopGracePeriod: ComposeDuration?
    /// The signal that asks the process to end; absent means SIGTERM.
    public var stopSignal: String?
    /// Commands that run in containers of their own before the service starts.
    public var preStart: [ServiceHook]
    /// Commands that run in the container after it started.
    public var postStart: [ServiceHook]
    /// Commands that run in the container before it is stopped.
    public var preStop: [ServiceHook]
    /// The profiles that enable the service; none means always enabled.
    public var profiles: [String]
    /// The number of containers; `deploy.replicas` says the same.
    public var scale: Int?
    /// Where and how many containers run.
    public var deploy: Deploy?
    /// How changes of source files reach running containers.
    public var develop: Develop?
    /// The external program that runs the service in place of a container.
    public var provider: Provider?
    /// The service that this one extends; absent after loading.
    public var extends: Extends?

    // MARK: Names

    /// A fixed name for the only container.
    public var containerName: String?
    /// The host name inside the container.
    public var hostname: String?
    /// The domain name inside the container.
    public var domainname: String?
    /// Labels of the containers.
    public var labels: OrderedDictionary<String, String>
    /// Files of labels that `labels` overrides.
    public var labelFile: [String]
    /// Annotations of the containers.
    public var annotations: OrderedDictionary<String, String>

    // MARK: Network

    /// The ports that are published on the host.
    public var ports: [PortMapping]
    /// Ports or ranges of ports that other services reach, such as `8080` or `3000-3005/udp`.
    public var expose: [String]
    /// The networks by key; null for a network without further settings.
    public var networks: OrderedDictionary<String, ServiceNetwork?>
    /// `none`, `host`, `bridge`, `service:<name>` or `container:<name>` in place of networks.
    public var networkMode: String?
    /// Services to reach under another name, as `service[:alias]`.
    public var links: [String]
    /// Containers of other projects to reach, as `container[:alias]`.
    public var externalLinks: [String]
    /// Addresses of name servers.
    public var dns: [String]
    /// Domains in which names are looked up.
    public var dnsSearch: [String]
    /// Options of the resolver.
    public var dnsOpt: [String]
    /// Further host names with their addresses.
    public var extraHosts: [ExtraHost]
    /// The hardware address of the container.
    public var macAddress: String?

    // MARK: Storage

    /// What is mounted where.
    public var volumes: [Mount]
    /// Services or containers whose mounts are shared, as `[container:]name[:ro]`.
    public var volumesFrom: [String]
    /// Memory file systems, as `path[:options]`.
    public var tmpfs: [String]
    /// Configuration files that are mounted.
    public var configs: [FileReference]
    /// Secrets that are mounted.
    public var secrets: [FileReference]
    /// Whether the root file system is read-only.
    public var readOnly: Bool?
    /// The size of `/dev/shm`.
    public var shmSize: ByteSize?
    /// Options of the storage driver.
    public var storageOpt: OrderedDictionary<String, String>
    /// The AI models that the service uses, by key; null for the default variables.
    public var models: OrderedDictionary<String, ServiceModel?>
    /// Whether the socket of the container engine is mounted.
    public var useAPISocket: Bool?

    // MARK: Security

    /// Whether the container has all privileges.
    public var privileged: Bool?
    /// Kernel capabilities to add.
    public var capAdd: [String]
    /// Kernel capabilities to drop.
    public var capDrop: [String]
    /// Options of the security labelling, such as `no-new-privileges:true`.
    public var securityOpt: [String]
    /// The credentials of a managed Windows service account.
    public var credentialSpec: CredentialSpec?
    /// The user namespace.
    public var usernsMode: String?

    // MARK: Isolation

    /// The process namespace: `host`, `service:<name>` or `container:<name>`.
    public var pid: String?
    /// The namespace of interprocess communication: `shareable`, `host`, `service:<name>` or another mode.
    public var ipc: String?
    /// The namespace of host names: `host`.
    public var uts: String?
    /// The cgroup namespace: `host` or `private`.
    public var cgroup: String?
    /// The parent cgroup.
    public var cgroupParent: String?
    /// The isolation technology of the platform.
    public var isolation: String?
    /// The OCI runtime.
    public var runtime: String?
    /// Kernel parameters of the container.
    public var sysctls: OrderedDictionary<String, String>

    // MARK: Resources

    /// The number of processors that the container may use.
    public var cpus: Double?
    /// The number of usable processors (Windows).
    public var cpuCount: Int?
    /// The usable share of the processors in percent (Windows).
    public var cpuPercent: Double?
    /// The weight relative to other containers; 1024 is usual.
    public var cpuShares: Int?
    /// Microseconds of processor time in each `cpu_period`.
    public var cpuQuota: Int?
    /// The length of a scheduling period in microseconds.
    public var cpuPeriod: Int?
    /// The length of a real-time scheduling period in microseconds.
    public var cpuRTPeriod: Int?
    /// Microseconds of real-time processor time in each `cpu_rt_period`.
    public var cpuRTRuntime: Int?
    /// The processors that may be used, as `0-3` or `0,1`.
    public var cpuset: String?
    /// The most memory that the container may use.
    public var memLimit: ByteSize?
    /// The memory that is reserved for the container.
    public var memReservation: ByteSize?
    /// The most memory and swap together; -1 sets no limit to swap.
    public var memswapLimit: ByteSize?
    /// How readily the kernel swaps, from 0 to 100.
    public var memSwappiness: Int?
    /// Whether the container is spared when memory runs out.
    public var oomKillDisable: Bool?
    /// How readily the container is killed when memory runs out, from -1000 to 1000.
    public var oomScoreAdj: Int?
    /// The most processes; -1 sets no limit.
    public var pidsLimit: Int?
    /// Limits of the process by name.
    public var ulimits: OrderedDictionary<String, Ulimit>
    /// Limits of block devices.
    public var blkioConfig: BlkioConfig?
    /// Devices of the host that the container sees.
    public var devices: [DeviceMapping]
    /// Rules of the device cgroup.
    public var deviceCgroupRules: [String]
    /// Graphics processors that the container gets.
    public var gpus: [DeviceRequest]

    // MARK: Output

    /// Where the output goes.
    public var logging: Logging?

    // MARK: Origin

    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        image: String? = nil,
        build: Build? = nil,
        pullPolicy: String? = nil,
        pullRefreshAfter: String? = nil,
        platform: String? = nil,
        command: [String]? = nil,
        entrypoint: [String]? = nil,
        workingDir: String? = nil,
        user: String? = nil,
        groupAdd: [String] = [],
        environment: OrderedDictionary<String, String?> = [:],
        envFile: [EnvFile] = [],
        tty: Bool? = nil,
        stdinOpen: Bool? = nil,
        `init`: Bool? = nil,
        attach: Bool? = nil,
        restart: String? = nil,
        dependsOn: OrderedDictionary<String, ServiceDependency> = [:],
        healthcheck: HealthCheck? = nil,
        stopGracePeriod: ComposeDuration? = nil,
        stopSignal: String? = nil,
        preStart: [ServiceHook] = [],
        postStart: [ServiceHook] = [],
        preStop: [ServiceHook] = [],
        profiles: [String] = [],
        scale: Int? = nil,
        deploy: Deploy? = nil,
        develop: Develop? = nil,
        provider: Provider? = nil,
        extends: Extends? = nil,
        containerName: String? = nil,
        hostname: String? = nil,
        domainname: String? = nil,
        labels: OrderedDictionary<String, String> = [:],
        labelFile: [String] = [],
        annotations: OrderedDictionary<String, String> = [:],
        ports: [PortMapping] = [],
        expose: [String] = [],
        networks: OrderedDictionary<String, ServiceNetwork?> = [:],
        networkMode: String? = nil,
        links: [String] = [],
        externalLinks: [String] = [],
        dns: [String] = [],
        dnsSearch: [String] = [],
        dnsOpt: [String] = [],
        extraHosts: [ExtraHost] = [],
        macAddress: String? = nil,
        volumes: [Mount] = [],
        volumesFrom: [String] = [],
        tmpfs: [String] = [],
        configs: [FileReference] = [],
        secrets: [FileReference] = [],
        readOnly: Bool? = nil,
        shmSize: ByteSize? = nil,
        storageOpt: OrderedDictionary<String, String> = [:],
        models: OrderedDictionary<String, ServiceModel?> = [:],
        useAPISocket: Bool? = nil,
        privileged: Bool? = nil,
        capAdd: [String] = [],
        capDrop: [String] = [],
        securityOpt: [String] = [],
        credentialSpec: CredentialSpec? = nil,
        usernsMode: String? = nil,
        pid: String? = nil,
        ipc: String? = nil,
        uts: String? = nil,
        cgroup: String? = nil,
        cgroupParent: String? = nil,
        isolation: String? = nil,
        runtime: String? = nil,
        sysctls: OrderedDictionary<String, String> = [:],
        cpus: Double? = nil,
        cpuCount: Int? = nil,
        cpuPercent: Double? = nil,
        cpuShares: Int? = nil,
        cpuQuota: Int? = nil,
        cpuPeriod: Int? = nil,
        cpuRTPeriod: Int? = nil,
        cpuRTRuntime: Int? = nil,
        cpuset: String? = nil,
        memLimit: ByteSize? = nil,
        memReservation: ByteSize? = nil,
        memswapLimit: ByteSize? = nil,
        memSwappiness: Int? = nil,
        oomKillDisable: Bool? = nil,
        oomScoreAdj: Int? = nil,
        pidsLimit: Int? = nil,
        ulimits: OrderedDictionary<String, Ulimit> = [:],
        blkioConfig: BlkioConfig? = nil,
        devices: [DeviceMapping] = [],
        deviceCgroupRules: [String] = [],
        gpus: [DeviceRequest] = [],
        logging: Logging? = nil,
        fields: RetainedFields = .none
    ) {
        self.image = image
        self.build = build
        self.pullPolicy = pullPolicy
        self.pullRefreshAfter = pullRefreshAfter
        self.platform = platform
        self.command = command
        self.entrypoint = entrypoint
        self.workingDir = workingDir
        self.user = user
        self.groupAdd = groupAdd
        self.environment = environment
        self.envFile = envFile
        self.tty = tty
        self.stdinOpen = stdinOpen
        self.`init` = `init`
        self.attach = attach
        self.restart = restart
        self.dependsOn = dependsOn
        self.healthcheck = healthcheck
        self.stopGracePeriod = stopGracePeriod
        self.stopSignal = stopSignal
        self.preStart = preStart
        self.postStart = postStart
        self.preStop = preStop
        self.profiles = profiles
        self.scale = scale
        self.deploy = deploy
        self.develop = develop
        self.provider = provider
        self.extends = extends
        self.containerName = containerName
        self.hostname = hostname
        self.domainname = domainname
        self.labels = labels
        self.labelFile = labelFile
        self.annotations = annotations
        self.ports = ports
        self.expose = expose
        self.networks = networks
        self.networkMode = networkMode
        self.links = links
        self.externalLinks = externalLinks
        self.dns = dns
        self.dnsSearch = dnsSearch
        self.dnsOpt = dnsOpt
        self.extraHosts = extraHosts
        self.macAddress = macAddress
        self.volumes = volumes
        self.volumesFrom = volumesFrom
        self.tmpfs = tmpfs
        self.configs = configs
        self.secrets = secrets
        self.readOnly = readOnly
        self.shmSize = shmSize
        self.storageOpt = storageOpt
        self.models = models
        self.useAPISocket = useAPISocket
        self.privileged = privileged
        self.capAdd = capAdd
        self.capDrop = capDrop
        self.securityOpt = securityOpt
        self.credentialSpec = credentialSpec
        self.usernsMode = usernsMode
        self.pid = pid
        self.ipc = ipc
        self.uts = uts
        self.cgroup = cgroup
        self.cgroupParent = cgroupParent
        self.isolation = isolation
        self.runtime = runtime
        self.sysctls = sysctls
        self.cpus = cpus
        self.cpuCount = cpuCount
        self.cpuPercent = cpuPercent
        self.cpuShares = cpuShares
        self.cpuQuota = cpuQuota
        self.cpuPeriod = cpuPeriod
        self.cpuRTPeriod = cpuRTPeriod
        self.cpuRTRuntime = cpuRTRuntime
        self.cpuset = cpuset
        self.memLimit = memLimit
        self.memReservation = memReservation
        self.memswapLimit = memswapLimit
        self.memSwappiness = memSwappiness
        self.oomKillDisable = oomKillDisable
        self.oomScoreAdj = oomScoreAdj
        self.pidsLimit = pidsLimit
        self.ulimits = ulimits
        self.blkioConfig = blkioConfig
        self.devices = devices
        self.deviceCgroupRules = deviceCgroupRules
        self.gpus = gpus
        self.logging = logging
        self.fields = fields
    }
}
