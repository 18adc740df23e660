/// Gets a registry's requests authorized, and remembers what it was given.
///
/// Tokens are kept by token server, service and scopes, and renewed before they end. Once a registry has shown how it wants
/// to be asked, later requests carry their authorization from the start, so that no body is sent in vain.
actor Authorizer {
    private let registry: RegistryHost
    private let registryEndpoint: Endpoint
    private let source: any CredentialSource
    private let transport: RegistryTransport

    private var credentials: Task<Credentials?, any Error>?
    private var style: Style?
    private var tokens: [TokenRequest: Task<IssuedToken, any Error>] = [:]

    /// How the registry wants requests to be authorized.
    private enum Style {
        case basic
        case bearer(realm: Endpoint, service: String?)
    }

    init(registry: RegistryHost, endpoint: Endpoint, source: any CredentialSource, transport: RegistryTransport) {
        self.registry = registry
        self.registryEndpoint = endpoint
        self.source = source
        self.transport = transport
    }

    /// The value of `Authorization` for a request that needs `scopes`; nil as long as the registry has not asked for any.
    func authorization(for scopes: [Scope]) async throws -> String? {
        switch style {
        case nil: nil
        case .basic: try await basic()
        case .bearer(let realm, let service):
            try await bearer(TokenRequest(realm: realm, service: service, scopes: scopes.sorted()))
        }
    }

    /// Learns from the answer 401 to a request that carried `used`.
    ///
    /// - Returns: Whether the request is worth another attempt.
    /// - Throws: ``RegistryError`` when the challenge cannot be met.
    func meet(challenges header: [String], used: String?, scopes: [Scope]) async throws -> Bool {
        let challenges = header.flatMap(Challenge.all(in:))
        if let bearer = challenges.first(where: { $0.scheme == "bearer" }) {
            let realm = try realm(of: bearer)
            let service = bearer.parameters["service"]
            style = .bearer(realm: realm, service: service)
            let request = TokenRequest(realm: realm, service: service, scopes: scopes.sorted())
            // A token that was refused is no good any more; nor is another of the same kind worth a third attempt.
            if used != nil { tokens[request] = nil }
            return true
        }
        if challenges.contains(where: { $0.scheme == "basic" }) {
            style = .basic
            let hasCredentials = try await knownCredentials() != nil
            return hasCredentials && used == nil
        }
        return false
    }

    private func realm(of challenge: Challenge) throws -> Endpoint {
        guard let text = challenge.parameters["realm"], let realm = Endpoint(text) else {
            throw RegistryError(.protocolViolation, "\(registry) names no token server that can be used")
        }
        // Credentials go where the registry says; it may not send them into the clear, nor to a machine of ours.
        guard realm.scheme == .https || registryEndpoint.scheme == .http else {
            throw RegistryError(
                .protocolViolation,
                "\(registry) wants credentials sent to \(realm.described), without TLS"
            )
        }
        guard !Self.isPrivateAddress(realm.host) || Self.isPrivateAddress(registryEndpoint.host) else {
            throw RegistryError(
                .protocolViolation,
                "\(registry) wants credentials sent to the private address \(realm.host)"
            )
        }
        return realm
    }

    /// Whether a host is an address of this machine or of a local network (RFC 1918, RFC 3927, RFC 4193).
    static func isPrivateAddress(_ host: String) -> Bool {
        if host == "localhost" || host.hasPrefix("[::") || host.hasPrefix("[fc") || host.hasPrefix("[fd")
            || host.hasPrefix("[fe8")
        {
            return true
        }
        let parts = host.split(separator: ".").compactMap { UInt8($0) }
        guard parts.count == 4 else { return false }
        switch (parts[0], parts[1]) {
        case (0, _), (10, _), (127, _), (169, 254), (192, 168): return true
        case (172, 16...31): return true
        default: return false
        }
    }

    private func basic() async throws -> String? {
        switch try await knownCredentials() {
        case .password(let user, let password): "Basic " + Base64Text.encode(Array("\(user):\(password)".utf8))
        case .bearerToken(let token): "Bearer " + token
        case .identityToken, nil: nil
        }
    }

    private func bearer(_ request: TokenRequest) async throws -> String? {
        let known = try await knownCredentials()
        if case .bearerToken(let token) = known { return "Bearer " + token }
        if let task = tokens[request] {
            if let token = try? await task.value, token.refreshAt > transport.clock.secondsSinceEpoch() {
                return "Bearer " + token.value
            }
            if tokens[request] == task { tokens[request] = nil }
        }
        // Requests that come meanwhile wait for the same answer.
        let task = tokens[request] ?? Task { [transport] in try await request.send(known, over: transport) }
        tokens[request] = task
        do {
            return "Bearer " + (try await task.value).value
        } catch {
            if tokens[request] == task { tokens[request] = nil }
            throw error
        }
    }

    private func knownCredentials() async throws -> Credentials? {
        let task = credentials ?? Task { [source, registry] in try await source.credentials(for: registry) }
        credentials = task
        return try await task.value
    }
}
