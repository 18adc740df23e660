public import YAMLTree

/// A request to an API, and how its answer is taken.
public struct PlanRequest: Sendable, Equatable {
    /// The methods that plans use.
    @nonexhaustive public enum Method: String, Sendable, Hashable, CaseIterable {
        case get = "GET"
        case post = "POST"
        case patch = "PATCH"
        case delete = "DELETE"
    }

    /// Who answers.
    public enum Endpoint: Sendable, Hashable {
        /// The API of the cluster: an API server, a Swarm manager, a Rancher server.
        case cluster
        /// The engine of the node of this name.
        case node(String)
    }

    /// A parameter of the query whose value is read from the API right before the request is sent.
    public struct Lookup: Sendable, Hashable {
        /// The name of the parameter.
        public var parameter: String
        /// The path of the object to read.
        public var path: String
        /// Where in the answer the value is.
        public var field: JSONPointer

        /// Creates a lookup.
        public init(_ parameter: String, path: String, field: JSONPointer) {
            self.parameter = parameter
            self.path = path
            self.field = field
        }
    }

    /// Who answers.
    public var endpoint: Endpoint
    /// The method.
    public var method: Method
    /// The path and, after a question mark, the query; both are encoded.
    public var path: String
    /// A parameter that is not known before.
    public var lookup: Lookup?
    /// The media type of the body.
    public var contentType: String?
    /// The body, which is sent as JSON; its keys are sorted, so that equal bodies are equal values.
    public private(set) var body: Node?
    /// The statuses by which the request is done. A status such as 404 stands here when it means that nothing is left
    /// to do.
    public var accepted: [Int]
    /// The statuses that say that the state of the object is not the one that the plan was made for.
    public var stale: [Int]
    /// When the same request is sent again.
    public var retry: Retry?
    /// The same as a command of the orchestrator's command line.
    public var command: ShellCommand

    /// When a request is sent again.
    public struct Retry: Sendable, Hashable {
        /// The statuses after which it is.
        public var statuses: [Int]
        /// How often and how long.
        public var pace: Pace

        /// Creates a rule.
        public init(_ statuses: [Int], _ pace: Pace) {
            self.statuses = statuses
            self.pace = pace
        }
    }

    /// Creates a request.
    public init(
        _ method: Method,
        _ path: String,
        at endpoint: Endpoint = .cluster,
        lookup: Lookup? = nil,
        contentType: String? = nil,
        body: Node? = nil,
        accepted: [Int] = [200],
        stale: [Int] = [],
        retry: Retry? = nil,
        command: ShellCommand
    ) {
        self.endpoint = endpoint
        self.method = method
        self.path = path
        self.lookup = lookup
        self.contentType = contentType
        self.body = body?.sortedByKey
        self.accepted = accepted
        self.stale = stale
        self.retry = retry
        self.command = command
    }
}

/// The media types of bodies.
enum MediaType {
    static let json = "application/json"
    static let mergePatch = "application/merge-patch+json"
    static let jsonPatch = "application/json-patch+json"
}

extension Node {
    /// The same value with the keys of all mappings sorted.
    fileprivate var sortedByKey: Node {
        switch content {
        case .scalar: return self
        case .sequence(let items): return .sequence(items.map(\.sortedByKey))
        case .mapping(let mapping):
            let entries = mapping.entries.sorted { $0.name < $1.name }
            return .mapping(Mapping(entries.map { Mapping.Entry(key: $0.key, value: $0.value.sortedByKey) }))
        }
    }
}
