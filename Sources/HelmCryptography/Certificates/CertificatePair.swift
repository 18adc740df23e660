import GoTemplate

/// A certificate and its key as PEM: what `genCA` gives and `genSignedCert` takes.
struct CertificatePair: GoParameter, GoResult {
    static let goType = GoType("sprig.certificate", .struct)

    var certificate = ByteString()
    var key = ByteString()

    init(certificate: ByteString, key: ByteString) {
        self.certificate = certificate
        self.key = key
    }

    init(argument: Value) {
        guard case .object(let object as Object) = argument else { return }
        self = object.pair
    }

    var result: Value { .object(Object(self)) }

    private final class Object: TemplateObject {
        let pair: CertificatePair

        init(_ pair: CertificatePair) {
            self.pair = pair
        }

        var type: GoType { CertificatePair.goType }
        var fields: [(name: ByteString, value: Value)] {
            [("Cert", .string(pair.certificate)), ("Key", .string(pair.key))]
        }
    }
}
