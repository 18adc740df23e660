/// What a manifest says about a piece of content: its type, address and size.
///
/// OCI Image Format Specification, "Content Descriptors".
public struct Descriptor: Sendable, Hashable {
    /// The type of the content.
    public var mediaType: MediaType
    /// The address of the content.
    public var digest: Digest
    /// The size of the content in bytes.
    public var size: Int64
    /// What the content is for, in an index.
    public var platform: Platform?
    /// The type of artifact that the content is, in an index.
    public var artifactType: MediaType?
    /// Notes, by key.
    public var annotations: [String: String]

    /// Creates a descriptor.
    public init(
        mediaType: MediaType,
        digest: Digest,
        size: Int64,
        platform: Platform? = nil,
        artifactType: MediaType? = nil,
        annotations: [String: String] = [:]
    ) {
        self.mediaType = mediaType
        self.digest = digest
        self.size = size
        self.platform = platform
        self.artifactType = artifactType
        self.annotations = annotations
    }

    /// Whether the content is an attestation that BuildKit put beside an image: it has no platform of its own.
    public var isAttestation: Bool { annotations["vnd.docker.reference.type"] == "attestation-manifest" }
}
