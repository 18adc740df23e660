import Testing

@testable import HelmCryptography

@Suite struct HashTests {
    /// The examples "abc" of FIPS 180-4.
    @Test(arguments: [
        ("sha1sum", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        ("sha256sum", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "sha512sum",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
        ),
    ])
    func hashesInHexadecimal(function: String, expected: String) {
        #expect(TemplateAnswers.answer("{{ \(function) \"abc\" }}") == expected)
    }
}
