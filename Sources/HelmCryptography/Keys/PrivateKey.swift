import Crypto
import CryptoExtras
import GoTemplate
import SwiftASN1
import X509

/// A private key of one of the kinds that certificates are made with.
enum PrivateKey {
    case rsa(_RSA.Signing.PrivateKey)
    case p256(P256.Signing.PrivateKey)
    case p384(P384.Signing.PrivateKey)
    case p521(P521.Signing.PrivateKey)
    case ed25519(Curve25519.Signing.PrivateKey)

    /// A new RSA key of so many bits.
    static func rsa(bits: _RSA.Signing.KeySize) throws -> PrivateKey { .rsa(try .init(keySize: bits)) }

    var forCertificates: Certificate.PrivateKey {
        switch self {
        case .rsa(let key): Certificate.PrivateKey(key)
        case .p256(let key): Certificate.PrivateKey(key)
        case .p384(let key): Certificate.PrivateKey(key)
        case .p521(let key): Certificate.PrivateKey(key)
        case .ed25519(let key): Certificate.PrivateKey(key)
        }
    }

    /// The key in the form of its kind: PKCS #1 for RSA, SEC 1 for curves, PKCS #8 for Ed25519.
    func pem() throws -> String {
        switch self {
        case .rsa(let key): PEMBlock(type: "RSA PRIVATE KEY", bytes: Array(key.derRepresentation)).text
        case .p256(let key):
            try ECPrivateKey(key.rawRepresentation, key.publicKey.x963Representation, .prime256v1).pem()
        case .p384(let key):
            try ECPrivateKey(key.rawRepresentation, key.publicKey.x963Representation, .secp384r1).pem()
        case .p521(let key):
            try ECPrivateKey(key.rawRepresentation, key.publicKey.x963Representation, .secp521r1).pem()
        case .ed25519(let key): PEMBlock(type: "PRIVATE KEY", bytes: Array(key.derRepresentation)).text
        }
    }
}
