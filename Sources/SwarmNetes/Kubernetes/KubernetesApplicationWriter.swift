public import Diagnostics
public import KubeModel
public import OrchestrationIR

/// Writes applications as Kubernetes objects.
///
/// The objects come in the order in which they can be applied: ConfigMaps, Secrets, claims, Services, Ingresses,
/// NetworkPolicies, workloads.
public struct KubernetesApplicationWriter: ApplicationWriter, Sendable {
    /// Choices that an application leaves open.
    public struct Options: Sendable, Hashable {
        /// The kind for interchangeable instances.
        public enum ReplicatedKind: String, Sendable, Hashable, CaseIterable {
            /// A Deployment, which rolls new versions out.
            case deployment = "Deployment"
            /// A StatefulSet, whose instances keep their names.
            case statefulSet = "StatefulSet"
            /// A ReplicationController, the oldest kind.
            case replicationController = "ReplicationController"
        }

        /// How ports are published that are reachable through any node of a Swarm.
        public enum Publication: String, Sendable, Hashable, CaseIterable {
            /// A Service of type LoadBalancer.
            case loadBalancer = "LoadBalancer"
            /// A Service of type NodePort, on a port that Kubernetes chooses.
            case nodePort = "NodePort"
            /// A port of the node on which the container runs.
            case hostPort = "HostPort"
        }

        /// How health checks are carried over.
        public enum ProbeForm: String, Sendable, Hashable, CaseIterable {
            /// Those that send a request or open a connection become requests of Kubernetes' own; all others stay commands.
            case requests
            /// All stay commands in the container.
            case commands
        }

        /// What keeps the order of starts.
        public enum StartOrder: String, Sendable, Hashable, CaseIterable {
            /// Init containers that wait until the others are ready, and those of which the end is waited for.
            case initContainers
            /// Readiness alone: all start at once, and are restarted until they find what they need.
            case readiness
        }

        /// The kind for what runs once: services with `restart: "no"` or `on-failure`.
        public enum RunOnceKind: String, Sendable, Hashable, CaseIterable {
            /// A Pod, which is gone with its node.
            case pod = "Pod"
            /// A Job, which runs again elsewhere when its node is gone.
            case job = "Job"
        }

        /// What becomes of networks that keep services apart.
        public enum Isolation: String, Sendable, Hashable, CaseIterable {
            /// NetworkPolicies, where some services share no network.
            case policies
            /// Labels of the pods alone: all reach each other.
            case open
        }

        /// What leads requests from outside to services by host and path.
        public enum Routing: Sendable, Hashable {
            /// Objects of the kind Ingress.
            case ingress
            /// Objects of the kind HTTPRoute, attached to the Gateway of this name.
            case gateway(String)
        }

        /// The namespace of the objects; nil leaves it to whoever applies them.
        public var namespace: String?
        /// The kind for interchangeable instances.
        public var replicatedKind: ReplicatedKind
        /// How ports are published.
        public var publication: Publication
        /// The size in bytes of volumes for which the source states none.
        public var volumeBytes: Int64
        /// How health checks are carried over.
        public var probes: ProbeForm
        /// What keeps the order of starts.
        public var startOrder: StartOrder
        /// What leads requests from outside to services.
        public var routing: Routing
        /// The kind for what runs once.
        public var runOnce: RunOnceKind
        /// What becomes of networks that keep services apart.
        public var isolation: Isolation

        /// Creates options.
        ///
        /// - Parameters:
        ///   - namespace: The namespace of the objects.
        ///   - replicatedKind: The kind for interchangeable instances; Deployment unless said otherwise.
        ///   - publication: How ports are published; by a load balancer unless said otherwise.
        ///   - volumeBytes: The size of volumes; 1 GiB unless said otherwise.
        ///   - probes: How health checks are carried over; as requests where they are some unless said otherwise.
        ///   - startOrder: What keeps the order of starts; init containers unless said otherwise.
        ///   - routing: What leads requests from outside to services; an Ingress unless said otherwise.
        ///   - runOnce: The kind for what runs once; a Pod unless said otherwise.
        ///   - isolation: What becomes of networks that keep services apart; NetworkPolicies unless said otherwise.
        public init(
            namespace: String? = nil,
            replicatedKind: ReplicatedKind = .deployment,
            publication: Publication = .loadBalancer,
            volumeBytes: Int64 = 1 << 30,
            probes: ProbeForm = .requests,
            startOrder: StartOrder = .initContainers,
            routing: Routing = .ingress,
            runOnce: RunOnceKind = .pod,
            isolation: Isolation = .policies
        ) {
            self.namespace = namespace
            self.replicatedKind = replicatedKind
            self.publication = publication
            self.volumeBytes = volumeBytes
            self.probes = probes
            self.startOrder = startOrder
            self.routing = routing
            self.runOnce = runOnce
            self.isolation = isolation
        }
    }

    /// The choices.
    public var options: Options

    /// Creates a writer.
    public init(_ options: Options = Options()) {
        self.options = options
    }

    /// The objects for `application`.
    ///
    /// - Throws: `InvalidInput` when the application contradicts itself or two names become the same.
    public func write(_ application: Application) throws(InvalidInput) -> Converted<[AnyKubernetesObject]> {
        let names = KubernetesNames(application)
        try ConversionReport(application.violations() + names.collisions).throwIfInvalid()
        var application = application.published(as: options.publication)
        if options.probes == .requests { application = application.withProbeRequests() }
        var findings = names.changes
        if options.startOrder == .initContainers {
            var order = StartOrder(application, names: names)
            order.keep()
            application = order.application
            findings += order.findings
        }
        var writing = KubernetesWriting(application: application, names: names, options: options)
        writing.run()
        return Converted(writing.objects, report: ConversionReport(findings + writing.findings))
    }
}
