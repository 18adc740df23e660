/// Carries out the work of one route.
struct RouteRun {
    private let route: SyncRoute
    private let synchroniser: PreSynchroniser

    /// What became of work.
    struct Outcome {
        /// The digest at the source that a tag stands for at the destination now.
        var image: Digest?
        var report: PreSyncReport
    }

    init(_ route: SyncRoute, _ synchroniser: PreSynchroniser) {
        self.route = route
        self.synchroniser = synchroniser
    }

    func carryOut(_ work: SyncWork) async throws -> Outcome {
        let source = RegistryRepository(work.repository, of: synchroniser.source)
        let name = try route.rewriting.destination(of: work.repository)
        let destination = RegistryRepository(name, of: synchroniser.destination)
        do {
            switch work.task {
            case .blob(let digest, let size):
                return try await move(digest, size, work, from: source, to: destination)
            case .image(let tag): return try await copy(tag, work, from: source, to: destination)
            case .removal(let tag): return try await remove(tag, work, from: source, at: destination)
            }
        } catch let error as RegistryError where error.code == .notFound {
            return Outcome(report: .dropped(work, reason: error.message))
        }
    }

    /// Moves a blob whose manifest may come later. Whatever mounts save is left to the manifest's copy.
    private func move(
        _ digest: Digest,
        _ size: Int64,
        _ work: SyncWork,
        from source: RegistryRepository,
        to destination: RegistryRepository
    ) async throws -> Outcome {
        let blob = Descriptor(mediaType: .ociLayerGzip, digest: digest, size: size)
        guard try await !destination.hasBlob(blob) else { return Outcome(report: .movedBlob(work, bytes: 0)) }
        try await destination.push(blob) { offset in
            let content = source.blob(blob, from: offset)
            return offset == 0 ? content.verified(as: blob) : content
        }
        return Outcome(report: .movedBlob(work, bytes: size))
    }

    private func copy(
        _ tag: Tag,
        _ work: SyncWork,
        from source: RegistryRepository,
        to destination: RegistryRepository
    ) async throws -> Outcome {
        let copy = ImageCopy(from: source, .tag(tag), to: destination, as: .tag(tag), options: route.copy)
        var plan: CopyPlan?
        let clock = ContinuousClock()
        let time = try await clock.measure { plan = try await copy() }
        guard let plan else { return Outcome(report: .dropped(work, reason: "there was nothing to plan")) }
        return Outcome(image: plan.sourceRoot, report: .copied(work, plan, seconds: time / .seconds(1)))
    }

    /// Takes a tag away, unless it is at the source again. Registries delete by digest, which takes every tag of it away: a
    /// digest that another tag stands for is left alone.
    private func remove(
        _ tag: Tag,
        _ work: SyncWork,
        from source: RegistryRepository,
        at destination: RegistryRepository
    ) async throws -> Outcome {
        guard route.mirrorsDeletions else {
            return Outcome(report: .dropped(work, reason: "the route removes nothing"))
        }
        guard try await source.manifestDigest(.tag(tag)) == nil else {
            return Outcome(report: .dropped(work, reason: "the source has the tag \(tag) again"))
        }
        guard let digest = try await destination.manifestDigest(.tag(tag)) else {
            return Outcome(report: .dropped(work, reason: "the destination does not have the tag \(tag)"))
        }
        for other in try await destination.client.tags(in: destination.name) where other != tag {
            if try await destination.manifestDigest(.tag(other)) == digest {
                return Outcome(report: .dropped(work, reason: "the tag \(other) stands for the same image"))
            }
        }
        try await destination.client.deleteManifest(.digest(digest), in: destination.name)
        return Outcome(report: .removed(work))
    }
}
