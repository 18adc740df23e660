import Testing

@testable import HelmCryptography

@Suite struct EncryptionTests {
    @Test(arguments: ["a", "sixteen letters.", "a longer text that takes more than two blocks"])
    func whatIsEncryptedIsDecrypted(text: String) {
        let template = "{{ encryptAES \"secret\" \"\(text)\" | decryptAES \"secret\" }}"
        #expect(TemplateAnswers.answer(template, in: TemplateAnswers.counting) == text)
    }

    @Test(arguments: [
        ("a", "illegal base64 data at input byte 0"),
        ("YWJj", "runtime error: slice bounds out of range [:16] with capacity 3"),
        ("AAAAAAAAAAAAAAAAAAAAAA==", "runtime error: index out of range [-1]"),
        ("AAAAAAAAAAAAAAAAAAAAAAA=", "crypto/cipher: input not full blocks"),
    ])
    func whatIsNoEncryptionIsAnError(text: String, expected: String) {
        #expect(TemplateAnswers.answer("{{ decryptAES \"secret\" \"\(text)\" }}") == expected)
    }

    @Test func nothingStaysNothing() {
        #expect(TemplateAnswers.answer("{{ encryptAES \"a\" \"\" }}{{ decryptAES \"a\" \"\" }}") == "")
    }
}
