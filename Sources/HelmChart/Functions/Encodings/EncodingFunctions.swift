import GoTemplate

extension FunctionTheme {
    /// Texts as letters of base 64 and 32, and the checksum Adler-32. What cannot be decoded gives the text of the
    /// error, as in Helm.
    package static let encodings = FunctionTheme { _ in
        var table = FunctionTable()
        table["b64enc"] = .typed { (text: ByteString) in ByteString(Base64.encode(text.bytes)) }
        table["b64dec"] = .typed { (text: ByteString) in
            decoded { () throws(FunctionError) in
                try Base64.decode(text.bytes)
            }
        }
        table["b32enc"] = .typed { (text: ByteString) in ByteString(Base32.encode(text.bytes)) }
        table["b32dec"] = .typed { (text: ByteString) in
            decoded { () throws(FunctionError) in
                try Base32.decode(text.bytes)
            }
        }
        table["adler32sum"] = .typed { (text: ByteString) in ByteString(String(adler32(text.bytes))) }
        return table
    }

    private static func decoded(_ decode: () throws(FunctionError) -> [UInt8]) -> ByteString {
        do throws(FunctionError) {
            return ByteString(try decode())
        } catch {
            return ByteString(error.message)
        }
    }

    /// The checksum of RFC 1950.
    private static func adler32(_ bytes: [UInt8]) -> UInt32 {
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65521
            high = (high + low) % 65521
        }
        return high << 16 | low
    }
}
