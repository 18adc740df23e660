import Crypto
import CryptoExtras
import GoTemplate
import HelmChart

extension FunctionTheme {
    /// AES with 256 bits in the mode CBC, the initial vector first, in base 64. The key is the password, cut off or
    /// filled up with zeros.
    static func addEncryption(to table: inout FunctionTable, _ environment: RenderEnvironment) {
        table["encryptAES"] = .typed { (password: ByteString, text: ByteString) in
            if text.bytes.isEmpty { return text }
            if environment.isReproducible {
                let parts = ByteString("aes|\(password.text)|\(text.text)")
                return ByteString(Base64.encode(parts.bytes))
            }
            let vector = environment.randomBytes(blockSize)
            let encrypted = try AES._CBC.encrypt(text.bytes, using: key(password), iv: .init(ivBytes: vector))
            return ByteString(Base64.encode(vector + encrypted))
        }
        table["decryptAES"] = .typed { (password: ByteString, text: ByteString) in
            if text.bytes.isEmpty { return text }
            return try decrypt(Base64.decode(text.bytes), capacity: text.bytes.count / 4 * 3, password)
        }
    }

    private static let blockSize = 16

    private static func key(_ password: ByteString) -> SymmetricKey {
        SymmetricKey(data: password.bytes.prefix(32) + [UInt8](repeating: 0, count: max(0, 32 - password.bytes.count)))
    }

    /// The text; what is no encryption gives the error of the place where Go's code fails.
    private static func decrypt(_ bytes: [UInt8], capacity: Int, _ password: ByteString) throws -> ByteString {
        guard bytes.count >= blockSize else {
            throw outOfRange(
                capacity < blockSize
                    ? "slice bounds out of range [:\(blockSize)] with capacity \(capacity)"
                    : "slice bounds out of range [\(blockSize):\(bytes.count)]"
            )
        }
        let encrypted = bytes[blockSize...]
        if encrypted.isEmpty { throw outOfRange("index out of range [-1]") }
        if encrypted.count % blockSize != 0 { throw FunctionError("crypto/cipher: input not full blocks") }
        let vector = try AES._CBC.IV(ivBytes: bytes[..<blockSize])
        let padded = try AES._CBC.decrypt(Array(encrypted), using: key(password), iv: vector, noPadding: true)
        let length = padded.count - Int(padded.last ?? 0)
        if length < 0 { throw outOfRange("slice bounds out of range [:\(length)]") }
        return ByteString(Array(padded.prefix(length)))
    }

    private static func outOfRange(_ text: String) -> FunctionError { FunctionError("runtime error: \(text)") }
}
