/// Where images are copied from: a registry's repository, an OCI layout.
public protocol ImageSource: Sendable {
    /// The manifest under a tag or digest, its bytes verified.
    func manifest(_ reference: ManifestReference) async throws -> Manifest

    /// The content of a blob from a byte on. It need not be verified: the copy does that.
    func blob(_ descriptor: Descriptor, from offset: Int64) async throws -> BlobStream

    /// The manifests that belong to another one.
    func referrers(of digest: Digest) async throws -> [Descriptor]
}

/// Where images are copied to.
public protocol ImageDestination: Sendable {
    /// The digest of the manifest under a tag or digest; nil if there is none.
    func manifestDigest(_ reference: ManifestReference) async throws -> Digest?

    /// Whether the blob is there.
    func hasBlob(_ descriptor: Descriptor) async throws -> Bool

    /// Makes the blob of another repository known here without moving it; false where that cannot be done.
    func mount(_ descriptor: Descriptor, from repository: RepositoryName) async throws -> Bool

    /// Writes a blob; complete or not at all.
    ///
    /// - Parameters:
    ///   - descriptor: Digest and size of the blob.
    ///   - content: Opens the content from a byte on; it may be called again after a fault.
    /// - Throws: What the destination or `content` throws.
    func push(_ descriptor: Descriptor, content: @Sendable (_ offset: Int64) async throws -> BlobStream) async throws

    /// Writes a manifest, byte for byte; all that it names is there already.
    func push(_ manifest: Manifest, as reference: ManifestReference) async throws
}

/// A repository of a registry, to copy from or to.
public struct RegistryRepository: ImageSource, ImageDestination {
    /// The registry.
    public let client: RegistryClient
    /// The repository.
    public let name: RepositoryName

    /// Creates a source or destination.
    public init(_ name: RepositoryName, of client: RegistryClient) {
        self.client = client
        self.name = name
    }

    /// The manifest under a tag or digest.
    public func manifest(_ reference: ManifestReference) async throws -> Manifest {
        try await client.manifest(reference, in: name)
    }

    /// The content of a blob from a byte on.
    public func blob(_ descriptor: Descriptor, from offset: Int64) -> BlobStream {
        client.blob(descriptor, in: name, from: offset)
    }

    /// The manifests that belong to another one.
    public func referrers(of digest: Digest) async throws -> [Descriptor] {
        try await client.referrers(of: digest, in: name)
    }

    /// The digest of the manifest under a tag or digest.
    public func manifestDigest(_ reference: ManifestReference) async throws -> Digest? {
        try await client.manifestDigest(reference, in: name)
    }

    /// Whether the repository has the blob.
    public func hasBlob(_ descriptor: Descriptor) async throws -> Bool {
        try await client.hasBlob(descriptor.digest, in: name)
    }

    /// Asks the registry to let this repository have another's blob.
    public func mount(_ descriptor: Descriptor, from repository: RepositoryName) async throws -> Bool {
        try await client.mount(descriptor.digest, from: repository, in: name)
    }

    /// Writes a blob.
    public func push(
        _ descriptor: Descriptor,
        content: @Sendable (_ offset: Int64) async throws -> BlobStream
    ) async throws {
        try await client.push(descriptor, in: name, content: content)
    }

    /// Writes a manifest.
    public func push(_ manifest: Manifest, as reference: ManifestReference) async throws {
        try await client.push(manifest, as: reference, in: name)
    }
}
