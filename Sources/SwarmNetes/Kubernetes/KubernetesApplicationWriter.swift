public import Diagnostics
public import KubeModel
public import OrchestrationIR

/// Writes applications as Kubernetes objects.
///
/// The objects come in the order in which they can be applied: ConfigMaps, Secrets, claims, Services, workloads.
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

        /// The namespace of the objects; nil leaves it to whoever applies them.
        public var namespace: String?
        /// The kind for interchangeable instances.
        public var replicatedKind: ReplicatedKind
        /// How ports are published.
        public var publication: Publication
        /// The size in bytes of volumes for which the source states none.
        public var volumeBytes: Int64

        /// Creates options.
        ///
        /// - Parameters:
        ///   - namespace: The namespace of the objects.
        ///   - replicatedKind: The kind for interchangeable instances; Deployment unless said otherwise.
        ///   - publication: How ports are published; by a load balancer unless said otherwise.
        ///   - volumeBytes: The size of volumes; 1 GiB unless said otherwise.
        public init(
            namespace: String? = nil,
            replicatedKind: ReplicatedKind = .deployment,
            publication: Publication = .loadBalancer,
            volumeBytes: Int64 = 1 << 30
        ) {
            self.namespace = namespace
            self.replicatedKind = replicatedKind
            self.publication = publication
            self.volumeBytes = volumeBytes
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
        var writing = KubernetesWriting(
            application: application.published(as: options.publication),
            names: names,
            options: options
        )
        writing.run()
        return Converted(writing.objects, report: ConversionReport(names.changes + writing.findings))
    }
}
