import Diagnostics
import YAMLTree

/// The credentials of Docker's `config.json`: `auths`, `credHelpers` and `credsStore`.
public struct DockerConfiguration: CredentialSource {
    /// Asks the credential helper `docker-credential-NAME` for a registry; nil if it knows none.
    public typealias Helper = @Sendable (_ name: String, _ registry: String) async throws -> Credentials?

    private let entries: [String: Credentials]
    private let helpers: [String: String]
    private let store: String?
    private let helper: Helper?

    /// Reads a configuration.
    ///
    /// - Parameters:
    ///   - bytes: The JSON text.
    ///   - helper: Runs credential helpers; without it, registries that need one are come to as anybody.
    /// - Throws: ``RegistryError`` with the code `configuration`; it names the place and never the content.
    public init(_ bytes: [UInt8], helper: Helper? = nil) throws(RegistryError) {
        let root: Node
        do {
            root = try JSONReader(limits: ReadingLimits(bytes: 16 << 20, depth: 32))
                .document(in: bytes, file: SourceFile("config.json"))
        } catch {
            throw RegistryError(.configuration, "Docker's config.json is no JSON")
        }
        var entries: [String: Credentials] = [:]
        for entry in root["auths"]?.mapping?.entries ?? [] {
            if let credentials = try Self.credentials(entry.value, registry: entry.name) {
                entries[Self.key(entry.name)] = credentials
            }
        }
        self.entries = entries
        var helpers: [String: String] = [:]
        for entry in root["credHelpers"]?.mapping?.entries ?? [] {
            helpers[Self.key(entry.name)] = entry.value.string()
        }
        self.helpers = helpers
        self.store = root["credsStore"]?.string().flatMap { $0.isEmpty ? nil : $0 }
        self.helper = helper
    }

    /// The credentials: of the registry's own helper, of the store, or of `auths`, as Docker looks for them.
    public func credentials(for registry: RegistryHost) async throws -> Credentials? {
        let key = registry == .dockerHub ? "docker.io" : registry.description
        if let helper, let name = helpers[key] ?? store {
            let server = registry == .dockerHub ? "https://index.docker.io/v1/" : registry.description
            if let credentials = try await helper(name, server) { return credentials }
        }
        return entries[key]
    }

    /// The host of a key, which older configurations write as a URL with a path.
    private static func key(_ text: String) -> String {
        var host = text[...]
        for scheme in ["https://", "http://"] where host.hasPrefix(scheme) { host = host.dropFirst(scheme.count) }
        let name = host.prefix { $0 != "/" }.lowercased()
        return ["index.docker.io", "registry-1.docker.io"].contains(name) ? "docker.io" : name
    }

    private static func credentials(_ node: Node, registry: String) throws(RegistryError) -> Credentials? {
        if let token = node["identitytoken"]?.string(), !token.isEmpty { return .identityToken(token) }
        if let token = node["registrytoken"]?.string(), !token.isEmpty { return .bearerToken(token) }
        if let user = node["username"]?.string(), let password = node["password"]?.string(), !user.isEmpty {
            return .password(user: user, password: password)
        }
        guard let encoded = node["auth"]?.string(), !encoded.isEmpty else { return nil }
        guard let decoded = Base64Text.decode(encoded), let colon = decoded.firstIndex(of: UInt8(ascii: ":")) else {
            throw RegistryError(
                .configuration,
                "'auth' of '\(registry)' in Docker's config.json is not the base64 of NAME:PASSWORD",
                remedy: "Log in again with 'docker login'."
            )
        }
        return .password(
            user: String(decoding: decoded[..<colon], as: UTF8.self),
            password: String(decoding: decoded[(colon + 1)...], as: UTF8.self)
        )
    }
}
