public import OrderedCollections

/// A name under which workloads are reached.
public struct Endpoint: Sendable, Equatable {
    /// From where the endpoint can be reached.
    public enum Exposure: Sendable, Equatable {
        /// From the other workloads, through one address that spreads connections over the instances.
        case inside
        /// From the other workloads; the name stands for the addresses of all instances, on any port.
        case insideEach
        /// From outside, on a port of every node.
        case everyNode
        /// From outside, through a load balancer.
        case loadBalancer
        /// A name for something outside the application.
        case external(name: String)
    }

    /// The name, unique among the endpoints.
    public var name: String
    /// The names of the workloads that it reaches.
    public var workloads: [String]
    /// The endpoint of which this is another name.
    public var aliasOf: String?
    /// From where it can be reached.
    public var exposure: Exposure
    /// Its ports.
    public var ports: [EndpointPort]
    /// For how long connections of one client go to the same instance; nil means that they need not.
    public var clientAffinity: Duration?
    /// Whether connections from outside only go to instances on the node that they reach, which see the client's address.
    public var staysOnNode: Bool?
    /// Labels.
    public var labels: OrderedDictionary<String, String>
    /// Where the endpoint came from.
    public var origin: Origin

    /// Creates an endpoint.
    public init(
        name: String,
        workloads: [String],
        aliasOf: String? = nil,
        exposure: Exposure = .inside,
        ports: [EndpointPort] = [],
        clientAffinity: Duration? = nil,
        staysOnNode: Bool? = nil,
        labels: OrderedDictionary<String, String> = [:],
        origin: Origin = .none
    ) {
        self.name = name
        self.workloads = workloads
        self.aliasOf = aliasOf
        self.exposure = exposure
        self.ports = ports
        self.clientAffinity = clientAffinity
        self.staysOnNode = staysOnNode
        self.labels = labels
        self.origin = origin
    }
}

/// A port of an endpoint.
public struct EndpointPort: Sendable, Equatable {
    /// The port of the container that receives the connections.
    public enum Target: Sendable, Hashable {
        /// By number.
        case number(Int)
        /// By the name that the container gives it.
        case name(String)
    }

    /// The name, unique in the endpoint.
    public var name: String?
    /// The port that clients use.
    public var port: Int
    /// The port of the container.
    public var target: Target
    /// The protocol.
    public var transport: TransportProtocol
    /// The protocol above the transport, such as `http`.
    public var applicationProtocol: String?
    /// The port of every node, for endpoints that have one.
    public var nodePort: Int?
    /// Where the port came from.
    public var origin: Origin

    /// Creates a port.
    public init(
        _ port: Int,
        target: Target,
        transport: TransportProtocol = .tcp,
        name: String? = nil,
        applicationProtocol: String? = nil,
        nodePort: Int? = nil,
        origin: Origin = .none
    ) {
        self.name = name
        self.port = port
        self.target = target
        self.transport = transport
        self.applicationProtocol = applicationProtocol
        self.nodePort = nodePort
        self.origin = origin
    }
}
