import NIOHTTP1

extension RegistryClient {
    private static let accept = ("Accept", MediaType.manifests.map(\.rawValue).joined(separator: ", "))

    /// The manifest under a tag or digest, its bytes verified.
    ///
    /// - Throws: ``RegistryError``; ``ManifestError`` when the registry's answer is no manifest.
    public func manifest(_ reference: ManifestReference, in repository: RepositoryName) async throws -> Manifest {
        let call = manifestCall(.GET, reference, repository, "reading the manifest '\(reference)' of '\(repository)'")
        let response = try await perform(call)
        let bytes = try await response.bytes(upTo: Manifest.sizeLimit, of: call.purpose)
        var expected = response["Docker-Content-Digest"].flatMap { try? Digest($0) }
        if case .digest(let digest) = reference { expected = digest }
        return try Manifest(
            reading: bytes,
            mediaType: response["Content-Type"].map(MediaType.init(rawValue:)),
            expected: expected
        )
    }

    /// The digest of the manifest under a tag or digest; nil if there is none. One request without a body, which counts
    /// against no registry's limit of pulls.
    public func manifestDigest(_ reference: ManifestReference, in repository: RepositoryName) async throws -> Digest? {
        var call = manifestCall(
            .HEAD,
            reference,
            repository,
            "looking for the manifest '\(reference)' of '\(repository)'"
        )
        call.accepted = [200, 404]
        let response = try await perform(call)
        await response.discard()
        guard response.status == 200 else { return nil }
        if let text = response["Docker-Content-Digest"] {
            return try Digest(text)
        }
        // The header is optional in the specification; without it the manifest itself has to tell.
        if case .digest(let digest) = reference { return digest }
        return try await manifest(reference, in: repository).digest
    }

    /// Writes a manifest, byte for byte. Everything that it names must be there.
    ///
    /// - Throws: ``RegistryError``; `digestMismatch` when the registry stored it under another digest.
    public func push(_ manifest: Manifest, as reference: ManifestReference, in repository: RepositoryName) async throws
    {
        var call = manifestCall(.PUT, reference, repository, "writing the manifest '\(reference)' of '\(repository)'")
        call.headers = [("Content-Type", manifest.mediaType.rawValue)]
        call.body = .bytes(manifest.bytes)
        call.accepted = [201, 200, 202]
        call.scopes = [.push(repository)]
        let response = try await perform(call)
        await response.discard()
        try expect(manifest.digest, in: response, of: call.purpose)
        if let subject = manifest.subject, response["OCI-Subject"] == nil {
            try await list(manifest, asReferrerOf: subject.digest, in: repository)
        }
    }

    /// Removes a manifest, or a tag where the registry can.
    public func deleteManifest(_ reference: ManifestReference, in repository: RepositoryName) async throws {
        var call = manifestCall(
            .DELETE,
            reference,
            repository,
            "removing the manifest '\(reference)' of '\(repository)'"
        )
        call.accepted = [202, 200]
        call.scopes = [.delete(repository)]
        try await perform(call).discard()
    }

    private func manifestCall(
        _ method: HTTPMethod,
        _ reference: ManifestReference,
        _ repository: RepositoryName,
        _ purpose: String
    ) -> RegistryCall {
        RegistryCall(
            method: method,
            endpoint: endpoint(repository, "manifests/\(reference)"),
            headers: [Self.accept],
            scopes: [.pull(repository)],
            purpose: purpose
        )
    }

    /// Fails when the registry says that what it stored has another digest (some answer sha512 with sha256).
    func expect(_ digest: Digest, in response: RegistryResponse, of purpose: String) throws {
        guard let text = response["Docker-Content-Digest"], text != digest.description else { return }
        throw RegistryError(
            .digestMismatch,
            "\(purpose): \(registry) stored the content under another digest",
            remedy: "The registry may not support \(digest.algorithm.rawValue).",
            status: response.status
        )
    }
}
