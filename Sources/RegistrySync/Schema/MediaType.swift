/// The media type of a manifest, a configuration or a layer.
public struct MediaType: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The type as registries spell it, without parameters.
    public let rawValue: String

    /// Creates a media type; parameters after `;` and surrounding blanks are left out.
    public init(rawValue: String) {
        let type = rawValue.prefix { $0 != ";" }
        self.rawValue = String(type.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    /// Creates a media type from a literal.
    public init(stringLiteral value: String) { self.init(rawValue: value) }

    /// The type as registries spell it.
    public var description: String { rawValue }
}

extension MediaType {
    /// An image manifest of the OCI Image Format Specification.
    public static let ociManifest: MediaType = "application/vnd.oci.image.manifest.v1+json"
    /// An image index of the OCI Image Format Specification.
    public static let ociIndex: MediaType = "application/vnd.oci.image.index.v1+json"
    /// The configuration of an OCI image.
    public static let ociConfig: MediaType = "application/vnd.oci.image.config.v1+json"
    /// A layer, not compressed.
    public static let ociLayer: MediaType = "application/vnd.oci.image.layer.v1.tar"
    /// A layer compressed with gzip.
    public static let ociLayerGzip: MediaType = "application/vnd.oci.image.layer.v1.tar+gzip"
    /// The empty JSON object that stands for no configuration.
    public static let ociEmpty: MediaType = "application/vnd.oci.empty.v1+json"
    /// An image manifest, version 2, schema 2, of Docker.
    public static let dockerManifest: MediaType = "application/vnd.docker.distribution.manifest.v2+json"
    /// A manifest list of Docker.
    public static let dockerManifestList: MediaType = "application/vnd.docker.distribution.manifest.list.v2+json"
    /// The configuration of a Docker image.
    public static let dockerConfig: MediaType = "application/vnd.docker.container.image.v1+json"
    /// A layer of a Docker image, compressed with gzip.
    public static let dockerLayer: MediaType = "application/vnd.docker.image.rootfs.diff.tar.gzip"
    /// A layer of a Docker image, not compressed.
    public static let dockerLayerTar: MediaType = "application/vnd.docker.image.rootfs.diff.tar"
    /// A layer of a Docker image that registries may not distribute.
    public static let dockerForeignLayer: MediaType = "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip"
    /// A manifest of Docker's schema 1, no longer supported anywhere.
    public static let dockerSchema1: MediaType = "application/vnd.docker.distribution.manifest.v1+json"
    /// A signed manifest of Docker's schema 1.
    public static let dockerSchema1Signed: MediaType = "application/vnd.docker.distribution.manifest.v1+prettyjws"

    /// What is asked for when a manifest is fetched. A registry that is not asked for a type may deny that it has it.
    static let manifests: [MediaType] = [.ociManifest, .ociIndex, .dockerManifest, .dockerManifestList]

    /// Whether the type is that of an index, which lists other manifests.
    public var isIndex: Bool { self == .ociIndex || self == .dockerManifestList }
    /// Whether the type is that of a manifest or an index.
    public var isManifest: Bool { Self.manifests.contains(self) }
    /// Whether layers of the type stay with their publisher and are fetched from there.
    public var isForeign: Bool { self == .dockerForeignLayer || rawValue.contains(".nondistributable.") }
}
