/// What a client shows a registry to be let in. Never printed.
public enum Credentials: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// A name and a password.
    case password(user: String, password: String)
    /// A refresh token, which the token server changes for short-lived ones (`identitytoken` of Docker's configuration).
    case identityToken(String)
    /// A token that is shown to the registry as it is (`registrytoken` of Docker's configuration).
    case bearerToken(String)

    /// The kind, without the secret.
    public var description: String {
        switch self {
        case .password: "a name and password"
        case .identityToken: "an identity token"
        case .bearerToken: "a bearer token"
        }
    }

    /// The kind, without the secret.
    public var debugDescription: String { description }
    /// Nothing: dumps must not show secrets.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Who knows the credentials for a registry.
public protocol CredentialSource: Sendable {
    /// The credentials for a registry; nil to come as anybody.
    func credentials(for registry: RegistryHost) async throws -> Credentials?
}

/// The same credentials by registry, given by the caller.
public struct GivenCredentials: CredentialSource {
    private let table: [RegistryHost: Credentials]

    /// Creates a table; the default is to come as anybody.
    public init(_ table: [RegistryHost: Credentials] = [:]) { self.table = table }

    /// The credentials of the table.
    public func credentials(for registry: RegistryHost) -> Credentials? { table[registry] }
}
