import GoTemplate
import HelmChart

/// What functions that make keys answer in a reproducible environment: texts of the right form, made of the
/// arguments, so that different arguments give different texts.
enum StandIn {
    static func privateKey(_ kind: ByteString) -> ByteString {
        block("PRIVATE KEY", Array("key|".utf8) + kind.bytes)
    }

    static func certificate(_ parts: [ByteString]) -> CertificatePair {
        let body = ByteString(Array(parts.map(\.bytes).joined(separator: Array("|".utf8)))).bytes
        return CertificatePair(certificate: block("CERTIFICATE", body), key: block("RSA PRIVATE KEY", body))
    }

    /// The elements with commas between.
    static func text(_ list: ListValue) -> ByteString {
        ByteString(Array(list.elements.map { GoFormat.value($0).bytes }.joined(separator: Array(",".utf8))))
    }

    /// On one line, however long.
    private static func block(_ type: String, _ body: [UInt8]) -> ByteString {
        ByteString(PEMBlock(type: type, bytes: body).text(lineLength: Int.max))
    }
}
