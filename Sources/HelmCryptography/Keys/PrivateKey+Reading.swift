import Crypto
import CryptoExtras
import GoTemplate

extension PrivateKey {
    /// The key of a PEM text.
    ///
    /// - Throws: ``FunctionError`` with the texts that charts know.
    init(pem: ByteString) throws(FunctionError) {
        guard let block = PEMBlock.first(in: pem) else { throw FunctionError("no PEM data in input") }
        let marker = " PRIVATE KEY"
        if block.type == "PRIVATE KEY" {
            self = try Self.read(block, "decoding PEM as PKCS#8", [Self.rsa, Self.curve, Self.edwards])
        } else if block.type.hasSuffix(marker) {
            switch block.type.dropLast(marker.count) {
            case "RSA": self = try Self.read(block, "parsing RSA private key from PEM", [Self.rsa])
            case "EC": self = try Self.read(block, "parsing EC private key from PEM", [Self.curve])
            default: throw FunctionError("invalid private key type \(block.type)")
            }
        } else {
            throw FunctionError("no private key data in PEM block of type \(block.type)")
        }
    }

    private typealias Reader = (_ der: [UInt8]) -> PrivateKey?

    private static func read(
        _ block: PEMBlock,
        _ step: String,
        _ readers: [Reader]
    ) throws(FunctionError) -> PrivateKey {
        for reader in readers {
            if let key = reader(block.bytes) { return key }
        }
        throw FunctionError("\(step): the bytes are no key of a supported kind")
    }

    private static func rsa(_ der: [UInt8]) -> PrivateKey? {
        (try? _RSA.Signing.PrivateKey(derRepresentation: der)).map(PrivateKey.rsa)
    }

    private static func curve(_ der: [UInt8]) -> PrivateKey? {
        (try? P256.Signing.PrivateKey(derRepresentation: der)).map(PrivateKey.p256)
            ?? (try? P384.Signing.PrivateKey(derRepresentation: der)).map(PrivateKey.p384)
            ?? (try? P521.Signing.PrivateKey(derRepresentation: der)).map(PrivateKey.p521)
    }

    private static func edwards(_ der: [UInt8]) -> PrivateKey? {
        (try? Curve25519.Signing.PrivateKey(derRepresentation: der)).map(PrivateKey.ed25519)
    }
}
