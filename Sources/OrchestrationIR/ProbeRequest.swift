/// The GET request of a probe.
public struct ProbeRequest: Sendable, Equatable {
    /// A header of the request.
    public struct Header: Sendable, Equatable {
        /// The name.
        public var name: String
        /// The value.
        public var value: String

        /// Creates a header.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The port of the container.
    public var port: EndpointPort.Target
    /// The path with the query; empty means that of the root.
    public var path: String
    /// Whether the connection is encrypted. Certificates are not checked.
    public var secure: Bool
    /// The host to connect to; nil means the instance itself.
    public var host: String?
    /// Further headers.
    public var headers: [Header]

    /// Creates a request.
    public init(
        port: EndpointPort.Target,
        path: String = "",
        secure: Bool = false,
        host: String? = nil,
        headers: [Header] = []
    ) {
        self.port = port
        self.path = path
        self.secure = secure
        self.host = host
        self.headers = headers
    }
}
