import NIOCore
import NIOHTTP1
import Synchronization

/// A request as far as it has come.
struct WebhookMessage: Sendable {
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

/// Collects the requests of one connection, and answers each with a status.
///
/// A handler rather than a `NIOAsyncChannel`: one of those that was accepted and never served ends the process when the
/// server ends.
final class WebhookConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart

    private let answer: @Sendable (WebhookMessage) async -> HTTPResponseStatus
    private var message: WebhookMessage?

    init(_ answer: @escaping @Sendable (WebhookMessage) async -> HTTPResponseStatus) { self.answer = answer }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): message = WebhookMessage(head: head)
        case .body(let piece): message?.append(piece)
        case .end:
            guard let complete = message else { return }
            message = nil
            // The pipeline hands out the next request only when this one is answered.
            Self.respond(to: complete, on: context.channel, answer)
        }
    }

    private static func respond(
        to message: WebhookMessage,
        on channel: any Channel,
        _ answer: @escaping @Sendable (WebhookMessage) async -> HTTPResponseStatus
    ) {
        Task {
            let status = await answer(message)
            send(status, to: message, on: channel)
        }
    }

    private static func send(_ status: HTTPResponseStatus, to message: WebhookMessage, on channel: any Channel) {
        let staysOpen = message.head.isKeepAlive && !message.isTooLarge
        let headers: HTTPHeaders = ["Content-Length": "0", "Connection": staysOpen ? "keep-alive" : "close"]
        let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
        channel.write(HTTPServerResponsePart.head(head), promise: nil)
        channel.writeAndFlush(HTTPServerResponsePart.end(nil)).whenComplete { _ in
            if !staysOpen { channel.close(promise: nil) }
        }
    }

    /// Closes a connection on which nothing happens.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is IdleStateHandler.IdleStateEvent else { return context.fireUserInboundEventTriggered(event) }
        context.close(promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

/// The connections of a server, which end with it.
final class OpenConnections: Sendable {
    private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

    func insert(_ channel: any Channel) {
        let key = ObjectIdentifier(channel)
        channels.withLock { $0[key] = channel }
        channel.closeFuture.whenComplete { [self] _ in channels.withLock { $0[key] = nil } }
    }

    func closeAll() {
        for channel in channels.withLock({ Array($0.values) }) { channel.close(promise: nil) }
    }
}
