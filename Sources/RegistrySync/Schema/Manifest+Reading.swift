import Diagnostics
import YAMLTree

extension Manifest {
    /// Reads a manifest.
    ///
    /// - Parameters:
    ///   - bytes: The JSON text; it is hostile until its digest is the expected one.
    ///   - mediaType: What the source says the type is; the manifest's own word goes before it.
    ///   - expected: The digest under which the manifest was asked for.
    /// - Throws: ``ManifestError`` when the bytes are no manifest, or not the expected one.
    public init(
        reading bytes: [UInt8],
        mediaType: MediaType? = nil,
        expected: Digest? = nil
    ) throws(ManifestError) {
        guard bytes.count <= Self.sizeLimit else {
            throw ManifestError(.tooLarge, "the manifest is larger than \(Self.sizeLimit >> 20) MiB")
        }
        let digest = Digest(expected?.algorithm ?? .sha256, of: bytes)
        if let expected, expected != digest {
            throw ManifestError(.digestMismatch, "the manifest's content has the digest \(digest), not \(expected)")
        }
        let root = try ManifestNode(document: bytes)
        let type = try root.type(declared: mediaType)
        self.bytes = bytes
        self.mediaType = type
        self.digest = digest
        self.subject = try root.optional("subject")?.descriptor()
        if type.isIndex {
            content = .index(try root.list("manifests").map { node throws(ManifestError) in try node.descriptor() })
        } else {
            let layers = try root.list("layers").map { node throws(ManifestError) in try node.descriptor() }
            content = .image(config: try root.required("config").descriptor(), layers: layers)
        }
    }
}

/// A value within a manifest's JSON, with its path for messages.
private struct ManifestNode {
    let node: Node
    let path: String

    init(node: Node, path: String) {
        self.node = node
        self.path = path
    }

    /// Manifests are shallow; a deep one is an attack.
    private static let limits = ReadingLimits(bytes: Manifest.sizeLimit, depth: 32)

    init(document bytes: [UInt8]) throws(ManifestError) {
        do {
            node = try JSONReader(limits: Self.limits).document(in: bytes, file: SourceFile("manifest"))
        } catch {
            throw ManifestError(.malformed, "the manifest is no JSON: \(error)")
        }
        path = ""
        guard node.mapping != nil else { throw ManifestError(.malformed, "the manifest is no JSON object") }
    }

    func type(declared: MediaType?) throws(ManifestError) -> MediaType {
        if let version = node["schemaVersion"]?.text, version == "1" || declared == .dockerSchema1Signed {
            throw ManifestError(
                .schema1,
                "the manifest is of Docker's schema 1; push the image again with a current client"
            )
        }
        let own = try optional("mediaType").map { field throws(ManifestError) in MediaType(rawValue: try field.string())
        }
        let type = own ?? declared.flatMap { $0.isManifest ? $0 : nil } ?? guess()
        guard let type, type.isManifest else {
            throw ManifestError(.unknownType, "the media type '\((own ?? declared)?.rawValue ?? "")' is no manifest's")
        }
        return type
    }

    /// An OCI manifest need not name its type; its fields tell an index from an image.
    private func guess() -> MediaType? {
        if node["manifests"] != nil { return .ociIndex }
        return node["config"] != nil ? .ociManifest : nil
    }

    func optional(_ key: String) throws(ManifestError) -> ManifestNode? {
        guard let value = node[key], !value.isNull() else { return nil }
        return ManifestNode(node: value, path: path.isEmpty ? key : "\(path).\(key)")
    }

    func required(_ key: String) throws(ManifestError) -> ManifestNode {
        guard let value = try optional(key) else {
            throw ManifestError(.malformed, "'\(key)' is missing", path: path.isEmpty ? nil : path)
        }
        return value
    }

    func list(_ key: String) throws(ManifestError) -> [ManifestNode] {
        guard let field = try optional(key) else { return [] }
        guard let items = field.node.sequence else {
            throw ManifestError(.malformed, "expected a list", path: field.path)
        }
        return items.enumerated().map { ManifestNode(node: $1, path: "\(field.path)[\($0)]") }
    }

    func string() throws(ManifestError) -> String {
        guard let text = node.string() else { throw ManifestError(.malformed, "expected a string", path: path) }
        return text
    }

    func descriptor() throws(ManifestError) -> Descriptor {
        guard node.mapping != nil else { throw ManifestError(.malformed, "expected an object", path: path) }
        guard let size = try required("size").node.text.flatMap(Int64.init), size >= 0 else {
            throw ManifestError(.malformed, "expected a size in bytes", path: "\(path).size")
        }
        let address = try required("digest")
        let text = try address.string()
        let digest: Digest
        do {
            digest = try Digest(text)
        } catch {
            throw ManifestError(.malformed, "\(error)", path: address.path)
        }
        var descriptor = Descriptor(
            mediaType: MediaType(rawValue: try required("mediaType").string()),
            digest: digest,
            size: size
        )
        descriptor.platform = try optional("platform")?.platform()
        if let type = try optional("artifactType") { descriptor.artifactType = MediaType(rawValue: try type.string()) }
        if let notes = try optional("annotations")?.node.mapping {
            for entry in notes.entries { descriptor.annotations[entry.name] = entry.value.text ?? "" }
        }
        return descriptor
    }

    private func platform() throws(ManifestError) -> Platform {
        Platform(
            os: try required("os").string(),
            architecture: try required("architecture").string(),
            variant: try optional("variant")?.string(),
            osVersion: try optional("os.version")?.string()
        )
    }
}
