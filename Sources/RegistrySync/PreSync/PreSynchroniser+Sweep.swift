extension PreSynchroniser {
    /// Compares the source with what was brought, and notes what is missing. Costs a request for each repository and for each
    /// selected tag; blobs and manifests are not read.
    ///
    /// - Throws: ``JournalError`` or `CancellationError`. A fault of the source is reported; the next sweep finds the rest.
    public func sweep() async throws {
        for route in routes { try await sweep(route) }
    }

    private func sweep(_ route: SyncRoute) async throws {
        let repositories: [RepositoryName]
        do {
            let all = if let named = route.namedRepositories { named } else { try await source.repositories() }
            repositories = all.filter(route.admits)
        } catch {
            try Task.checkCancellation()
            return observer(.sweepFailed(nil, reason: "\(error)"))
        }
        let lists = try await concurrently(repositories) { [source, observer] repository -> (RepositoryName, [Tag])? in
            do {
                return (repository, try await source.tags(in: repository))
            } catch let error as RegistryError where error.code == .notFound {
                return (repository, [])
            } catch {
                observer(.sweepFailed(repository, reason: "\(error)"))
                return nil
            }
        }
        var wanted: [(repository: RepositoryName, tag: Tag, known: Digest?)] = []
        var found = 0
        for (repository, tags) in lists {
            let known = try await journal.images(of: route.name, in: repository)
            for tag in route.tags.selected(of: tags) { wanted.append((repository, tag, known[tag])) }
            guard route.mirrorsDeletions else { continue }
            let present = Set(tags)
            for tag in known.keys.sorted() where !present.contains(tag) {
                found += 1
                try await note([ImageEvent(repository, .untagged(tag))])
            }
        }
        let changed = try await concurrently(wanted) { [source, observer] entry -> ImageEvent? in
            do {
                guard let digest = try await source.manifestDigest(.tag(entry.tag), in: entry.repository) else {
                    return nil
                }
                return digest == entry.known ? nil : ImageEvent(entry.repository, .tag(entry.tag))
            } catch {
                observer(.sweepFailed(entry.repository, reason: "\(error)"))
                return nil
            }
        }
        try await note(changed)
        observer(.swept(repositories: repositories.count, tags: wanted.count, found: found + changed.count))
    }

    /// Asks about all items, a few at a time; the answers are in the order of the items, without those that are nil.
    private func concurrently<Item: Sendable, Answer: Sendable>(
        _ items: [Item],
        _ ask: @escaping @Sendable (Item) async -> Answer?
    ) async throws -> [Answer] {
        try await withThrowingTaskGroup(of: (Int, Answer?).self) { group in
            var answers = [Answer?](repeating: nil, count: items.count)
            var next = 0
            while next < min(Self.sweepWidth, items.count) {
                group.addTask { [next] in (next, await ask(items[next])) }
                next += 1
            }
            while let (index, answer) = try await group.next() {
                try Task.checkCancellation()
                answers[index] = answer
                guard next < items.count else { continue }
                group.addTask { [next] in (next, await ask(items[next])) }
                next += 1
            }
            return answers.compactMap(\.self)
        }
    }
}
