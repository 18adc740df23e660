import GoTemplate

/// The password hash bcrypt in its form `2a`, after Provos and Mazières, "A Future-Adaptable Password Scheme" (1999).
enum Bcrypt {
    static let saltLength = 16
    /// Bytes of a password; the rest would not count.
    static let passwordLimit = 72

    /// `$2a$`, the cost, `$`, and the salt and the hash in bcrypt's own base 64.
    ///
    /// - Parameters:
    ///   - password: at most ``passwordLimit`` bytes.
    ///   - salt: ``saltLength`` bytes that should be random.
    ///   - cost: the binary logarithm of the work, from 4 to 31.
    /// - Returns: 60 letters.
    static func hash(_ password: [UInt8], salt: [UInt8], cost: Int) -> ByteString {
        let cipher = Blowfish(key: password.prefix(passwordLimit) + [0], salt: salt, cost: cost)
        var bytes: [UInt8] = []
        for pair in [(0x4F72_7068, 0x6561_6E42), (0x6568_6F6C, 0x6465_7253), (0x6372_7944, 0x6F75_6274)] {
            var block = (UInt32(pair.0), UInt32(pair.1))
            for _ in 0..<64 { block = cipher.encrypt(block) }
            for word in [block.0, block.1] { withUnsafeBytes(of: word.bigEndian) { bytes += $0 } }
        }
        let prefix = "$2a$\(cost < 10 ? "0" : "")\(cost)$"
        // The last byte of the hash is not written.
        return ByteString(Array(prefix.utf8) + encode(salt) + encode(bytes.dropLast()))
    }

    private static let alphabet = Array("./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

    private static func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var letters: [UInt8] = []
        var (buffer, bits): (UInt32, UInt32) = (0, 0)
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                letters.append(alphabet[Int(buffer >> bits & 0x3F)])
            }
        }
        if bits > 0 { letters.append(alphabet[Int(buffer << (6 - bits) & 0x3F)]) }
        return letters
    }
}
