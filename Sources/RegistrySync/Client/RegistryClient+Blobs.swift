import NIOHTTP1

extension RegistryClient {
    /// Whether a repository has a blob.
    public func hasBlob(_ digest: Digest, in repository: RepositoryName) async throws -> Bool {
        let response = try await perform(
            RegistryCall(
                method: .HEAD,
                endpoint: endpoint(repository, "blobs/\(digest)"),
                scopes: [.pull(repository)],
                accepted: [200, 404],
                purpose: "looking for the blob \(digest) of '\(repository)'"
            )
        )
        await response.discard()
        return response.status == 200
    }

    /// The content of a blob from a byte on, in pieces, as it arrives.
    ///
    /// A connection that breaks or stalls is made again and goes on where it was, from the registry's own address, since
    /// the addresses of storage to which registries redirect expire. The content is not verified here: see
    /// ``BlobStream/verified(as:)``.
    public func blob(_ descriptor: Descriptor, in repository: RepositoryName, from offset: Int64 = 0) -> BlobStream {
        let call = RegistryCall(
            endpoint: endpoint(repository, "blobs/\(descriptor.digest)"),
            scopes: [.pull(repository)],
            purpose: "reading the blob \(descriptor.digest) of '\(repository)'",
            isTransfer: true
        )
        return BlobStream(
            ResumingDownload(size: descriptor.size, start: offset, client: self, call: call)
        )
    }

    /// Removes a blob from a repository.
    public func deleteBlob(_ digest: Digest, in repository: RepositoryName) async throws {
        let response = try await perform(
            RegistryCall(
                method: .DELETE,
                endpoint: endpoint(repository, "blobs/\(digest)"),
                scopes: [.delete(repository)],
                accepted: [202, 200],
                purpose: "removing the blob \(digest) of '\(repository)'"
            )
        )
        await response.discard()
    }
}
