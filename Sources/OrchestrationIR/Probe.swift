/// A test of a container that the orchestrator repeats.
public struct Probe: Sendable, Equatable {
    /// What is tested.
    public enum Action: Sendable, Equatable {
        /// A command in the container ends with status 0.
        case command([String])
        /// A line that the container's shell runs ends with status 0.
        case shell(String)
        /// A GET request is answered with a status from 200 to 399.
        case http(ProbeRequest)
        /// A connection is accepted.
        case tcp(port: EndpointPort.Target)
        /// A gRPC health check answers that it serves.
        case grpc(port: Int, service: String?)
    }

    /// What is tested.
    public var action: Action
    /// The time between two tests.
    public var interval: Duration?
    /// The time after which a test has failed.
    public var timeout: Duration?
    /// The time after the start during which failures do not count.
    public var startPeriod: Duration?
    /// The time between two tests during the start period.
    public var startInterval: Duration?
    /// How many failures in a row are a failure.
    public var failureThreshold: Int?
    /// How many successes in a row are a success.
    public var successThreshold: Int?
    /// Where the probe came from.
    public var origin: Origin

    /// Creates a probe.
    public init(
        _ action: Action,
        interval: Duration? = nil,
        timeout: Duration? = nil,
        startPeriod: Duration? = nil,
        startInterval: Duration? = nil,
        failureThreshold: Int? = nil,
        successThreshold: Int? = nil,
        origin: Origin = .none
    ) {
        self.action = action
        self.interval = interval
        self.timeout = timeout
        self.startPeriod = startPeriod
        self.startInterval = startInterval
        self.failureThreshold = failureThreshold
        self.successThreshold = successThreshold
        self.origin = origin
    }
}
