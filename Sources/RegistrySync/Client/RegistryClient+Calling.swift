import AsyncHTTPClient
import NIOCore
import NIOHTTP1

extension RegistryClient {
    private static let redirectLimit = 5

    /// Sends a call until it is answered by one of the accepted statuses.
    ///
    /// - Throws: ``RegistryError``; `CancellationError` when the task was cancelled.
    func perform(_ call: RegistryCall) async throws -> RegistryResponse {
        var failures = 0
        var refusals = 0
        while true {
            try Task.checkCancellation()
            let authorization = try await authorizer.authorization(for: call.scopes)
            let outcome: Outcome
            do {
                outcome = try await settle(try await follow(call, authorization: authorization), call)
            } catch let error as RegistryError {
                throw error
            } catch {
                try Task.checkCancellation()
                outcome = .fault(.link(error), registryMessage: nil)
            }
            switch outcome {
            case .answer(let response): return response
            case .unauthorized(let challenges, let message):
                refusals += 1
                let again = try await authorizer.meet(
                    challenges: challenges,
                    used: authorization,
                    scopes: call.scopes
                )
                guard again, refusals <= 2, call.isRepeatable || authorization == nil else {
                    throw unauthorized(call, message: message)
                }
            case .fault(let fault, let message):
                failures += 1
                guard call.isRepeatable, failures < transport.configuration.retry.attempts else {
                    throw fault.error(call, registry: registry, attempts: failures, message: message)
                }
                try await transport.clock.sleep(for: try pause(after: failures, fault, call))
            }
        }
    }

    /// What an answer means for the next step.
    private enum Outcome {
        case answer(RegistryResponse)
        case unauthorized(challenges: [String], message: String?)
        case fault(RegistryFault, registryMessage: String?)
    }

    private func settle(_ response: RegistryResponse, _ call: RegistryCall) async throws -> Outcome {
        if call.accepted.contains(response.status) { return .answer(response) }
        let body = (try? await response.body.collect(upTo: RegistryAnswer.limit)) ?? ByteBuffer()
        let message = RegistryAnswer.message(in: body)
        switch response.status {
        case 401 where response.endpoint.hasOrigin(of: base):
            return .unauthorized(challenges: response.headers["WWW-Authenticate"], message: message)
        case 429:
            return .fault(.busy(retryAfter: response["Retry-After"]), registryMessage: message)
        case 408, 500, 502, 503, 504:
            return .fault(
                .server(status: response.status, retryAfter: response["Retry-After"]),
                registryMessage: message
            )
        default:
            throw RegistryFault.refusal(
                call,
                registry: registry,
                status: response.status,
                codes: RegistryAnswer.codes(in: body),
                message: message
            )
        }
    }

    /// Sends the call and follows redirects. Credentials go to the registry alone.
    private func follow(_ call: RegistryCall, authorization: String?) async throws -> RegistryResponse {
        var endpoint = call.endpoint
        for _ in 0...Self.redirectLimit {
            let own = endpoint.hasOrigin(of: base) ? authorization : nil
            let deadline: NIODeadline =
                call.isTransfer ? .distantFuture : .now() + TimeAmount(transport.configuration.timeouts.request)
            let answer = try await transport.send(
                call.request(endpoint, authorization: own),
                to: endpoint,
                deadline: deadline
            )
            let response = RegistryResponse(
                status: Int(answer.status.code),
                headers: answer.headers,
                endpoint: endpoint,
                body: answer.body
            )
            guard [301, 302, 303, 307, 308].contains(response.status), call.method == .GET || call.method == .HEAD
            else { return response }
            await response.discard()
            guard let location = response["Location"], let target = endpoint.resolving(location) else {
                throw RegistryError(.protocolViolation, "\(call.purpose): \(registry) redirects to nowhere")
            }
            guard target.scheme == .https || endpoint.scheme == .http else {
                throw RegistryError(
                    .protocolViolation,
                    "\(call.purpose): \(registry) redirects to \(target.described), without TLS"
                )
            }
            endpoint = target
        }
        throw RegistryError(.protocolViolation, "\(call.purpose): \(registry) redirects in a circle")
    }

    private func pause(after failures: Int, _ fault: RegistryFault, _ call: RegistryCall) throws -> Duration {
        let policy = transport.configuration.retry
        let usual = policy.pause(after: failures)
        guard let header = fault.retryAfter,
            let asked = RetryPolicy.retryAfter(header, now: transport.clock.secondsSinceEpoch())
        else { return usual }
        guard asked <= policy.longestRetryAfter else {
            throw RegistryError(
                .rateLimited,
                "\(call.purpose): \(registry) asks to come again in \(asked.components.seconds) s",
                remedy: "Try again later, or log in: registries allow more to users with an account.",
                status: 429
            )
        }
        return max(asked, .zero)
    }

    private func unauthorized(_ call: RegistryCall, message: String?) -> RegistryError {
        RegistryError(
            .unauthorized,
            "\(call.purpose): \(registry) does not accept the credentials, or lacks some",
            remedy: "Log in with 'docker login \(registry)', or give a name and password.",
            status: 401,
            registryMessage: message
        )
    }
}
