/// A manifest: its bytes, which are never changed, and what they say.
public struct Manifest: Sendable, Hashable {
    /// The bytes as the source gave them; their hash is the digest.
    public let bytes: [UInt8]
    /// The media type: what the manifest says of itself, or else what the source said.
    public let mediaType: MediaType
    /// The address.
    public let digest: Digest
    /// What is in it.
    public let content: Content
    /// What the manifest belongs to, such as the image that it signs.
    public let subject: Descriptor?

    /// What a manifest lists.
    @frozen public enum Content: Sendable, Hashable {
        /// An image or artifact: its configuration and its layers.
        case image(config: Descriptor, layers: [Descriptor])
        /// An index of other manifests.
        case index([Descriptor])
    }

    /// How large a manifest may be: the OCI Distribution Specification asks registries to take 4 MiB.
    public static let sizeLimit = 4 << 20

    /// The blobs that have to be at a destination before the manifest can be; none for an index.
    public var blobs: [Descriptor] {
        guard case .image(let config, let layers) = content else { return [] }
        return [config] + layers.filter { !$0.mediaType.isForeign }
    }

    /// The manifests of an index; none for an image.
    public var manifests: [Descriptor] {
        guard case .index(let manifests) = content else { return [] }
        return manifests
    }

    /// The descriptor under which an index would list the manifest.
    public var descriptor: Descriptor {
        Descriptor(mediaType: mediaType, digest: digest, size: Int64(bytes.count))
    }
}
