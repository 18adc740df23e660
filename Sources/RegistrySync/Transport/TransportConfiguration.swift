/// How to talk to registries.
public struct TransportConfiguration: Sendable, Hashable {
    /// Registries that are spoken to without TLS. None by default: a registry gets no credentials in the clear unless the
    /// caller says so.
    public var plainHTTP: Set<RegistryHost> = []
    /// Certificates of authorities to trust besides the system's: the path of a PEM file.
    public var trustRoots: String?
    /// Whether the certificates of registries are not verified. Only for experiments.
    public var skipsVerification = false
    /// The certificate by which this client shows who it is.
    public var clientCertificate: ClientCertificate?
    /// Limits of time.
    public var timeouts = Timeouts()
    /// What is tried again, and when.
    public var retry = RetryPolicy()
    /// Proxies.
    public var proxy = ProxySettings()
    /// The most that is sent in a second over one connection, in bytes; nil is as fast as the link allows. The kernel
    /// spaces the packets (`SO_MAX_PACING_RATE`), and since an upload is fed by its download, that one slows down as well.
    public var pacing: Int?

    /// Creates the defaults.
    public init() {}

    /// The files of a client's certificate.
    public struct ClientCertificate: Sendable, Hashable {
        /// The path of the certificate chain, PEM.
        public var certificate: String
        /// The path of the private key, PEM.
        public var privateKey: String

        /// Creates a pair of paths.
        public init(certificate: String, privateKey: String) {
            self.certificate = certificate
            self.privateKey = privateKey
        }
    }

    /// Limits of time.
    public struct Timeouts: Sendable, Hashable {
        /// For a connection to be made.
        public var connect: Duration = .seconds(10)
        /// Without any byte in or out while one is due. A stalled transfer is broken off and resumed.
        public var idle: Duration = .seconds(60)
        /// For a request whose answer is small, such as a manifest's, from beginning to end.
        public var request: Duration = .seconds(120)

        /// Creates the defaults.
        public init() {}
    }
}
