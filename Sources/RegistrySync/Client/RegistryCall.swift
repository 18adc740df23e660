import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// One request to a registry and what it takes for an answer.
struct RegistryCall: Sendable {
    var method: HTTPMethod = .GET
    var endpoint: Endpoint
    var headers: [(name: String, value: String)] = []
    var body: Body = .none
    /// What the token must allow.
    var scopes: [Scope]
    /// The statuses that the caller deals with.
    var accepted: Set<Int> = [200]
    /// What is being done, for messages: `reading the manifest 'v1'`.
    var purpose: String
    /// Whether the answer or the body is a blob, for which only stalling is limited.
    var isTransfer = false
    /// Whether faults are tried again here; streams are not, their owner resumes them.
    var isRepeatable = true

    enum Body: Sendable {
        case none
        case bytes([UInt8])
        /// A body of known length.
        case stream(BlobStream, length: Int64)
    }

    func request(_ endpoint: Endpoint, authorization: String?) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: endpoint.description)
        request.method = method
        request.headers.add(name: "User-Agent", value: "transload")
        for header in headers { request.headers.add(name: header.name, value: header.value) }
        if let authorization { request.headers.add(name: "Authorization", value: authorization) }
        switch body {
        case .none: break
        case .bytes(let bytes): request.body = .bytes(ByteBuffer(bytes: bytes))
        case .stream(let stream, let length): request.body = .stream(stream, length: .known(length))
        }
        return request
    }
}

/// The answer to a call.
struct RegistryResponse: Sendable {
    var status: Int
    var headers: HTTPHeaders
    /// Where the answer came from, after redirects.
    var endpoint: Endpoint
    var body: HTTPClientResponse.Body

    subscript(_ header: String) -> String? { headers.first(name: header) }

    /// The whole body.
    ///
    /// - Throws: ``RegistryError`` with the code `tooLarge` when it has more than `limit` bytes.
    func bytes(upTo limit: Int, of purpose: String) async throws -> [UInt8] {
        do {
            return Array(try await body.collect(upTo: limit).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw RegistryError(.tooLarge, "\(purpose): the answer has more than \(limit) bytes", status: status)
        }
    }

    /// Reads a small body away, so that the connection can serve the next request.
    func discard() async {
        _ = try? await body.collect(upTo: RegistryAnswer.limit)
    }
}
