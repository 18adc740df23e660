import RegistrySync
import Testing

@Suite struct ImageReferenceTests {
    @Test(
        "Short forms mean what they mean to Docker",
        arguments: [
            ("redis", "docker.io/library/redis:latest"),
            ("redis:7", "docker.io/library/redis:7"),
            ("bitnami/redis", "docker.io/bitnami/redis:latest"),
            ("docker.io/redis", "docker.io/library/redis:latest"),
            ("index.docker.io/library/redis:7.2", "docker.io/library/redis:7.2"),
            ("localhost/tiny:1", "localhost/tiny:1"),
            ("localhost:5000/tiny", "localhost:5000/tiny:latest"),
            ("127.0.0.1:5001/a/b/c:v1", "127.0.0.1:5001/a/b/c:v1"),
            ("[::1]:5000/tiny:1", "[::1]:5000/tiny:1"),
            ("registry.example.com/team/app__x.y-z:1.0", "registry.example.com/team/app__x.y-z:1.0"),
            ("REGISTRY.example.com/app", "registry.example.com/app:latest"),
        ]
    )
    func shortForms(text: String, expected: String) throws {
        #expect(try ImageReference(text).description == expected)
    }

    @Test("A digest decides, and a tag beside it is kept")
    func digests() throws {
        let hex = String(repeating: "a1", count: 32)
        let reference = try ImageReference("ghcr.io/app:v1@sha256:\(hex)")
        #expect(reference.tag == (try Tag("v1")))
        #expect(reference.manifest == .digest(try Digest("sha256:\(hex)")))
        #expect(try ImageReference("ghcr.io/app@sha256:\(hex)").tag == nil)
    }

    @Test(
        "What is no reference is refused, and the part is named",
        arguments: [
            ("", ReferenceError.Part.reference), (":1", .reference), ("App", .repository), ("a//b", .repository),
            ("a_-b", .repository), ("a___b", .repository), ("-a", .repository), ("a-", .repository),
            ("a:", .tag), ("a:.1", .tag), ("a:b c", .tag), ("host:99999/a", .registry), ("host:x/a", .registry),
            ("-host.com/a", .registry), ("a@sha256:12", .digest), ("a@md5:d41d8cd98f00b204e9800998ecf8427e", .digest),
            ("a@sha256:\(String(repeating: "A", count: 64))", .digest), ("user:pw@host.com/a", .digest),
        ]
    )
    func refusals(text: String, part: ReferenceError.Part) {
        #expect { try ImageReference(text) } throws: { ($0 as? ReferenceError)?.part == part }
    }

    @Test("Limits of length are those of the specification")
    func lengths() throws {
        #expect(try Tag(String(repeating: "t", count: 128)).name.count == 128)
        #expect(throws: ReferenceError.self) { try Tag(String(repeating: "t", count: 129)) }
        #expect(throws: ReferenceError.self) { try RepositoryName(String(repeating: "r", count: 256)) }
    }

    @Test("Digests of known texts")
    func hashing() {
        #expect(
            Digest(.sha256, of: []).description
                == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        )
        #expect(Digest(.sha512, of: Array("abc".utf8)).hex.hasPrefix("ddaf35a193617abacc417349ae204131"))
    }
}
