import GoTemplate
import SwiftASN1
import X509

/// Who signs a certificate.
struct Issuer {
    var name: DistinguishedName
    var key: PrivateKey
    /// What identifies the issuer's key in its own certificate, if that says it.
    var keyIdentifier: ArraySlice<UInt8>?

    init(name: DistinguishedName, key: PrivateKey) {
        self.name = name
        self.key = key
    }

    /// The issuer that a certificate and its key stand for.
    init(_ pair: CertificatePair) throws {
        let certificate = try Self.certificate(pair.certificate, "decodedSignerCert.Bytes")
        key = try Self.key(pair.key)
        name = certificate.subject
        keyIdentifier = try? certificate.extensions.subjectKeyIdentifier?.keyIdentifier
    }

    static func certificate(_ pem: ByteString, _ what: String) throws(FunctionError) -> Certificate {
        guard let block = PEMBlock.first(in: pem) else { throw FunctionError("unable to decode certificate") }
        guard let certificate = try? Certificate(derEncoded: block.bytes) else {
            throw FunctionError("error parsing certificate: \(what): the bytes are no X.509 certificate")
        }
        return certificate
    }

    static func key(_ pem: ByteString) throws(FunctionError) -> PrivateKey {
        do throws(FunctionError) {
            return try PrivateKey(pem: pem)
        } catch {
            throw FunctionError("error parsing private key: \(error.message)")
        }
    }
}
