import Synchronization
import Testing

@testable import RegistrySync

@Suite(.timeLimit(.minutes(10))) struct ImageCopyTests {
    private let v1: ManifestReference

    init() throws { v1 = .tag(try Tag("v1")) }

    private func copy(_ setting: TestSetting, options: CopyOptions = CopyOptions()) throws -> ImageCopy {
        ImageCopy(
            from: try setting.repository("source"),
            v1,
            to: try setting.repository("target"),
            as: v1,
            options: options
        )
    }

    @Test("A copy has the digest of its source; a second one takes two requests and moves nothing")
    func twice() async throws {
        try await TestSetting.with { setting in
            let image = try TestImage(layers: [300_000, 20])
            setting.registry.put(image, in: "source", tag: "v1")
            let plan = try await copy(setting)()
            #expect(plan.root == image.manifest.digest)
            #expect(setting.registry.digest(of: "v1", in: "target") == image.manifest.digest)
            setting.registry.state.withLock { $0.log = [] }
            let second = try await copy(setting)()
            #expect(second.isUpToDate)
            #expect(setting.registry.state.withLock { $0.log.map(\.method) } == ["HEAD", "HEAD"])
        }
    }

    @Test("An index is copied with all its images, children first; a shared layer is moved once")
    func index() async throws {
        try await TestSetting.with { setting in
            let first = try TestImage(layers: [1000, 50], seed: 1)
            let second = try TestImage(layers: [1000, 60], seed: 1)
            for image in [first, second] { setting.registry.put(image, in: "source") }
            let index = try TestImage.index([("linux/amd64", first), ("linux/arm64", second)])
            setting.registry.put(index, in: "source", tag: "v1")
            let plan = try await copy(setting)()
            #expect(plan.root == index.digest)
            #expect(plan.manifests.last == index)
            let unique = Set((first.manifest.blobs + second.manifest.blobs).map(\.digest))
            #expect(setting.registry.count("PATCH") == unique.count)
        }
    }

    @Test("One platform is copied as its image; a platform that is not there is said")
    func platform() async throws {
        try await TestSetting.with { setting in
            let first = try TestImage(layers: [10], seed: 1)
            let second = try TestImage(layers: [20], seed: 2)
            for image in [first, second] { setting.registry.put(image, in: "source") }
            setting.registry.put(
                try TestImage.index([("linux/amd64", first), ("linux/arm64", second)]),
                in: "source",
                tag: "v1"
            )
            var options = CopyOptions()
            options.platforms = .only([Platform(os: "linux", architecture: "arm64")])
            #expect(try await copy(setting, options: options)().root == second.manifest.digest)
            options.platforms = .only([Platform(os: "plan9", architecture: "mips")])
            await #expect { try await copy(setting, options: options)() } throws: {
                "\($0)".contains("It has: linux/amd64, linux/arm64")
            }
        }
    }

    @Test("A blob of another repository is mounted and not moved")
    func mounting() async throws {
        try await TestSetting.with { setting in
            let image = try TestImage(layers: [5000])
            setting.registry.put(image, in: "source", tag: "v1")
            setting.registry.put(try TestImage(layers: [5000]), in: "sibling")
            var options = CopyOptions()
            options.mountCandidates = [try RepositoryName("sibling")]
            let plan = try await copy(setting, options: options)()
            #expect(plan.bytesToMove == 0)
            #expect(setting.registry.count("PATCH") == 0)
            #expect(setting.registry.digest(of: "v1", in: "target") == image.manifest.digest)
        }
    }

    @Test("What belongs to the image comes along when asked for")
    func referrers() async throws {
        try await TestSetting.with { setting in
            let image = try TestImage(layers: [10])
            setting.registry.put(image, in: "source", tag: "v1")
            let signature = try TestImage(layers: [3], seed: 9, subject: image.manifest)
            setting.registry.put(signature, in: "source")
            var options = CopyOptions()
            options.referrers = true
            try await copy(setting, options: options)()
            #expect(setting.registry.state.withLock { $0.store.manifests["target"]?[signature.manifest.digest] } != nil)
            #expect(setting.registry.digest(of: "v1", in: "target") == image.manifest.digest)
        }
    }

    static let size = 3_000_000
    @Test(
        "Faults of the link and the servers cost no more than what was lost",
        arguments: [
            [TestFault("GET", "/blobs/", times: 2, .cut(after: 1_000_000))],
            [TestFault("GET", "/blobs/", times: 2, .answer(TestResponse(503)))],
            [TestFault("GET", "/blobs/", times: 1, .answer(TestResponse(429, [("Retry-After", "2")])))],
            [TestFault("GET", "/manifests/", times: 2, .answer(TestResponse(500)))],
            [TestFault("POST", "/uploads/", times: 2, .answer(TestResponse(502)))],
            [TestFault("PUT", "/uploads/", .answer(TestResponse(500)))],
            [TestFault("PUT", "/manifests/", .answer(TestResponse(500)))],
            [TestFault("PATCH", "/uploads/", times: 2, .cutUpload(after: 2_000_000))],
        ]
    )
    func faults(_ faults: [TestFault]) async throws {
        try await TestSetting.with { setting in
            let image = try TestImage(layers: [Self.size])
            setting.registry.put(image, in: "source", tag: "v1")
            setting.registry.state.withLock { $0.faults = faults }
            try await copy(setting)()
            #expect(setting.registry.digest(of: "v1", in: "target") == image.manifest.digest)
            let (out, received) = setting.registry.state.withLock { ($0.bytesOut, $0.bytesIn) }
            let total = image.manifest.blobs.reduce(0) { $0 + Int($1.size) }
            // What was under way when the connection broke is lost, and no more.
            #expect(out <= total + 2 * (1 << 20))
            #expect(received <= total + 2 * (1 << 20))
            #expect(setting.registry.state.withLock { $0.faults.allSatisfy { $0.times == 0 } })
        }
    }

    @Test("An upload that the registry forgot is begun again")
    func forgottenUpload() async throws {
        try await TestSetting.with { setting in
            let image = try TestImage(layers: [Self.size])
            setting.registry.put(image, in: "source", tag: "v1")
            setting.registry.state.withLock { $0.store.keepsBrokenUploads = false }
            setting.registry.fail(TestFault("PATCH", "/uploads/", .cutUpload(after: 2_000_000)))
            try await copy(setting)()
            #expect(setting.registry.digest(of: "v1", in: "target") == image.manifest.digest)
        }
    }

    @Test("A bit that fell over is noticed; fetched again, the copy is right")
    func corruption() async throws {
        try await TestSetting.with { setting in
            let image = try TestImage(layers: [Self.size])
            setting.registry.put(image, in: "source", tag: "v1")
            setting.registry.fail(TestFault("GET", "/blobs/", times: 1, .corrupt(at: 8)))
            try await copy(setting)()
            #expect(setting.registry.digest(of: "v1", in: "target") == image.manifest.digest)
        }
    }

    @Test("Content that stays wrong fails, and no name appears")
    func persistentCorruption() async throws {
        try await TestSetting.with { setting in
            let image = try TestImage(layers: [Self.size])
            setting.registry.put(image, in: "source", tag: "v1")
            setting.registry.fail(TestFault("GET", "/blobs/", times: 99, .corrupt(at: 8)))
            await #expect(throws: (any Error).self) { try await copy(setting)() }
            #expect(setting.registry.digest(of: "v1", in: "target") == nil)
        }
    }

    @Test("A cancelled copy ends and leaves no name")
    func cancellation() async throws {
        try await TestSetting.with { setting in
            let image = try TestImage(layers: [Self.size])
            setting.registry.put(image, in: "source", tag: "v1")
            let copy = try copy(setting)
            let started = Mutex(false)
            let task = Task {
                try await copy { progress in
                    guard case .blobStarted = progress else { return }
                    started.withLock { $0 = true }
                    withUnsafeCurrentTask { $0?.cancel() }
                }
            }
            await #expect(throws: (any Error).self) { try await task.value }
            #expect(started.withLock { $0 })
            #expect(setting.registry.digest(of: "v1", in: "target") == nil)
        }
    }

    @Test("Huawei's registry gets Docker's types, Alibaba's no attestations; layers stay as they are")
    func profiles() async throws {
        try await TestSetting.with { setting in
            let image = try TestImage(layers: [10])
            setting.registry.put(image, in: "source")
            let index = try TestImage.index([("linux/amd64", image)])
            setting.registry.put(index, in: "source", tag: "v1")
            var options = CopyOptions()
            options.profile = .huaweiSWR
            let plan = try await copy(setting, options: options)()
            #expect(plan.sourceRoot == index.digest)
            #expect(plan.root != index.digest)
            let written = try await setting.client.manifest(v1, in: try RepositoryName("target"))
            #expect(written.mediaType == .dockerManifestList)
            let child = try await setting.client.manifest(
                .digest(try #require(written.manifests.first).digest),
                in: try RepositoryName("target")
            )
            #expect(child.mediaType == .dockerManifest)
            #expect(child.blobs.map(\.digest) == image.manifest.blobs.map(\.digest))
            #expect(plan.remarks.count == 2)
            options.profile = .alibabaACR
            #expect(try await copy(setting, options: options)().root == index.digest)
        }
    }
}
