extension CertificateSigningRequest: ValidatedKind {
    static var names: NameSyntax { .pathSegment }
    static var isNamespaced: Bool { false }

    private static let usages = [
        "any", "cert sign", "client auth", "code signing", "content commitment", "crl sign", "data encipherment",
        "decipher only", "digital signature", "email protection", "encipher only", "ipsec end system", "ipsec tunnel",
        "ipsec user", "key agreement", "key encipherment", "microsoft sgc", "netscape sgc", "ocsp signing", "s/mime",
        "server auth", "signing", "timestamping",
    ]

    func validate(_ field: Field) {
        let field = field["spec"]
        let request = Base64.decode(spec.request)
        if request?.firstRange(of: Array("-----BEGIN CERTIFICATE REQUEST-----".utf8)) == nil {
            field["request"].invalid("must be a certificate request in PEM, encoded in Base64")
        }
        if spec.usages.isEmpty { field["usages"].required() }
        field["usages"].each(spec.usages) { usage, field in field.oneOf(usage, Self.usages) }
        field["usages"].unique(spec.usages)
        if spec.signerName == "kubernetes.io/legacy-unknown" {
            field["signerName"].invalid("this signer is not allowed since certificates.k8s.io/v1")
        } else if field["signerName"].requiredText(spec.signerName) {
            field["signerName"].syntax(spec.signerName, .signerName)
        }
        if let seconds = spec.expirationSeconds, seconds < 600 {
            field["expirationSeconds"].invalid("may not be less than 600 seconds")
        }
    }

    func validate(replacing old: CertificateSigningRequest, _ field: Field) {
        field["spec"].immutable(spec, old.spec)
    }
}

extension NameSyntax {
    /// A domain of at least two labels and the name of one of its signers: `example.com/signer-name`.
    static let signerName = NameSyntax { text in
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return "must be a domain and a path, such as example.com/signer-name" }
        if text.utf8.count > 571 { return "must be no more than 571 bytes" }
        if let problem = dnsSubdomain.problem(String(parts[0])) { return "\(problem) before the '/'" }
        if !parts[0].contains(".") { return "must have a domain of at least two labels before the '/'" }
        return dnsSubdomain.problem(String(parts[1])).map { "\($0) after the '/'" }
    }
}
