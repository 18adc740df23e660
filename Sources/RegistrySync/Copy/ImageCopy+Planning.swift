extension ImageCopy {
    /// How deep indexes may be nested, and how many manifests an image may have: hostile ones could be endless.
    private static let depthLimit = 8
    private static let manifestLimit = 10_000

    /// Finds out what the copy has to do.
    public func plan() async throws -> CopyPlan {
        if let plan = try await planWithoutReading() { return plan }
        let top = try await source.manifest(sourceReference)
        var tree = ManifestTree(options: options)
        try await add(top, to: &tree, depth: 0)
        let profile = ProfileConversion(options.profile)
        let converted = try profile.convert(tree)
        let reference = destinationReference ?? .digest(converted.root)
        let isUpToDate = try await destination.manifestDigest(reference) == converted.root
        var plan = CopyPlan(
            manifests: [],
            reference: reference,
            root: converted.root,
            sourceRoot: top.digest,
            blobs: [],
            isUpToDate: isUpToDate,
            remarks: converted.remarks
        )
        guard !isUpToDate || options.referrers else { return plan }
        plan.manifests = try await missing(converted.manifests, root: converted.root)
        plan.blobs = try await steps(for: plan.manifests)
        return plan
    }

    /// The plan for an image that is at the destination already, found by asking each side for a digest. An image whose
    /// index is copied as it is has the same digest on both sides.
    private func planWithoutReading() async throws -> CopyPlan? {
        guard options.profile.changesNothing, !options.referrers, options.platforms == .all,
            let asking = source as? RegistryRepository, let reference = destinationReference
        else { return nil }
        async let here = asking.manifestDigest(sourceReference)
        async let there = destination.manifestDigest(reference)
        guard let digest = try await here, try await there == digest else { return nil }
        return CopyPlan(
            manifests: [],
            reference: reference,
            root: digest,
            sourceRoot: digest,
            blobs: [],
            isUpToDate: true,
            remarks: []
        )
    }

    /// Adds a manifest with everything that it lists, children first.
    private func add(_ manifest: Manifest, to tree: inout ManifestTree, depth: Int) async throws {
        guard tree.claim(manifest.digest) else { return }
        guard depth < Self.depthLimit, tree.count < Self.manifestLimit else {
            throw RegistryError(.tooLarge, "the image's indexes are nested too deep or list too many manifests")
        }
        if depth == 0, let single = try tree.onlyImage(of: manifest) {
            return try await add(try await source.manifest(.digest(single.digest)), to: &tree, depth: 0)
        }
        for child in tree.selected(of: manifest) where child.mediaType.isManifest {
            try await add(try await source.manifest(.digest(child.digest)), to: &tree, depth: depth + 1)
        }
        if options.referrers {
            for referrer in try await source.referrers(of: manifest.digest) {
                try await add(try await source.manifest(.digest(referrer.digest)), to: &tree, depth: depth + 1)
            }
        }
        tree.append(manifest, isRoot: depth == 0)
    }

    /// The manifests that the destination does not have; the root always, for it has to get its name.
    private func missing(_ manifests: [Manifest], root: Digest) async throws -> [Manifest] {
        var result: [Manifest] = []
        for manifest in manifests {
            if manifest.digest == root {
                result.append(manifest)
            } else if try await destination.manifestDigest(.digest(manifest.digest)) == nil {
                result.append(manifest)
            }
        }
        return result
    }

    private func steps(for manifests: [Manifest]) async throws -> [CopyPlan.Step] {
        var steps: [CopyPlan.Step] = []
        var known: Set<Digest> = []
        for blob in manifests.flatMap(\.blobs) where known.insert(blob.digest).inserted {
            if try await destination.hasBlob(blob) {
                steps.append(CopyPlan.Step(blob: blob, action: .present))
            } else if let candidate = try await mountCandidate(for: blob) {
                steps.append(CopyPlan.Step(blob: blob, action: .mount(from: candidate)))
            } else {
                steps.append(CopyPlan.Step(blob: blob, action: .transfer))
            }
        }
        return steps
    }

    private func mountCandidate(for blob: Descriptor) async throws -> RepositoryName? {
        guard let target = destination as? RegistryRepository else { return nil }
        let known = options.knownLocations.repositories(holding: blob.digest, in: target.client.registry)
        if let repository = known.first(where: { $0 != target.name }) { return repository }
        for candidate in options.mountCandidates where candidate != target.name {
            if try await target.client.hasBlob(blob.digest, in: candidate) { return candidate }
        }
        return nil
    }
}
