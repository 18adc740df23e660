import RegistrySync
import Testing

@Suite struct ManifestTests {
    private static let digest = "sha256:" + String(repeating: "0", count: 64)

    @Test("A manifest keeps its bytes and tells what it lists")
    func image() throws {
        let image = try TestImage(layers: [10, 20])
        #expect(image.manifest.blobs.map(\.size) == [Int64(#"{"seed":1}"#.utf8.count), 10, 20])
        #expect(image.manifest.digest == Digest(.sha256, of: image.manifest.bytes))
        let again = try Manifest(reading: image.manifest.bytes, expected: image.manifest.digest)
        #expect(again == image.manifest)
    }

    @Test("Spaces and unknown fields do not matter, and stay")
    func layout() throws {
        let text = """
            { "schemaVersion": 2, "x-vendor": [1, {"a": null}],
              "manifests": [ {"mediaType": "\(MediaType.ociManifest)", "digest": "\(Self.digest)", "size": 7,
                 "platform": {"os": "linux", "architecture": "arm", "variant": "v7"}} ] }
            """
        let index = try Manifest(reading: Array(text.utf8))
        #expect(index.mediaType == .ociIndex)
        #expect(index.manifests.first?.platform?.description == "linux/arm/v7")
        #expect(index.bytes == Array(text.utf8))
    }

    @Test(
        "Bytes that are no manifest are refused, with the place",
        arguments: [
            ("", ManifestError.Code.malformed, nil),
            ("[]", .malformed, nil),
            ("{", .malformed, nil),
            ("{}", .unknownType, nil),
            (#"{"mediaType":"text/html"}"#, .unknownType, nil),
            (#"{"schemaVersion":1,"fsLayers":[]}"#, .schema1, nil),
            (#"{"config":{"mediaType":"a","digest":"sha256:1","size":1}}"#, .malformed, "config.digest"),
            (#"{"config":{"mediaType":"a","digest":"\#(digest)","size":-1}}"#, .malformed, "config.size"),
            (#"{"config":{"mediaType":"a","digest":"\#(digest)","size":1e400}}"#, .malformed, "config.size"),
            (#"{"manifests":{}}"#, .malformed, "manifests"),
            (#"{"manifests":[7]}"#, .malformed, "manifests[0]"),
            (
                #"{"config":{"mediaType":"a","digest":"\#(digest)","size":1},"layers":[{"size":1}]}"#, .malformed,
                "layers[0]"
            ),
        ] as [(String, ManifestError.Code, String?)]
    )
    func refusals(text: String, code: ManifestError.Code, path: String?) {
        #expect {
            try Manifest(reading: Array(text.utf8))
        } throws: { error in
            guard let error = error as? ManifestError else { return false }
            return error.code == code && (path == nil || error.path == path)
        }
    }

    @Test("A manifest that is too deep or too large is refused")
    func limits() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: ManifestError.self) { try Manifest(reading: Array(deep.utf8)) }
        let large = [UInt8](repeating: UInt8(ascii: " "), count: Manifest.sizeLimit + 1)
        #expect { try Manifest(reading: large) } throws: { ($0 as? ManifestError)?.code == .tooLarge }
    }

    @Test("Another content than expected is refused")
    func mismatch() throws {
        let image = try TestImage(layers: [1])
        let other = try Digest(Self.digest)
        #expect { try Manifest(reading: image.manifest.bytes, expected: other) } throws: {
            ($0 as? ManifestError)?.code == .digestMismatch
        }
    }

    @Test(
        "Platforms match as people mean them",
        arguments: [
            ("linux/arm64/v8", "linux/arm64", true), ("linux/arm64", "linux/arm64/v8", true),
            ("linux/arm/v6", "linux/arm/v7", false), ("linux/amd64", "windows/amd64", false),
        ]
    )
    func platforms(offered: String, wanted: String, matches: Bool) throws {
        let offered = try #require(Platform(offered))
        #expect(offered.satisfies(try #require(Platform(wanted))) == matches)
    }
}
