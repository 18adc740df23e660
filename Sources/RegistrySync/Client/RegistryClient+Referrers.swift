import NIOHTTP1

extension RegistryClient {
    /// The manifests that belong to another one: signatures, attestations, bills of materials.
    ///
    /// Asks the referrers API of OCI 1.1; where a registry has none, reads the index under the fallback tag that clients
    /// keep there instead.
    public func referrers(of digest: Digest, in repository: RepositoryName) async throws -> [Descriptor] {
        let call = RegistryCall(
            endpoint: endpoint(repository, "referrers/\(digest)"),
            headers: [("Accept", MediaType.ociIndex.rawValue)],
            scopes: [.pull(repository)],
            accepted: [200, 404, 400, 405],
            purpose: "listing what belongs to \(digest) in '\(repository)'"
        )
        var first = try await perform(call)
        guard first.status == 200 else {
            await first.discard()
            return try await fallbackIndex(of: digest, in: repository)?.manifests ?? []
        }
        var found: [Descriptor] = []
        for _ in 0..<1000 {
            let bytes = try await first.bytes(upTo: Manifest.sizeLimit, of: call.purpose)
            found += try Manifest(reading: bytes, mediaType: .ociIndex).manifests
            guard let next = first.nextPage, next.hasOrigin(of: base) else { break }
            var page = call
            page.endpoint = next
            page.accepted = [200]
            first = try await perform(page)
        }
        return found
    }

    private func fallbackIndex(of digest: Digest, in repository: RepositoryName) async throws -> Manifest? {
        do {
            return try await manifest(.tag(digest.referrersTag), in: repository)
        } catch let error as RegistryError where error.code == .notFound {
            return nil
        }
    }

    /// Adds a manifest to the index under the fallback tag of its subject, for registries without the referrers API.
    func list(
        _ manifest: Manifest,
        asReferrerOf subject: Digest,
        in repository: RepositoryName
    ) async throws {
        var entries = try await fallbackIndex(of: subject, in: repository)?.manifests ?? []
        guard !entries.contains(where: { $0.digest == manifest.digest }) else { return }
        entries.append(manifest.referrerDescriptor)
        let index = try Manifest(index: entries)
        try await push(index, as: .tag(subject.referrersTag), in: repository)
    }
}

extension Digest {
    /// The tag under which clients list what belongs to a manifest where the registry does not (OCI Distribution
    /// Specification, "Referrers Tag Schema").
    var referrersTag: Tag { Tag(unchecked: "\(algorithm.rawValue)-\(hex.prefix(64))") }
}
