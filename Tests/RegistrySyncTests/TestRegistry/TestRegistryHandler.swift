import NIOCore
import NIOHTTP1
import Synchronization

/// Serves one connection to the registry of the tests.
final class TestRegistryHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let registry: TestRegistry?
    private var request: TestRequest?
    private var fault: TestFault.Act?

    init(_ box: RegistryBox) { registry = box.registry.withLock { $0 } }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            let new = TestRequest(
                method: head.method.rawValue,
                uri: head.uri,
                headers: head.headers.map { ($0.name, $0.value) }
            )
            fault = registry?.takeFault(for: new)
            request = new
        case .body(let piece):
            request?.body += piece.readableBytesView
            if case .cutUpload(let limit) = fault, let request, request.body.count >= limit {
                registry?.state.withLock { state in
                    state.log.append(request)
                    state.bytesIn += request.body.count
                    state.store.interrupt(request)
                }
                self.request = nil
                context.close(promise: nil)
            }
        case .end:
            guard let request else { return }
            self.request = nil
            answer(request, context)
        }
    }

    private func answer(_ request: TestRequest, _ context: ChannelHandlerContext) {
        guard let registry else { return }
        let response = registry.state.withLock { state -> TestResponse in
            state.log.append(request)
            if case .answer(let response) = fault { return response }
            if let refusal = state.guardian?(request) { return refusal }
            if request.method == "PATCH" { state.bytesIn += request.body.count }
            return state.store.respond(to: request)
        }
        send(response, to: request, registry, context)
    }

    private func send(
        _ response: TestResponse,
        to request: TestRequest,
        _ registry: TestRegistry,
        _ context: ChannelHandlerContext
    ) {
        var headers = HTTPHeaders(response.headers)
        headers.add(name: "Content-Length", value: "\(response.body.count)")
        let status = HTTPResponseStatus(statusCode: response.status)
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: status, headers: headers))),
            promise: nil
        )
        var body = request.method == "HEAD" ? [] : response.body
        var isCut = false
        switch fault {
        case .cut(let limit) where limit < body.count:
            body = Array(body[..<limit])
            isCut = true
        case .corrupt(let position) where position < body.count: body[position] ^= 1
        default: break
        }
        if request.path.contains("/blobs/") { registry.state.withLock { $0.bytesOut += body.count } }
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
        guard isCut else { return context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil) }
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer())))).whenComplete { _ in
            channel.close(promise: nil)
        }
    }
}
