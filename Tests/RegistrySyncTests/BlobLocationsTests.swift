import RegistrySync
import Testing

@Suite struct BlobLocationsTests {
    private let host: RegistryHost
    private let digest = Digest(.sha256, of: [1])

    init() throws { host = try RegistryHost("r.example:5000") }

    @Test("The repository that was seen last comes first, and text keeps all")
    func order() throws {
        var locations = BlobLocations()
        for name in ["a", "b", "a"] { locations.insert(digest, in: try RepositoryName(name), of: host) }
        #expect(locations.repositories(holding: digest, in: host).map(\.path) == ["a", "b"])
        let again = BlobLocations(text: locations.text)
        #expect(again.repositories(holding: digest, in: host).map(\.path) == ["a", "b"])
        #expect(again.text == locations.text)
        locations.remove(digest, in: try RepositoryName("a"), of: host)
        locations.remove(digest, in: try RepositoryName("b"), of: host)
        #expect(locations.count == 0)
    }

    @Test("The memory stays within its capacity and keeps what is new")
    func capacity() throws {
        var locations = BlobLocations(capacity: 50)
        let repository = try RepositoryName("a")
        for number in 0..<500 {
            locations.insert(Digest(.sha256, of: Array("\(number)".utf8)), in: repository, of: host)
            #expect(locations.count <= 50)
        }
        #expect(!locations.repositories(holding: Digest(.sha256, of: Array("499".utf8)), in: host).isEmpty)
    }

    @Test(
        "Hostile text is left out",
        arguments: ["", "x", "a b c", "r.example sha256:12 a", "\u{0}\n\n  \n", "r.example"]
    )
    func hostile(text: String) { #expect(BlobLocations(text: text).count == 0) }

    @Test("A copy mounts what the memory knows, and moves it when the hint was wrong", arguments: [true, false])
    func mounting(hintIsRight: Bool) async throws {
        try await TestSetting.with { setting in
            let v1 = ManifestReference.tag(try Tag("v1"))
            let image = try TestImage(layers: [5000])
            setting.registry.put(image, in: "source", tag: "v1")
            if hintIsRight { setting.registry.put(image, in: "sibling") }
            var options = CopyOptions()
            for blob in image.manifest.blobs {
                options.knownLocations.insert(
                    blob.digest,
                    in: try RepositoryName("sibling"),
                    of: setting.registry.host
                )
            }
            let copy = ImageCopy(
                from: try setting.repository("source"),
                v1,
                to: try setting.repository("target"),
                as: v1,
                options: options
            )
            try await copy()
            #expect(setting.registry.count("PATCH") == (hintIsRight ? 0 : 2))
            #expect(setting.registry.digest(of: "v1", in: "target") == image.manifest.digest)
        }
    }
}
