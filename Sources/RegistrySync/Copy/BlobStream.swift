public import NIOCore

/// The content of a blob in pieces.
///
/// The next piece is fetched when it is asked for, so that a slow reader holds a fast source back.
public struct BlobStream: AsyncSequence, Sendable {
    /// One piece.
    public typealias Element = ByteBuffer

    private let start: @Sendable () -> AsyncIterator

    /// Creates a stream from any sequence of pieces.
    public init<Pieces: AsyncSequence & Sendable>(_ pieces: Pieces) where Pieces.Element == ByteBuffer {
        start = {
            var iterator = pieces.makeAsyncIterator()
            return AsyncIterator { try await iterator.next() }
        }
    }

    init(_ start: @escaping @Sendable () -> AsyncIterator) { self.start = start }

    /// Begins at the first piece.
    public func makeAsyncIterator() -> AsyncIterator { start() }

    /// Hands out the pieces.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let advance: () async throws -> ByteBuffer?

        init(_ advance: @escaping () async throws -> ByteBuffer?) { self.advance = advance }

        /// The next piece; nil at the end.
        public mutating func next() async throws -> ByteBuffer? { try await advance() }
    }
}

extension BlobStream {
    /// The same content, whose end is an error unless all of it together has the promised digest and size.
    ///
    /// The last piece is handed out only when it was verified: who stops at an error has never got the whole.
    public func verified(as descriptor: Descriptor) -> BlobStream {
        BlobStream { [self] in
            var iterator = makeAsyncIterator()
            var hasher = ContentHasher(descriptor.digest.algorithm)
            var count: Int64 = 0
            return AsyncIterator {
                guard let piece = try await iterator.next() else {
                    guard count == descriptor.size else {
                        throw ContentMismatch(digest: descriptor.digest, reason: .size(count, of: descriptor.size))
                    }
                    return nil
                }
                count += Int64(piece.readableBytes)
                piece.withUnsafeReadableBytes { hasher.update($0) }
                if count >= descriptor.size {
                    guard count == descriptor.size, hasher.digest() == descriptor.digest else {
                        throw ContentMismatch(
                            digest: descriptor.digest,
                            reason: count == descriptor.size ? .hash : .size(count, of: descriptor.size)
                        )
                    }
                }
                return piece
            }
        }
    }

    /// All of the content in one piece; for configurations and other small blobs.
    ///
    /// - Throws: ``RegistryError`` with the code `tooLarge` when it has more than `limit` bytes.
    public func bytes(upTo limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in self {
            guard bytes.count + piece.readableBytes <= limit else {
                throw RegistryError(.tooLarge, "the content has more than \(limit) bytes")
            }
            bytes += piece.readableBytesView
        }
        return bytes
    }
}

/// Content that is not what its digest promises.
public struct ContentMismatch: Error, Sendable, Hashable, CustomStringConvertible {
    /// The digest under which the content was asked for.
    public let digest: Digest
    let reason: Reason

    enum Reason: Sendable, Hashable {
        case size(Int64, of: Int64)
        case hash
    }

    /// What differs.
    public var description: String {
        switch reason {
        case .size(let count, let expected): "the content of \(digest) has \(count) bytes instead of \(expected)"
        case .hash: "the content of \(digest) has another digest"
        }
    }
}
