import GoTemplate
import Testing

@testable import HelmCryptography

@Suite struct PasswordTests {
    @Test func theFirstWordsOfPiAreThoseThatBlowfishPrints() {
        #expect(PiDigits.words(4) == [0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344])
        #expect(PiDigits.words(1042).last == 0x3AC3_72E6)
    }

    /// Vectors of crypt_blowfish and of jBCrypt, which other implementations share.
    @Test(arguments: [
        ("U*U", 5, "CCCCCCCCCCCCCCCCCCCCC.", "E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"),
        ("U*U*", 5, "CCCCCCCCCCCCCCCCCCCCC.", "VGOzA784oUp/Z0DY336zx7pLYAy0lwK"),
        ("", 6, "DCq7YPn5Rq63x1Lad4cll.", "TV4S6ytwfsfvkgY8jIucDrjc8deX1s."),
        ("a", 6, "m0CrhHm10qJ3lXRY.5zDGO", "3rS2KdeeWLuGmsfGlMfOxih58VYVfxe"),
        ("päss", 6, "abcdefghijklmnopqrstuu", "LyrmPLxfimzmXQZ8pzbU7kOzrgv8fFy"),
    ])
    func bcryptAgreesWithOthers(password: String, cost: Int, salt: String, hash: String) {
        let text = Bcrypt.hash(Array(password.utf8), salt: Self.decode(salt), cost: cost)
        #expect(text.text == "$2a$0\(cost)$\(salt)\(hash)")
    }

    @Test func passwordsThatBcryptWouldCutAreRefused() {
        let answer = TemplateAnswers.answer("{{ bcrypt (repeat 73 \"a\") }}", in: TemplateAnswers.counting)
        #expect(answer == "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes")
    }

    @Test func htpasswdRefusesColonsInNames() {
        #expect(
            TemplateAnswers.answer("{{ htpasswd \"a:b\" \"c\" }}", in: TemplateAnswers.counting)
                == "invalid username: a:b"
        )
        #expect(TemplateAnswers.answer("{{ htpasswd \"a\" \"c\" }}") == "a:$2a$10$det.Yw")
    }

    @Test func derivedPasswordsNeedAKnownKind() {
        let answer = TemplateAnswers.answer("{{ derivePassword 1 \"odd\" \"p\" \"u\" \"s\" }}")
        #expect(answer.contains("cannot find password template odd"))
    }

    /// The examples of sprig's documentation.
    @Test(arguments: [("long", "ZedaFaxcZaso9*"), ("maximum", "pf4zS1LjCg&LjhsZ7T2~"), ("pin", "6685")])
    func derivedPasswordsAreThoseOfMasterPassword(kind: String, expected: String) throws {
        let derived = try DerivedPassword.derive(1, ByteString(kind), "password", "user", "example.com")
        #expect(derived.text == expected)
    }

    @Test func aBudgetEnds() throws {
        let budget = WorkBudget(units: 6)
        try budget.spend(.key)
        try budget.spend(.passwordHash)
        #expect(throws: FunctionError.self) { try budget.spend(.passwordHash) }
    }

    /// The bytes of a salt in bcrypt's base 64.
    private static func decode(_ text: String) -> [UInt8] {
        let alphabet = Array("./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        var bytes: [UInt8] = []
        var (buffer, bits) = (0, 0)
        for letter in text {
            buffer = buffer << 6 | (alphabet.firstIndex(of: letter) ?? 0)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
                buffer &= (1 << bits) - 1
            }
        }
        return bytes
    }
}
