import NIOCore

extension ImageCopy {
    /// How often a blob is fetched again whose content is not what its digest promises: bits can fall over on the way.
    private static let attemptsOnMismatch = 2

    /// Carries a plan out.
    ///
    /// - Parameters:
    ///   - plan: The plan, of the same copy.
    ///   - progress: Is told of each step as it happens; from several tasks when ``CopyOptions/streams`` is more than one.
    /// - Throws: ``RegistryError``, ``LayoutError`` or ``ContentMismatch``. What was written stays; a new plan finds it there.
    public func run(_ plan: CopyPlan, progress: @Sendable @escaping (CopyProgress) -> Void = { _ in }) async throws {
        guard !plan.isUpToDate || !plan.manifests.isEmpty else { return }
        try await withThrowingTaskGroup(of: Void.self) { group in
            var waiting = plan.blobs.makeIterator()
            for _ in 0..<max(1, options.streams) {
                guard let step = waiting.next() else { break }
                group.addTask { try await carryOut(step, progress) }
            }
            while try await group.next() != nil {
                guard let step = waiting.next() else { continue }
                group.addTask { try await carryOut(step, progress) }
            }
        }
        for manifest in plan.manifests {
            let reference = manifest.digest == plan.root ? plan.reference : .digest(manifest.digest)
            try await destination.push(manifest, as: reference)
            progress(.manifestWritten(manifest.descriptor))
        }
    }

    private func carryOut(
        _ step: CopyPlan.Step,
        _ progress: @Sendable @escaping (CopyProgress) -> Void
    ) async throws {
        switch step.action {
        case .present:
            progress(.blobPresent(step.blob))
        case .mount(let repository):
            if try await destination.mount(step.blob, from: repository) {
                progress(.blobMounted(step.blob, from: repository))
            } else {
                try await transfer(step.blob, progress)
            }
        case .transfer:
            try await transfer(step.blob, progress)
        }
    }

    private func transfer(
        _ blob: Descriptor,
        _ progress: @Sendable @escaping (CopyProgress) -> Void
    ) async throws {
        progress(.blobStarted(blob))
        var attempt = 1
        while true {
            do {
                try await destination.push(blob) { offset in
                    let content = try await source.blob(blob, from: offset)
                    // A part cannot be verified by itself; the destination verifies the whole when it is finished.
                    let checked = offset == 0 ? content.verified(as: blob) : content
                    return checked.counted { progress(.blobAdvanced(blob.digest, bytes: $0)) }
                }
                break
            } catch let error where error.isMismatch && attempt < Self.attemptsOnMismatch {
                attempt += 1
            }
        }
        progress(.blobFinished(blob))
    }
}

extension Error {
    /// Whether content was not what its digest promises, as either side found.
    fileprivate var isMismatch: Bool {
        self is ContentMismatch || (self as? RegistryError)?.code == .digestMismatch
    }
}

extension BlobStream {
    /// The same content; `count` is told of the size of each piece.
    fileprivate func counted(_ count: @Sendable @escaping (Int) -> Void) -> BlobStream {
        BlobStream { [self] in
            var iterator = makeAsyncIterator()
            return AsyncIterator {
                guard let piece = try await iterator.next() else { return nil }
                count(piece.readableBytes)
                return piece
            }
        }
    }
}
