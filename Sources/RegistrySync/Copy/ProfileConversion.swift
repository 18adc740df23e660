import YAMLTree

/// Writes an image's manifests so that a destination takes them. Layers and configurations stay as they are.
struct ProfileConversion: Sendable {
    private let profile: DestinationProfile

    init(_ profile: DestinationProfile) { self.profile = profile }

    /// What became of a tree.
    struct Result: Sendable {
        var manifests: [Manifest]
        var root: Digest
        var remarks: [String]
    }

    /// The annotation in which a converted manifest names the one that it was made from.
    private static let origin = "dev.transload.source-digest"

    private static let dockerTypes: [MediaType: MediaType] = [
        .ociManifest: .dockerManifest, .ociIndex: .dockerManifestList, .ociConfig: .dockerConfig,
        .ociLayer: .dockerLayerTar, .ociLayerGzip: .dockerLayer,
    ]

    func convert(_ tree: ManifestTree) throws -> Result {
        guard let root = tree.root else {
            throw RegistryError(.protocolViolation, "the image's indexes name each other in a circle")
        }
        guard !profile.changesNothing else { return Result(manifests: tree.manifests, root: root, remarks: []) }
        var result = Result(manifests: [], root: root, remarks: [])
        var replaced: [Digest: Manifest] = [:]
        for manifest in tree.manifests {
            guard manifest.digest == root || !leavesOut(manifest) else {
                result.remarks.append("\(profile.name): the manifest \(manifest.digest) is left out")
                continue
            }
            let converted = try convert(manifest, replaced)
            if converted.digest != manifest.digest {
                result.remarks.append(
                    "\(profile.name): \(manifest.digest) is written as \(converted.digest) (\(converted.mediaType))"
                )
            }
            replaced[manifest.digest] = converted
            result.manifests.append(converted)
            if manifest.digest == root { result.root = converted.digest }
        }
        return result
    }

    private func leavesOut(_ manifest: Manifest) -> Bool {
        guard case .image(let config, let layers) = manifest.content else { return false }
        if profile.leavesOutEmptyConfigurations, config.mediaType == .ociEmpty { return true }
        return profile.leavesOutAttestations
            && layers.contains { $0.mediaType.rawValue == "application/vnd.in-toto+json" }
    }

    private func convert(_ manifest: Manifest, _ replaced: [Digest: Manifest]) throws -> Manifest {
        var root = try manifest.tree()
        guard var fields = root.mapping else { return manifest }
        if profile.convertsToDocker, let type = Self.dockerTypes[manifest.mediaType] {
            fields["mediaType"] = .string(type.rawValue)
            if let config = fields["config"] { fields["config"] = retyped(config) }
            if let layers = fields["layers"]?.sequence { fields["layers"] = .sequence(layers.map(retyped)) }
        }
        if case .index(let entries) = manifest.content, let items = fields["manifests"]?.sequence {
            let kept = zip(entries, items).compactMap { entry, item in
                replaced[entry.digest].map { self.item(item, naming: $0) }
            }
            fields["manifests"] = .sequence(kept)
        }
        guard fields != root.mapping else { return manifest }
        if !profile.convertsToDocker {
            // Docker's manifests have no annotations.
            var notes = fields["annotations"]?.mapping ?? Mapping()
            notes[Self.origin] = .string(manifest.digest.description)
            fields["annotations"] = .mapping(notes)
        }
        root = .mapping(fields)
        return try Manifest(reading: JSONWriter(layout: .compact).bytes(root))
    }

    private func retyped(_ descriptor: Node) -> Node {
        guard var fields = descriptor.mapping, let type = fields["mediaType"]?.string(),
            let docker = Self.dockerTypes[MediaType(rawValue: type)]
        else { return descriptor }
        fields["mediaType"] = .string(docker.rawValue)
        return .mapping(fields)
    }

    /// An entry of an index for a manifest that may have been converted.
    private func item(_ item: Node, naming manifest: Manifest) -> Node {
        guard var fields = item.mapping else { return item }
        fields["mediaType"] = .string(manifest.mediaType.rawValue)
        fields["digest"] = .string(manifest.digest.description)
        fields["size"] = .integer(manifest.bytes.count)
        return .mapping(fields)
    }
}
