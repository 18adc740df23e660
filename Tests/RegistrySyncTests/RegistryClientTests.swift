import NIOCore
import Synchronization
import Testing

@testable import RegistrySync

@Suite(.timeLimit(.minutes(10))) struct RegistryClientTests {
    private let app: RepositoryName
    private let v1: ManifestReference

    init() throws {
        app = try RepositoryName("team/app")
        v1 = .tag(try Tag("v1"))
    }

    @Test("Lists come page by page, sorted")
    func listing() async throws {
        try await TestSetting.with { setting in
            let image = try TestImage(layers: [5])
            for tag in ["b", "a", "e", "d", "c"] { setting.registry.put(image, in: "team/app", tag: tag) }
            #expect(try await setting.client.tags(in: app).map(\.name) == ["a", "b", "c", "d", "e"])
            #expect(try await setting.client.repositories() == [app])
            #expect(setting.registry.count("GET", "/tags/list") == 3)
            await #expect(throws: RegistryError.self) { try await setting.client.tags(in: app, limit: 2) }
        }
    }

    @Test("A digest costs one request without a body, and nothing is none")
    func heads() async throws {
        try await TestSetting.with { setting in
            let image = try TestImage(layers: [5])
            setting.registry.put(image, in: "team/app", tag: "v1")
            #expect(try await setting.client.manifestDigest(v1, in: app) == image.manifest.digest)
            #expect(try await setting.client.manifestDigest(.tag(try Tag("v2")), in: app) == nil)
            #expect(setting.registry.count("GET") == 0)
        }
    }

    @Test("A manifest that is not what its digest promises is refused")
    func forgedManifest() async throws {
        try await TestSetting.with { setting in
            let image = try TestImage(layers: [5])
            setting.registry.put(image, in: "team/app", tag: "v1")
            setting.registry.fail(TestFault("GET", "/manifests/", .corrupt(at: 3)))
            await #expect { try await setting.client.manifest(.digest(image.manifest.digest), in: app) } throws: {
                ($0 as? ManifestError)?.code == .digestMismatch
            }
        }
    }

    @Test("Tokens are asked for once for the same scope, and again when they end")
    func tokens() async throws {
        try await TestSetting.with { setting in
            setting.registry.put(try TestImage(layers: [5]), in: "team/app", tag: "v1")
            setting.registry.guardWithTokens(life: 100)
            let alice = GivenCredentials([setting.registry.host: .password(user: "alice", password: "wonder")])
            let client = RegistryClient(setting.registry.host, credentials: alice, transport: setting.transport)
            for _ in 0..<3 { _ = try await client.manifestDigest(v1, in: app) }
            #expect(setting.registry.count("GET", "/token") == 1)
            #expect(setting.registry.count("HEAD", "/manifests/") == 4)
            setting.clock.advance(by: 81)
            _ = try await client.manifestDigest(v1, in: app)
            #expect(setting.registry.count("GET", "/token") == 2)
        }
    }

    @Test("Wrong credentials are one clear error")
    func wrongCredentials() async throws {
        try await TestSetting.with { setting in
            setting.registry.guardWithTokens(life: 100)
            let bob = GivenCredentials([setting.registry.host: .password(user: "bob", password: "s3cret")])
            let client = RegistryClient(setting.registry.host, credentials: bob, transport: setting.transport)
            await #expect { try await client.manifestDigest(v1, in: app) } throws: { error in
                (error as? RegistryError)?.code == .unauthorized && !"\(error)".contains("s3cret")
            }
        }
    }

    @Test("Retry-After is obeyed; one that is too long is said at once")
    func patience() async throws {
        try await TestSetting.with { setting in
            setting.registry.put(try TestImage(layers: [5]), in: "team/app", tag: "v1")
            let busy = TestResponse(429, [("Retry-After", "7")])
            setting.registry.fail(TestFault("HEAD", "/manifests/", times: 2, .answer(busy)))
            _ = try await setting.client.manifestDigest(v1, in: app)
            #expect(setting.clock.pauses == [.seconds(7), .seconds(7)])
            let long = TestResponse(429, [("Retry-After", "86400")])
            setting.registry.fail(TestFault("HEAD", "/manifests/", .answer(long)))
            await #expect { try await setting.client.manifestDigest(v1, in: app) } throws: {
                ($0 as? RegistryError)?.code == .rateLimited
            }
        }
    }

    @Test(
        "What will not pass is not tried again",
        arguments: [(403, RegistryError.Code.denied), (405, .refused), (413, .refused), (418, .protocolViolation)]
    )
    func refusals(status: Int, code: RegistryError.Code) async throws {
        try await TestSetting.with { setting in
            setting.registry.fail(TestFault("GET", "/manifests/", .answer(.error(status, "DENIED"))))
            await #expect { try await setting.client.manifest(v1, in: app) } throws: { error in
                let error = error as? RegistryError
                return error?.code == code && error?.registryMessage == "DENIED: as told"
            }
            #expect(setting.registry.count("GET") == 1)
        }
    }

    @Test("A server that keeps failing is given up after the attempts of the policy")
    func givingUp() async throws {
        try await TestSetting.with { setting in
            setting.registry.fail(TestFault("GET", "/manifests/", times: 99, .answer(TestResponse(503))))
            await #expect { try await setting.client.manifest(v1, in: app) } throws: {
                ($0 as? RegistryError)?.code == .server
            }
            #expect(setting.registry.count("GET") == RetryPolicy().attempts)
        }
    }

    @Test("Redirects are followed, in the clear only from the clear, and never for ever")
    func redirects() async throws {
        try await TestSetting.with { setting in
            setting.registry.fail(
                TestFault(
                    "GET",
                    "/manifests/",
                    times: 99,
                    .answer(TestResponse(307, [("Location", "/v2/team/app/manifests/v1")]))
                )
            )
            await #expect { try await setting.client.manifest(v1, in: app) } throws: {
                ($0 as? RegistryError)?.code == .protocolViolation
            }
        }
    }

    @Test("A host that does not answer is said to be out of reach")
    func unreachable() async throws {
        try await TestSetting.with { setting in
            let nobody = try RegistryHost("127.0.0.1:1")
            let client = RegistryClient(nobody, transport: setting.transport)
            await #expect { try await client.manifest(v1, in: app) } throws: { error in
                let code = (error as? RegistryError)?.code
                return code == .unreachable || code == .interrupted
            }
        }
    }

    @Test("Referrers come from the API, or from the fallback tag where there is none", arguments: [true, false])
    func referrers(hasAPI: Bool) async throws {
        try await TestSetting.with { setting in
            setting.registry.state.withLock { $0.store.hasReferrers = hasAPI }
            let image = try TestImage(layers: [5])
            setting.registry.put(image, in: "team/app", tag: "v1")
            for seed: UInt8 in [2, 3] {
                let signature = try TestImage(layers: [1], seed: seed, subject: image.manifest)
                for (digest, bytes) in signature.blobs {
                    setting.registry.state.withLock { $0.store.blobs["team/app"]?[digest] = bytes }
                }
                try await setting.client.push(signature.manifest, as: .digest(signature.manifest.digest), in: app)
            }
            #expect(try await setting.client.referrers(of: image.manifest.digest, in: app).count == 2)
        }
    }
}
