import NIOCore
import NIOHTTP1
import NIOPosix

/// Receives the notifications of registries: each is a POST with the message as its body.
///
/// It speaks HTTP without TLS and belongs behind something that does, or on the registry's own machine. `GET /healthz` answers
/// whether it is alive.
public struct WebhookServer: Sendable {
    /// Where to listen; port 0 takes a free one.
    public var host: String
    /// The port.
    public var port: Int
    /// What the `Authorization` header of a message has to be, such as `Bearer …`; nil lets everybody in.
    public var authorization: String?

    /// How large a message may be, in bytes.
    static let messageLimit = 4 << 20
    /// How long a connection may be silent.
    private static let idleLimit = TimeAmount.seconds(60)

    /// Creates a server that does not listen yet.
    public init(host: String, port: Int, authorization: String?) {
        self.host = host
        self.port = port
        self.authorization = authorization
    }

    /// Listens until the task is cancelled.
    ///
    /// - Parameters:
    ///   - ready: Is told the port once messages are received.
    ///   - note: Is given the events of each message. The sender is told to come again if this throws.
    /// - Throws: ``RegistryError`` with the code `configuration` if the address cannot be listened on.
    public func run(
        ready: @Sendable (_ port: Int) -> Void = { _ in },
        note: @escaping @Sendable ([ImageEvent]) async throws -> Void
    ) async throws {
        let connections = OpenConnections()
        let server: any Channel
        do {
            server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelInitializer { channel in
                    connections.insert(channel)
                    return channel.eventLoop.makeCompletedFuture {
                        let pipeline = channel.pipeline.syncOperations
                        try pipeline.addHandler(IdleStateHandler(allTimeout: Self.idleLimit))
                        try pipeline.configureHTTPServerPipeline()
                        try pipeline.addHandler(WebhookConnection { await answer(to: $0, note) })
                    }
                }
                .bind(host: host, port: port).get()
        } catch {
            throw RegistryError(
                .configuration,
                "notifications cannot be received at \(host):\(port): \(error)",
                remedy: "Choose another address or port."
            )
        }
        ready(server.localAddress?.port ?? port)
        try await withTaskCancellationHandler {
            try await server.closeFuture.get()
        } onCancel: {
            server.close(promise: nil)
        }
        connections.closeAll()
        try Task.checkCancellation()
    }

    private func answer(
        to message: WebhookMessage,
        _ note: @Sendable ([ImageEvent]) async throws -> Void
    ) async -> HTTPResponseStatus {
        if message.head.method == .GET, message.head.uri == "/healthz" { return .ok }
        guard message.head.method == .POST else { return .methodNotAllowed }
        if let authorization, !message.isAuthorized(by: authorization) { return .unauthorized }
        guard !message.isTooLarge else { return .payloadTooLarge }
        do {
            let events = try NotificationReader().events(
                in: message.body,
                type: message.head.headers.first(name: "ce-type"),
                id: message.head.headers.first(name: "ce-id")
            )
            try await note(events)
            return .ok
        } catch is NotificationError {
            return .badRequest
        } catch {
            return .serviceUnavailable
        }
    }
}
