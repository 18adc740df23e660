/// A registry that speaks the OCI Distribution Specification 1.1, or Docker's registry protocol before it.
///
/// Every request is authorized as the registry asks, tried again as ``RetryPolicy`` says, and follows redirects without
/// telling another host who the caller is.
public struct RegistryClient: Sendable {
    /// The registry.
    public let registry: RegistryHost
    let transport: RegistryTransport
    let base: Endpoint
    let authorizer: Authorizer

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - registry: The registry.
    ///   - credentials: Who knows the credentials; asked once, and only if the registry wants some.
    ///   - transport: The connections.
    public init(
        _ registry: RegistryHost,
        credentials: any CredentialSource = GivenCredentials(),
        transport: RegistryTransport
    ) {
        self.registry = registry
        self.transport = transport
        let scheme: Endpoint.Scheme = transport.configuration.plainHTTP.contains(registry) ? .http : .https
        self.base = Endpoint(scheme: scheme, authority: registry.endpoint, target: "/v2/")
        self.authorizer = Authorizer(registry: registry, endpoint: base, source: credentials, transport: transport)
    }

    func endpoint(_ repository: RepositoryName, _ rest: String) -> Endpoint {
        var endpoint = base
        endpoint.target += "\(repository.path)/\(rest)"
        return endpoint
    }
}
