import SwiftASN1

/// A private key of an elliptic curve in the form of SEC 1 (RFC 5915), which is PEM's `EC PRIVATE KEY`.
struct ECPrivateKey: DERSerializable {
    private let secret: [UInt8]
    private let publicKey: [UInt8]
    private let curve: ASN1ObjectIdentifier

    init(_ secret: some Sequence<UInt8>, _ publicKey: some Sequence<UInt8>, _ curve: ASN1ObjectIdentifier) {
        self.secret = Array(secret)
        self.publicKey = Array(publicKey)
        self.curve = curve
    }

    func serialize(into coder: inout DER.Serializer) throws {
        try coder.appendConstructedNode(identifier: .sequence) { coder in
            try coder.serialize(1)
            try coder.serialize(ASN1OctetString(contentBytes: secret[...]))
            try coder.serialize(explicitlyTaggedWithTagNumber: 0, tagClass: .contextSpecific) { coder in
                try coder.serialize(curve)
            }
            try coder.serialize(explicitlyTaggedWithTagNumber: 1, tagClass: .contextSpecific) { coder in
                try coder.serialize(ASN1BitString(bytes: publicKey[...]))
            }
        }
    }

    func pem() throws -> String {
        var serializer = DER.Serializer()
        try serializer.serialize(self)
        return PEMBlock(type: "EC PRIVATE KEY", bytes: serializer.serializedBytes).text
    }
}

extension ASN1ObjectIdentifier {
    static let prime256v1: ASN1ObjectIdentifier = [1, 2, 840, 10045, 3, 1, 7]
    static let secp384r1: ASN1ObjectIdentifier = [1, 3, 132, 0, 34]
    static let secp521r1: ASN1ObjectIdentifier = [1, 3, 132, 0, 35]
}
