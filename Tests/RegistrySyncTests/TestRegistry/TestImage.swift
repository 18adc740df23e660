import RegistrySync
import Synchronization
import YAMLTree

/// Images that tests put into registries.
struct TestImage {
    var manifest: Manifest
    var blobs: [Digest: [UInt8]]

    /// An image with layers of the given sizes; the same arguments give the same image.
    init(layers: [Int], seed: UInt8 = 1, type: MediaType = .ociManifest, subject: Manifest? = nil) throws {
        var blobs: [Digest: [UInt8]] = [:]
        func descriptor(_ bytes: [UInt8], _ type: MediaType) -> Node {
            let digest = Digest(.sha256, of: bytes)
            blobs[digest] = bytes
            return [
                "mediaType": .string(type.rawValue), "digest": .string(digest.description),
                "size": .integer(bytes.count),
            ]
        }
        let config = descriptor(Array(#"{"seed":\#(seed)}"#.utf8), .ociConfig)
        let items = layers.enumerated().map { index, size in
            descriptor(
                (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ index &* 7 &+ Int(seed)) },
                .ociLayerGzip
            )
        }
        var root: Mapping = [
            "schemaVersion": 2, "mediaType": .string(type.rawValue), "config": config, "layers": .sequence(items),
        ]
        if let subject {
            root["subject"] = [
                "mediaType": .string(subject.mediaType.rawValue), "digest": .string(subject.digest.description),
                "size": .integer(subject.bytes.count),
            ]
        }
        manifest = try Manifest(reading: JSONWriter(layout: .compact).bytes(.mapping(root)))
        self.blobs = blobs
    }

    /// An index of images by platform.
    static func index(_ images: [(platform: String, image: TestImage)]) throws -> Manifest {
        let entries: [Node] = images.map { entry in
            let parts = entry.platform.split(separator: "/").map(String.init)
            return [
                "mediaType": .string(entry.image.manifest.mediaType.rawValue),
                "digest": .string(entry.image.manifest.digest.description),
                "size": .integer(entry.image.manifest.bytes.count),
                "platform": ["os": .string(parts[0]), "architecture": .string(parts[1])],
            ]
        }
        let root: Node = [
            "schemaVersion": 2, "mediaType": .string(MediaType.ociIndex.rawValue), "manifests": .sequence(entries),
        ]
        return try Manifest(reading: JSONWriter(layout: .compact).bytes(root))
    }
}

extension TestRegistry {
    /// Puts an image into a repository without any request.
    func put(_ image: TestImage, in repository: String, tag: String? = nil) {
        state.withLock { state in
            for (digest, bytes) in image.blobs { state.store.blobs[repository, default: [:]][digest] = bytes }
        }
        put(image.manifest, in: repository, tag: tag)
    }

    func put(_ manifest: Manifest, in repository: String, tag: String? = nil) {
        state.withLock { state in
            state.store.manifests[repository, default: [:]][manifest.digest] = RegistryStore.StoredManifest(
                type: manifest.mediaType.rawValue,
                bytes: manifest.bytes
            )
            if let tag { state.store.tags[repository, default: [:]][tag] = manifest.digest }
        }
    }

    /// The digest that a tag stands for.
    func digest(of tag: String, in repository: String) -> Digest? {
        state.withLock { $0.store.tags[repository]?[tag] }
    }
}
