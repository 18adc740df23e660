/// The content address of a blob or manifest: an algorithm and a hash in hexadecimal.
///
/// The OCI Image Format Specification ("Digests") registers sha256 and sha512; others are refused, because what cannot be
/// verified must not be trusted.
public struct Digest: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// A registered hash function.
    public enum Algorithm: String, Sendable, Hashable, CaseIterable {
        /// SHA-256, 64 hexadecimal digits.
        case sha256
        /// SHA-512, 128 hexadecimal digits.
        case sha512

        /// How many hexadecimal digits a hash has.
        public var hexCount: Int {
            switch self {
            case .sha256: 64
            case .sha512: 128
            }
        }
    }

    /// The hash function.
    public let algorithm: Algorithm
    /// The hash in lower-case hexadecimal.
    public let hex: String

    /// Reads `algorithm:hex`.
    public init(_ text: String) throws(ReferenceError) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            throw ReferenceError(.digest, text, "it has the form sha256:HEX")
        }
        guard let algorithm = Algorithm(rawValue: String(text[..<colon])) else {
            throw ReferenceError(.digest, text, "the algorithm is sha256 or sha512")
        }
        let hex = text[text.index(after: colon)...]
        guard hex.utf8.count == algorithm.hexCount, hex.utf8.allSatisfy(Self.isLowerHex) else {
            throw ReferenceError(
                .digest,
                text,
                "\(algorithm) needs \(algorithm.hexCount) lower-case hexadecimal digits"
            )
        }
        self.algorithm = algorithm
        self.hex = String(hex)
    }

    init(_ algorithm: Algorithm, hash: some Sequence<UInt8>) {
        let digits = Array("0123456789abcdef".utf8)
        var hex: [UInt8] = []
        hex.reserveCapacity(algorithm.hexCount)
        for byte in hash {
            hex.append(digits[Int(byte >> 4)])
            hex.append(digits[Int(byte & 15)])
        }
        self.algorithm = algorithm
        self.hex = String(decoding: hex, as: UTF8.self)
    }

    private static func isLowerHex(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    /// `algorithm:hex`.
    public var description: String { "\(algorithm.rawValue):\(hex)" }

    /// Orders by algorithm, then by hash.
    public static func < (lhs: Digest, rhs: Digest) -> Bool { lhs.description < rhs.description }
}
