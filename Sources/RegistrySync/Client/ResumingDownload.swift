import AsyncHTTPClient
import NIOCore

/// The bytes of a blob from one position to its end, over as many connections as it takes.
struct ResumingDownload: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    let size: Int64
    let start: Int64
    let client: RegistryClient
    let call: RegistryCall

    func makeAsyncIterator() -> Iterator { Iterator(download: self, offset: start) }

    struct Iterator: AsyncIteratorProtocol {
        let download: ResumingDownload
        var offset: Int64
        private var connection: HTTPClientResponse.Body.AsyncIterator?
        private var surplus: Int64 = 0
        private var failures = 0

        init(download: ResumingDownload, offset: Int64) {
            self.download = download
            self.offset = offset
        }

        mutating func next() async throws -> ByteBuffer? {
            while offset < download.size {
                do {
                    if connection == nil { try await connect() }
                    guard var chunk = try await connection?.next() else { throw Truncated() }
                    let skipped = Int(Swift.min(Int64(chunk.readableBytes), surplus))
                    chunk.moveReaderIndex(forwardBy: skipped)
                    surplus -= Int64(skipped)
                    guard chunk.readableBytes > 0 else { continue }
                    try advance(by: chunk.readableBytes)
                    return chunk
                } catch let error as RegistryError {
                    throw error
                } catch {
                    try await recover(from: error)
                }
            }
            connection = nil
            return nil
        }

        private struct Truncated: Error, CustomStringConvertible {
            var description: String { "the content ends too early" }
        }

        private mutating func connect() async throws {
            var call = download.call
            if offset > 0 { call.headers.append(("Range", "bytes=\(offset)-")) }
            call.accepted = offset > 0 ? [200, 206] : [200]
            let response = try await download.client.perform(call)
            // A server that knows no ranges begins again; what is known already is read past.
            surplus = response.status == 206 ? 0 : offset
            if response.status == 206, !begins(response["Content-Range"]) {
                throw RegistryError(
                    .protocolViolation,
                    "\(call.purpose): the answer holds another part than was asked for"
                )
            }
            connection = response.body.makeAsyncIterator()
        }

        private func begins(_ range: String?) -> Bool {
            guard let range else { return true }
            return range.hasPrefix("bytes \(offset)-")
        }

        private mutating func advance(by count: Int) throws {
            offset += Int64(count)
            failures = 0
            guard offset <= download.size else {
                throw RegistryError(
                    .digestMismatch,
                    "\(download.call.purpose): the content is longer than its \(download.size) bytes"
                )
            }
        }

        private mutating func recover(from error: any Error) async throws {
            connection = nil
            try Task.checkCancellation()
            failures += 1
            let policy = download.client.transport.configuration.retry
            guard failures < policy.attempts else {
                throw RegistryFault.link(error).error(
                    download.call,
                    registry: download.client.registry,
                    attempts: failures,
                    message: nil
                )
            }
            try await download.client.transport.clock.sleep(for: policy.pause(after: failures))
        }
    }
}
