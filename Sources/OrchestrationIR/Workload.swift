public import OrderedCollections

/// One or more containers that run together, and how many times.
public struct Workload: Sendable, Equatable {
    /// How instances are made and kept.
    public enum Kind: Sendable, Equatable {
        /// A number of interchangeable instances; nil when the source states none, which means one.
        case replicated(Int?)
        /// One instance on each eligible node.
        case onePerNode
        /// One run to its end on each eligible node.
        case onceOnEachNode
        /// A number of instances that keep their names and storage; nil when the source states none, which means one.
        /// The endpoint `service` governs the names.
        case stableIdentity(Int?, service: String?)
        /// One instance that nothing replaces when its node is lost.
        case single
        /// Instances that run until so many have succeeded; nil when the source states none, which means one. With a
        /// `schedule`, five fields as cron reads them, they run again at each of its times.
        case runToCompletion(Int?, schedule: String?)
    }

    /// What happens when the containers end.
    public enum Restart: Sendable, Equatable {
        /// They are started again.
        case always
        /// They are started again when they fail, at most so many times if a number is given.
        case onFailure(maximumAttempts: Int?)
        /// They stay ended.
        case never
    }

    /// The name, unique among the workloads.
    public var name: String
    /// How instances are made and kept.
    public var kind: Kind
    /// What happens when the containers end; nil leaves it to the orchestrator.
    public var restart: Restart?
    /// The containers; the first is the main one.
    public var containers: [Container]
    /// Containers that run one after the other before the others start.
    public var initContainers: [Container]
    /// Storage that each instance has for itself.
    public var instanceVolumes: [Volume]
    /// The networks that the instances join; empty means the application's common one.
    public var networks: [String]
    /// What has to be there before the workload starts.
    public var dependencies: [Dependency]
    /// How a new version replaces the old one.
    public var rollout: Rollout?
    /// On which nodes instances may run.
    public var placement: Placement
    /// The host name that the containers see.
    public var hostname: String?
    /// The time from the request to stop until the containers are killed.
    public var terminationGracePeriod: Duration?
    /// Further entries of the containers' hosts file: names by address.
    public var hostAliases: OrderedDictionary<String, [String]>
    /// The account under which the instances talk to the orchestrator.
    public var serviceAccount: String?
    /// The names of secrets with credentials of registries.
    public var imagePullSecrets: [String]
    /// The group that owns the files of volumes.
    public var volumeGroup: Int?
    /// Further groups of the processes, by number.
    public var furtherGroups: [Int]
    /// How the number of instances follows the load.
    public var autoscaling: Autoscaling?
    /// Labels of the workload.
    public var labels: OrderedDictionary<String, String>
    /// The labels by which the orchestrator tells the instances from those of other workloads; empty leaves them to it.
    public var selector: OrderedDictionary<String, String>
    /// Labels of each instance.
    public var instanceLabels: OrderedDictionary<String, String>
    /// Remarks for people and tools on each instance.
    public var instanceAnnotations: OrderedDictionary<String, String>
    /// What the source says of the workload and the IR does not model.
    public var attachments: [Attachment]
    /// Where the workload came from.
    public var origin: Origin

    /// Creates a workload.
    public init(
        name: String,
        kind: Kind = .replicated(nil),
        restart: Restart? = nil,
        containers: [Container] = [],
        initContainers: [Container] = [],
        instanceVolumes: [Volume] = [],
        networks: [String] = [],
        dependencies: [Dependency] = [],
        rollout: Rollout? = nil,
        placement: Placement = Placement(),
        hostname: String? = nil,
        terminationGracePeriod: Duration? = nil,
        hostAliases: OrderedDictionary<String, [String]> = [:],
        serviceAccount: String? = nil,
        imagePullSecrets: [String] = [],
        volumeGroup: Int? = nil,
        furtherGroups: [Int] = [],
        autoscaling: Autoscaling? = nil,
        labels: OrderedDictionary<String, String> = [:],
        selector: OrderedDictionary<String, String> = [:],
        instanceLabels: OrderedDictionary<String, String> = [:],
        instanceAnnotations: OrderedDictionary<String, String> = [:],
        attachments: [Attachment] = [],
        origin: Origin = .none
    ) {
        self.name = name
        self.kind = kind
        self.restart = restart
        self.containers = containers
        self.initContainers = initContainers
        self.instanceVolumes = instanceVolumes
        self.networks = networks
        self.dependencies = dependencies
        self.rollout = rollout
        self.placement = placement
        self.hostname = hostname
        self.terminationGracePeriod = terminationGracePeriod
        self.hostAliases = hostAliases
        self.serviceAccount = serviceAccount
        self.imagePullSecrets = imagePullSecrets
        self.volumeGroup = volumeGroup
        self.furtherGroups = furtherGroups
        self.autoscaling = autoscaling
        self.labels = labels
        self.selector = selector
        self.instanceLabels = instanceLabels
        self.instanceAnnotations = instanceAnnotations
        self.attachments = attachments
        self.origin = origin
    }
}

/// A workload that has to reach a state before another starts.
public struct Dependency: Sendable, Equatable {
    /// The state.
    public enum Condition: Sendable, Equatable {
        /// Its containers have started.
        case started
        /// Its probes succeed.
        case healthy
        /// It has ended without a failure.
        case completed
    }

    /// The name of the workload.
    public var workload: String
    /// The state.
    public var condition: Condition

    /// Creates a dependency.
    public init(workload: String, condition: Condition) {
        self.workload = workload
        self.condition = condition
    }
}
