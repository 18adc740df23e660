public import OrderedCollections

/// A way in for HTTP requests from outside, by host and path.
public struct Route: Sendable, Equatable {
    /// How a path is compared with that of a request.
    public enum PathMatch: Sendable, Hashable {
        /// The path of the request begins with it, in whole steps.
        case prefix
        /// The path of the request is the same.
        case exact
        /// As the software decides that serves the route.
        case unspecified
    }

    /// The requests that go to one endpoint.
    public struct Rule: Sendable, Equatable {
        /// The host, which may begin with `*.`; nil means any.
        public var host: String?
        /// The path.
        public var path: String
        /// How the path is compared.
        public var match: PathMatch
        /// The name of the endpoint.
        public var endpoint: String
        /// The port of the endpoint, by number or name.
        public var port: EndpointPort.Target

        /// Creates a rule.
        public init(
            host: String?,
            path: String = "/",
            match: PathMatch = .prefix,
            endpoint: String,
            port: EndpointPort.Target
        ) {
            self.host = host
            self.path = path
            self.match = match
            self.endpoint = endpoint
            self.port = port
        }
    }

    /// A certificate for encrypted connections.
    public struct Certificate: Sendable, Equatable {
        /// The hosts that it is for; empty means all of the route.
        public var hosts: [String]
        /// The name of the secret with the certificate; nil leaves it to the software that serves the route.
        public var secret: String?

        /// Creates a certificate.
        public init(hosts: [String], secret: String?) {
            self.hosts = hosts
            self.secret = secret
        }
    }

    /// The name, unique among the routes.
    public var name: String
    /// The software that serves the route, by the orchestrator's name of it.
    public var routeClass: String?
    /// Which requests go where, in order.
    public var rules: [Rule]
    /// The certificates.
    public var certificates: [Certificate]
    /// Labels.
    public var labels: OrderedDictionary<String, String>
    /// Where the route came from.
    public var origin: Origin

    /// Creates a route.
    public init(
        name: String,
        routeClass: String? = nil,
        rules: [Rule] = [],
        certificates: [Certificate] = [],
        labels: OrderedDictionary<String, String> = [:],
        origin: Origin = .none
    ) {
        self.name = name
        self.routeClass = routeClass
        self.rules = rules
        self.certificates = certificates
        self.labels = labels
        self.origin = origin
    }
}
