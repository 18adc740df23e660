import RegistrySync
import Testing

@Suite struct DockerConfigurationTests {
    private static let text = """
        {"auths": {"https://index.docker.io/v1/": {"auth": "YWxpY2U6d29uZGVy"},
                   "registry.example.com:5000": {"identitytoken": "tok"},
                   "plain.example.com": {"username": "bob", "password": "s3cret"}},
         "credHelpers": {"helped.example.com": "keys"}}
        """

    @Test(
        "Credentials by registry",
        arguments: [
            ("docker.io", Credentials.password(user: "alice", password: "wonder")),
            ("registry.example.com:5000", .identityToken("tok")),
            ("plain.example.com", .password(user: "bob", password: "s3cret")),
            ("helped.example.com", .bearerToken("keys for helped.example.com")),
            ("other.example.com", nil),
        ]
    )
    func lookup(host: String, expected: Credentials?) async throws {
        let configuration = try DockerConfiguration(Array(Self.text.utf8)) { name, registry in
            .bearerToken("\(name) for \(registry)")
        }
        #expect(try await configuration.credentials(for: try RegistryHost(host)) == expected)
    }

    @Test(
        "A broken configuration is an error that keeps its secrets",
        arguments: ["", "{", #"{"auths":{"a.b":{"auth":"!!s3cret"}}}"#]
    )
    func broken(text: String) {
        #expect { try DockerConfiguration(Array(text.utf8)) } throws: { error in
            (error as? RegistryError)?.code == .configuration && !"\(error)".contains("s3cret")
        }
    }

    @Test("Credentials are never printed")
    func silence() {
        let credentials = Credentials.password(user: "alice", password: "wonder")
        var dumped = ""
        dump(credentials, to: &dumped)
        for text in ["\(credentials)", String(reflecting: credentials), dumped] { #expect(!text.contains("wonder")) }
    }
}
