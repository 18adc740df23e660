import CryptoExtras
import GoTemplate
import HelmChart
import SwiftASN1
import X509

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Makes certificates with the names, times and uses that Helm's functions give them.
struct CertificateMaker: Sendable {
    var environment: RenderEnvironment
    var budget: WorkBudget

    /// A certificate that can sign others, and is signed by itself.
    func authority(_ request: CertificateRequest, key: ByteString?) throws -> CertificatePair {
        if environment.isReproducible {
            return StandIn.certificate(["ca", request.name, days(request)] + (key.map { [$0] } ?? []))
        }
        let key = try self.key(key)
        let issuer = try Issuer(name: request.subject(), key: key)
        return try issue(request, key, by: issuer, isAuthority: true)
    }

    /// A certificate that is signed by itself.
    func selfSigned(_ request: CertificateRequest, key: ByteString?) throws -> CertificatePair {
        if environment.isReproducible { return standIn("self", request, key) }
        let key = try self.key(key)
        let issuer = try Issuer(name: request.subject(), key: key)
        return try issue(request, key, by: issuer, isAuthority: false)
    }

    /// A certificate that `authority` signs.
    func signed(
        _ request: CertificateRequest,
        by authority: CertificatePair,
        key: ByteString?
    ) throws -> CertificatePair {
        if environment.isReproducible { return standIn("signed", request, key) }
        let key = try self.key(key)
        return try issue(request, key, by: Issuer(authority), isAuthority: false)
    }

    /// A certificate and a key in base 64 of PEM, as text, if they are what they should be.
    func check(_ certificate: ByteString, _ key: ByteString) throws -> CertificatePair {
        let pair = CertificatePair(
            certificate: try decode(certificate, "certificate"),
            key: try decode(key, "private key")
        )
        if environment.isReproducible { return pair }
        _ = try Issuer.certificate(pair.certificate, "decodedCert.Bytes")
        _ = try Issuer.key(pair.key)
        return pair
    }

    private func decode(_ text: ByteString, _ what: String) throws -> ByteString {
        do throws(FunctionError) {
            return ByteString(try Base64.decode(text.bytes))
        } catch {
            let cause = environment.isReproducible ? ": \(error.message)" : ""
            throw FunctionError("unable to decode base64 \(what)\(cause)")
        }
    }

    private func days(_ request: CertificateRequest) -> ByteString { ByteString(String(request.days)) }

    private func standIn(_ what: ByteString, _ request: CertificateRequest, _ key: ByteString?) -> CertificatePair {
        let lists = [StandIn.text(request.ips), StandIn.text(request.hosts)]
        return StandIn.certificate([what, request.name] + lists + [days(request)] + (key.map { [$0] } ?? []))
    }

    private func key(_ pem: ByteString?) throws -> PrivateKey {
        guard let pem else {
            try budget.spend(.key)
            return try .rsa(bits: .bits2048)
        }
        do throws(FunctionError) {
            return try PrivateKey(pem: pem)
        } catch {
            throw FunctionError("parsing private key: \(error.message)")
        }
    }

    private func issue(
        _ request: CertificateRequest,
        _ key: PrivateKey,
        by issuer: Issuer,
        isAuthority: Bool
    ) throws -> CertificatePair {
        let publicKey = key.forCertificates.publicKey
        let now = Date(timeIntervalSince1970: Double(environment.now().seconds))
        let extensions = try CertificateExtensions(
            isAuthority: isAuthority,
            names: request.alternativeNames(),
            publicKey: publicKey,
            issuer: issuer.name == (try request.subject()) ? nil : issuer.keyIdentifier
        )
        let certificate: Certificate
        do {
            certificate = try Certificate(
                version: .v3,
                serialNumber: Certificate.SerialNumber(bytes: environment.randomBytes(16)),
                publicKey: publicKey,
                notValidBefore: now,
                notValidAfter: now.addingTimeInterval(Double(request.days) * 86_400),
                issuer: issuer.name,
                subject: request.subject(),
                extensions: extensions.all(),
                issuerPrivateKey: issuer.key.forCertificates
            )
        } catch {
            throw FunctionError("error creating certificate: the names, times or key do not make one")
        }
        var serializer = DER.Serializer()
        try serializer.serialize(certificate)
        let pem = PEMBlock(type: "CERTIFICATE", bytes: serializer.serializedBytes).text
        return CertificatePair(certificate: ByteString(pem), key: ByteString(try key.pem()))
    }
}

extension CertificateRequest {
    /// The name of whom the certificate is for.
    func subject() throws -> DistinguishedName {
        let name = name.text
        return try DistinguishedName { if !name.isEmpty { CommonName(name) } }
    }
}
