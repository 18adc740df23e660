import Foundation
import GoTemplate
import SwiftASN1
import Testing
import X509

@testable import HelmCryptography

@Suite struct CertificateTests {
    @Test func anAuthoritySignsACertificateForItsNames() throws {
        let template = """
            {{ $key := genPrivateKey "ecdsa" }}{{ $ca := genCAWithKey "root" 365 $key -}}
            {{ $cert := genSignedCertWithKey "a.example" (list "10.0.0.1" "::1") (list "a.example") 30 $ca $key -}}
            {{ $ca.Cert }}{{ $cert.Cert }}{{ $cert.Key }}
            """
        let text = TemplateAnswers.answer(template, in: TemplateAnswers.counting)
        let documents = try PEMDocument.parseMultiple(pemString: text)
        try #require(documents.map(\.discriminator) == ["CERTIFICATE", "CERTIFICATE", "EC PRIVATE KEY"])
        let authority = try Certificate(pemDocument: documents[0])
        let certificate = try Certificate(pemDocument: documents[1])
        #expect(authority.publicKey.isValidSignature(certificate.signature, for: certificate))
        #expect(certificate.issuer == authority.subject)
        #expect(certificate.notValidAfter.timeIntervalSince(certificate.notValidBefore) == 30 * 86_400)
        #expect(try certificate.extensions.subjectAlternativeNames?.count == 3)
        #expect(try authority.extensions.keyUsage?.keyCertSign == true)
        #expect(
            try certificate.extensions.authorityKeyIdentifier?.keyIdentifier
                == authority.extensions.subjectKeyIdentifier?.keyIdentifier
        )
    }

    @Test(arguments: ["ecdsa", "ed25519"]) func keysAreReadBack(kind: String) throws {
        let text = TemplateAnswers.answer("{{ genPrivateKey \"\(kind)\" }}", in: TemplateAnswers.counting)
        #expect(try PrivateKey(pem: ByteString(text)).pem() == text)
        #expect(throws: Never.self) { try Certificate.PrivateKey(pemEncoded: text) }
    }

    @Test(arguments: [
        ("{{ genSelfSignedCert \"a\" (list 1) nil 1 }}", "error parsing ip: 1 is not a string"),
        ("{{ genSelfSignedCert \"a\" (list \"1.2.3\") nil 1 }}", "error parsing ip: 1.2.3"),
        ("{{ genSelfSignedCert \"a\" nil (list 2) 1 }}", "error processing alternate dns name: 2 is not a string"),
        ("{{ genCAWithKey \"a\" 1 \"x\" }}", "parsing private key: no PEM data in input"),
        ("{{ buildCustomCert \"%\" \"\" }}", "unable to decode base64 certificate"),
        ("{{ buildCustomCert \"\" \"\" }}", "unable to decode certificate"),
    ])
    func whatMakesNoCertificateIsAnError(template: String, expected: String) {
        #expect(TemplateAnswers.answer(template, in: TemplateAnswers.counting) == expected)
    }

    @Test func standInsAreMadeOfTheArguments() {
        let template = "{{ (genSelfSignedCert \"a\" (list \"10.0.0.1\") (list \"x\" \"y\") 7).Cert }}"
        let body = "self|a|10.0.0.1|x,y|7"
        #expect(
            TemplateAnswers.answer(template)
                == "-----BEGIN CERTIFICATE-----\n\(TemplateAnswers.answer("{{ b64enc \"\(body)\" }}"))\n"
                + "-----END CERTIFICATE-----\n"
        )
    }
}
