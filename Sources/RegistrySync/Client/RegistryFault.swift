import AsyncHTTPClient
import NIOCore
import NIOPosix

/// What may pass by itself.
enum RegistryFault {
    /// The registry limits requests.
    case busy(retryAfter: String?)
    /// The registry fails.
    case server(status: Int, retryAfter: String?)
    /// The link fails.
    case link(any Error)

    var retryAfter: String? {
        switch self {
        case .busy(let header), .server(_, let header): header
        case .link: nil
        }
    }

    /// The error to throw when patience is at its end.
    func error(_ call: RegistryCall, registry: RegistryHost, attempts: Int, message: String?) -> RegistryError {
        let tries = attempts == 1 ? "" : ", \(attempts) times in a row"
        switch self {
        case .busy:
            return RegistryError(
                .rateLimited,
                "\(call.purpose): \(registry) has too many requests\(tries)",
                remedy: "Try again later.",
                status: 429,
                registryMessage: message
            )
        case .server(let status, _):
            return RegistryError(
                .server,
                "\(call.purpose): \(registry) answered \(status)\(tries)",
                remedy: "Look at the registry's own log.",
                status: status,
                registryMessage: message
            )
        case .link(let error):
            return Self.linkError(error, call, registry: registry, tries: tries)
        }
    }

    private static func linkError(
        _ error: any Error,
        _ call: RegistryCall,
        registry: RegistryHost,
        tries: String
    ) -> RegistryError {
        if error is NIOConnectionError {
            return RegistryError(
                .unreachable,
                "\(call.purpose): \(registry) cannot be reached\(tries): \(error)",
                remedy: "Check the registry's name, port and your network."
            )
        }
        if let error = error as? HTTPClientError, error == .connectTimeout || error == .tlsHandshakeTimeout {
            return RegistryError(
                .unreachable,
                "\(call.purpose): \(registry) does not answer in time\(tries)",
                remedy: "Check the registry's name, port and your network."
            )
        }
        if "\(error)".contains("ertificate") || "\(error)".contains("CERTIFICATE") {
            return RegistryError(
                .unreachable,
                "\(call.purpose): the certificate of \(registry) is not trusted",
                remedy: "Give the certificate of the authority that signed it."
            )
        }
        return RegistryError(
            .interrupted,
            "\(call.purpose): the connection to \(registry) broke\(tries): \(error)",
            remedy: "Try again; what was transferred is not transferred again."
        )
    }

    /// The error for a status that will not pass.
    static func refusal(
        _ call: RegistryCall,
        registry: RegistryHost,
        status: Int,
        codes: [String],
        message: String?
    ) -> RegistryError {
        let code: RegistryError.Code
        var remedy: String?
        switch status {
        case 401: code = .unauthorized
        case 403:
            code = .denied
            remedy = "Check that the account may do this in this repository."
        case 404:
            code = .notFound
            remedy = "Check the names of repository and tag; some registries want a repository to be created first."
        case 413: code = .refused
        case 400 where codes.contains("DIGEST_INVALID") || codes.contains("SIZE_INVALID"): code = .digestMismatch
        case 400, 405, 415, 422: code = .refused
        default: code = status >= 500 ? .server : .protocolViolation
        }
        return RegistryError(
            code,
            "\(call.purpose): \(registry) answered \(status)",
            remedy: remedy,
            status: status,
            registryMessage: message
        )
    }
}
