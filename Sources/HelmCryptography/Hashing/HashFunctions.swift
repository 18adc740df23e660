import Crypto
import GoTemplate
import HelmChart

extension FunctionTheme {
    /// Hashes of texts in hexadecimal digits.
    static func addHashes(to table: inout FunctionTable) {
        table["sha1sum"] = .typed { (text: ByteString) in hexadecimal(Insecure.SHA1.hash(data: text.bytes)) }
        table["sha256sum"] = .typed { (text: ByteString) in hexadecimal(SHA256.hash(data: text.bytes)) }
        table["sha512sum"] = .typed { (text: ByteString) in hexadecimal(SHA512.hash(data: text.bytes)) }
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func hexadecimal(_ hash: some Sequence<UInt8>) -> ByteString {
        ByteString(hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] })
    }
}
