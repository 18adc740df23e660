import Diagnostics
import YAMLTree

extension Manifest {
    /// Creates an OCI index of manifests; the same list gives the same bytes.
    init(index entries: [Descriptor], annotations: [String: String] = [:]) throws(ManifestError) {
        var root = Mapping()
        root["schemaVersion"] = .integer(2)
        root["mediaType"] = .string(MediaType.ociIndex.rawValue)
        root["manifests"] = .sequence(entries.map(\.node))
        if !annotations.isEmpty { root["annotations"] = annotations.node }
        try self.init(reading: JSONWriter(layout: .compact).bytes(.mapping(root)))
    }

    /// The tree of the JSON text, to be changed and written as another manifest.
    func tree() throws(ManifestError) -> Node {
        do {
            return try JSONReader(limits: ReadingLimits(bytes: Self.sizeLimit, depth: 32))
                .document(in: bytes, file: SourceFile("manifest"))
        } catch {
            throw ManifestError(.malformed, "the manifest is no JSON: \(error)")
        }
    }

    /// The descriptor under which a list of referrers names the manifest: with its artifact type and annotations.
    var referrerDescriptor: Descriptor {
        var result = descriptor
        guard let root = try? tree() else { return result }
        if let type = root["artifactType"]?.string(), !type.isEmpty {
            result.artifactType = MediaType(rawValue: type)
        } else if case .image(let config, _) = content {
            result.artifactType = config.mediaType
        }
        for entry in root["annotations"]?.mapping?.entries ?? [] {
            result.annotations[entry.name] = entry.value.text ?? ""
        }
        return result
    }
}

extension Descriptor {
    /// The descriptor as JSON.
    var node: Node {
        var fields = Mapping()
        fields["mediaType"] = .string(mediaType.rawValue)
        fields["digest"] = .string(digest.description)
        fields["size"] = .integer(size)
        if let platform { fields["platform"] = platform.node }
        if let artifactType { fields["artifactType"] = .string(artifactType.rawValue) }
        if !annotations.isEmpty { fields["annotations"] = annotations.node }
        return .mapping(fields)
    }
}

extension Platform {
    fileprivate var node: Node {
        var fields = Mapping()
        fields["architecture"] = .string(architecture)
        fields["os"] = .string(os)
        if let osVersion { fields["os.version"] = .string(osVersion) }
        if let variant { fields["variant"] = .string(variant) }
        return .mapping(fields)
    }
}

extension [String: String] {
    fileprivate var node: Node {
        .mapping(Mapping(sorted { $0.key < $1.key }.map { ($0.key, Node.string($0.value)) }))
    }
}
