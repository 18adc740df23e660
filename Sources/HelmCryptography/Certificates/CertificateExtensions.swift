import X509

/// The extensions of a certificate for servers and clients, in the order in which Go writes them.
struct CertificateExtensions {
    var isAuthority: Bool
    var names: [GeneralName]
    var publicKey: Certificate.PublicKey
    /// The identifier of the issuer's key; nil for one that signs itself.
    var issuer: ArraySlice<UInt8>?

    func all() throws -> Certificate.Extensions {
        var extensions = Certificate.Extensions()
        let usage = KeyUsage(digitalSignature: true, keyEncipherment: true, keyCertSign: isAuthority)
        try extensions.append(.init(usage, critical: true))
        try extensions.append(.init(ExtendedKeyUsage([.serverAuth, .clientAuth]), critical: false))
        let constraints: BasicConstraints =
            isAuthority ? .isCertificateAuthority(maxPathLength: nil) : .notCertificateAuthority
        try extensions.append(.init(constraints, critical: true))
        if isAuthority { try extensions.append(.init(SubjectKeyIdentifier(hash: publicKey), critical: false)) }
        if let issuer {
            try extensions.append(.init(AuthorityKeyIdentifier(keyIdentifier: issuer), critical: false))
        }
        if !names.isEmpty { try extensions.append(.init(SubjectAlternativeNames(names), critical: false)) }
        return extensions
    }
}
