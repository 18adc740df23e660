/// Why a registry did not do what it was asked to.
public struct RegistryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong.
    @nonexhaustive public enum Code: String, Sendable, Hashable {
        /// A setting of the caller cannot be used.
        case configuration
        /// The registry cannot be reached: unknown host, refused connection, failed handshake.
        case unreachable
        /// The link or the server failed again and again.
        case interrupted
        /// The registry, or its token server, does not accept the credentials or lacks some.
        case unauthorized
        /// The credentials do not allow it.
        case denied
        /// There is no such manifest, blob or repository.
        case notFound
        /// The registry limits requests, and asks for more patience than is allowed.
        case rateLimited
        /// The registry refuses the content, for instance its media type or its size.
        case refused
        /// The content is not what its digest promises.
        case digestMismatch
        /// The answer breaks the protocol.
        case protocolViolation
        /// A limit of ours was exceeded.
        case tooLarge
        /// The registry answered with an error of its own.
        case server
    }

    /// What went wrong.
    public let code: Code
    /// What is the case, in one sentence without a final full stop.
    public let message: String
    /// What to do.
    public let remedy: String?
    /// The HTTP status of the answer, if there was one.
    public let status: Int?
    /// What the registry itself says: the first of its errors as `CODE: message`.
    public let registryMessage: String?

    init(
        _ code: Code,
        _ message: String,
        remedy: String? = nil,
        status: Int? = nil,
        registryMessage: String? = nil
    ) {
        self.code = code
        self.message = message
        self.remedy = remedy
        self.status = status
        self.registryMessage = registryMessage
    }

    /// The message, what the registry says, and what to do.
    public var description: String {
        var text = message
        if let registryMessage { text += "; the registry says: \(registryMessage)" }
        if let remedy { text += ". \(remedy)" }
        return text
    }
}
