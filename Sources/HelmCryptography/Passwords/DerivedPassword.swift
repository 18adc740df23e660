import Crypto
import CryptoExtras
import GoTemplate

/// `derivePassword`: the password for a site that the Master Password algorithm, version 3, derives from a user's one
/// password, so that it need not be kept anywhere.
enum DerivedPassword {
    private static let scope = Array("com.lyndir.masterpassword".utf8)

    static func derive(
        _ counter: UInt32,
        _ kind: ByteString,
        _ password: ByteString,
        _ user: ByteString,
        _ site: ByteString
    ) throws -> ByteString {
        guard let templates = templates[kind.text] else {
            return ByteString(Array("cannot find password template ".utf8) + kind.bytes)
        }
        let salt = scope + bytes(of: UInt32(truncatingIfNeeded: user.bytes.count)) + user.bytes
        let key: SymmetricKey
        do {
            key = try KDF.Scrypt.deriveKey(
                from: password.bytes,
                salt: salt,
                outputByteCount: 64,
                rounds: 32_768,
                blockSize: 8,
                parallelism: 2,
                maxMemory: 128 << 20
            )
        } catch {
            return "failed to derive password: scrypt failed"
        }
        let message =
            scope + bytes(of: UInt32(truncatingIfNeeded: site.bytes.count)) + site.bytes + bytes(of: counter)
        let seed = Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
        let template = templates[Int(seed[0]) % templates.count]
        let letters = zip(template.utf8, seed.dropFirst()).map { letterClass, number in
            let alphabet = alphabets[letterClass] ?? [letterClass]
            return alphabet[Int(number) % alphabet.count]
        }
        return ByteString(letters)
    }

    private static func bytes(of number: UInt32) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian, Array.init)
    }

    /// The forms of passwords by kind. Each letter names an alphabet.
    private static let templates: [String: [String]] = [
        "maximum": ["anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"],
        "long": [
            "CvcvnoCvcvCvcv", "CvcvCvcvnoCvcv", "CvcvCvcvCvcvno", "CvccnoCvcvCvcv", "CvccCvcvnoCvcv",
            "CvccCvcvCvcvno", "CvcvnoCvccCvcv", "CvcvCvccnoCvcv", "CvcvCvccCvcvno", "CvcvnoCvcvCvcc",
            "CvcvCvcvnoCvcc", "CvcvCvcvCvccno", "CvccnoCvccCvcv", "CvccCvccnoCvcv", "CvccCvccCvcvno",
            "CvcvnoCvccCvcc", "CvcvCvccnoCvcc", "CvcvCvccCvccno", "CvccnoCvcvCvcc", "CvccCvcvnoCvcc",
            "CvccCvcvCvccno",
        ],
        "medium": ["CvcnoCvc", "CvcCvcno"],
        "short": ["Cvcn"],
        "basic": ["aaanaaan", "aannaaan", "aaannaaa"],
        "pin": ["nnnn"],
    ]

    private static let alphabets: [UInt8: [UInt8]] = {
        let texts: [Character: String] = [
            "V": "AEIOU",
            "C": "BCDFGHJKLMNPQRSTVWXYZ",
            "v": "aeiou",
            "c": "bcdfghjklmnpqrstvwxyz",
            "A": "AEIOUBCDFGHJKLMNPQRSTVWXYZ",
            "a": "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz",
            "n": "0123456789",
            "o": "@&%?,=[]_:-+*$#!'^~;()/.",
            "x": "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()",
        ]
        return Dictionary(uniqueKeysWithValues: texts.map { ($0.key.asciiValue ?? 0, Array($0.value.utf8)) })
    }()
}
