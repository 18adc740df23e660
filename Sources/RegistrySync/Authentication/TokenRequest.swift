import AsyncHTTPClient
import Diagnostics
import NIOCore
import NIOHTTP1
import YAMLTree

/// A token that a token server issued.
struct IssuedToken: Sendable {
    var value: String
    /// Seconds since 1970 from when on a new one is asked for: at four fifths of its life.
    var refreshAt: Int64
}

/// A question to a token server, as Docker's token specification has it.
struct TokenRequest: Sendable, Hashable {
    var realm: Endpoint
    var service: String?
    var scopes: [Scope]

    /// A token's life where its server does not say (the specification's default).
    private static let defaultLife: Int64 = 60
    /// No token is this large; what is larger is an attack or a web page.
    private static let answerLimit = 1 << 20

    /// Asks the server.
    ///
    /// - Throws: ``RegistryError``: `unauthorized` when the server refuses.
    func send(_ credentials: Credentials?, over transport: RegistryTransport) async throws -> IssuedToken {
        var request: HTTPClientRequest
        if case .identityToken(let token) = credentials {
            request = HTTPClientRequest(url: realm.description)
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            request.body = .bytes(ByteBuffer(string: form(token)))
        } else {
            request = HTTPClientRequest(url: query(credentials).description)
            if case .password(let user, let password) = credentials {
                request.headers.add(
                    name: "Authorization",
                    value: "Basic " + Base64Text.encode(Array("\(user):\(password)".utf8))
                )
            }
        }
        let timeout = transport.configuration.timeouts.request
        let response = try await transport.send(request, to: realm, deadline: .now() + TimeAmount(timeout))
        let body = try await response.body.collect(upTo: Self.answerLimit)
        guard response.status == .ok else {
            throw RegistryError(
                response.status.code == 401 || response.status.code == 403 ? .unauthorized : .server,
                "the token server \(realm.described) answered \(response.status.code)",
                remedy: credentials == nil ? "Give credentials for the registry." : "Check name and password.",
                status: Int(response.status.code),
                registryMessage: RegistryAnswer.message(in: body)
            )
        }
        return try token(in: body, now: transport.clock.secondsSinceEpoch())
    }

    private func query(_ credentials: Credentials?) -> Endpoint {
        var url = realm
        if let service { url = url.adding("service", service) }
        for scope in scopes { url = url.adding("scope", scope.description) }
        if case .password(let user, _) = credentials { url = url.adding("account", user) }
        return url
    }

    private func form(_ token: String) -> String {
        var fields = ["grant_type=refresh_token", "client_id=transload", "refresh_token=" + Endpoint.escaped(token)]
        if let service { fields.append("service=" + Endpoint.escaped(service)) }
        let wanted = scopes.map(\.description).joined(separator: " ")
        if !wanted.isEmpty { fields.append("scope=" + Endpoint.escaped(wanted)) }
        return fields.joined(separator: "&")
    }

    private func token(in body: ByteBuffer, now: Int64) throws -> IssuedToken {
        let answer = try? JSONReader(limits: ReadingLimits(bytes: Self.answerLimit, depth: 16))
            .document(in: Array(body.readableBytesView), file: SourceFile("token"))
        let value = (answer?["token"] ?? answer?["access_token"])?.string()
        guard let value, !value.isEmpty, value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw RegistryError(.protocolViolation, "the answer of the token server \(realm.described) holds no token")
        }
        let stated = answer?["expires_in"]?.text.flatMap(Int64.init) ?? Self.defaultLife
        let life = min(max(stated, Self.defaultLife), 7 * 86400)
        return IssuedToken(value: value, refreshAt: now + life * 4 / 5)
    }
}
