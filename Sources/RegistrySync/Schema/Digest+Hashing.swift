import Crypto

extension Digest {
    /// The address of `bytes`.
    public init(_ algorithm: Algorithm, of bytes: [UInt8]) {
        var hasher = ContentHasher(algorithm)
        bytes.withUnsafeBytes { hasher.update($0) }
        self = hasher.digest()
    }
}

/// Computes the address of content that arrives in pieces.
struct ContentHasher: Sendable {
    private enum State: Sendable {
        case sha256(SHA256)
        case sha512(SHA512)
    }

    private var state: State

    init(_ algorithm: Digest.Algorithm) {
        switch algorithm {
        case .sha256: state = .sha256(SHA256())
        case .sha512: state = .sha512(SHA512())
        }
    }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        switch state {
        case .sha256(var hash):
            hash.update(bufferPointer: bytes)
            state = .sha256(hash)
        case .sha512(var hash):
            hash.update(bufferPointer: bytes)
            state = .sha512(hash)
        }
    }

    func digest() -> Digest {
        switch state {
        case .sha256(let hash): Digest(.sha256, hash: hash.finalize())
        case .sha512(let hash): Digest(.sha512, hash: hash.finalize())
        }
    }
}
