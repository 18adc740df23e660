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

    private typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

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
        let server: NIOAsyncChannel<Connection, Never>
        do {
            server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .bind(host: host, port: port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(IdleStateHandler(allTimeout: Self.idleLimit))
                        try channel.pipeline.syncOperations.addHandler(CloseWhenIdle())
                        try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                        return try Connection(wrappingChannelSynchronously: channel)
                    }
                }
        } catch {
            throw RegistryError(
                .configuration,
                "notifications cannot be received at \(host):\(port): \(error)",
                remedy: "Choose another address or port."
            )
        }
        ready(server.channel.localAddress?.port ?? port)
        try await server.executeThenClose { connections in
            try await withThrowingDiscardingTaskGroup { group in
                for try await connection in connections {
                    // One connection's end is nobody else's.
                    group.addTask { try? await serve(connection, note) }
                }
            }
        }
    }

    private func serve(
        _ connection: Connection,
        _ note: @Sendable ([ImageEvent]) async throws -> Void
    ) async throws {
        try await connection.executeThenClose { inbound, outbound in
            var message: Message?
            for try await part in inbound {
                switch part {
                case .head(let head): message = Message(head: head)
                case .body(let piece): message?.append(piece)
                case .end:
                    guard let complete = message else { return }
                    message = nil
                    let status = await answer(to: complete, note)
                    let staysOpen = complete.head.isKeepAlive && !complete.isTooLarge
                    let headers: HTTPHeaders = [
                        "Content-Length": "0", "Connection": staysOpen ? "keep-alive" : "close",
                    ]
                    try await outbound.write(
                        .head(HTTPResponseHead(version: .http1_1, status: status, headers: headers))
                    )
                    try await outbound.write(.end(nil))
                    guard staysOpen else { return }
                }
            }
        }
    }

    private func answer(
        to message: Message,
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

    /// A request as far as it has come.
    private struct Message {
        let head: HTTPRequestHead
        private(set) var body: [UInt8] = []
        private(set) var isTooLarge = false

        init(head: HTTPRequestHead) { self.head = head }

        mutating func append(_ piece: ByteBuffer) {
            guard !isTooLarge, body.count + piece.readableBytes <= WebhookServer.messageLimit else {
                isTooLarge = true
                body = []
                return
            }
            body += piece.readableBytesView
        }

        /// Compares every byte, so that the time tells nothing about the secret.
        func isAuthorized(by expected: String) -> Bool {
            let given = Array((head.headers.first(name: "Authorization") ?? "").utf8)
            let wanted = Array(expected.utf8)
            var difference = given.count ^ wanted.count
            for (index, byte) in wanted.enumerated() {
                difference |= Int(byte ^ (index < given.count ? given[index] : 0))
            }
            return difference == 0
        }
    }
}

/// Closes a connection on which nothing happens.
private final class CloseWhenIdle: ChannelInboundHandler {
    typealias InboundIn = NIOAny

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent {
            context.close(promise: nil)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }
}
