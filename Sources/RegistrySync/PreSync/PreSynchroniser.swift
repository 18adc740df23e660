/// Brings new images of one registry to another before anybody asks for them there: the image pre-synchroniser of the paper.
///
/// Events say what is new at once, and sweeps find what events missed. Both only write into the ``SyncJournal``;
/// ``drain()`` does what stands there, one thing at a time, because a second stream would only take bandwidth from everybody
/// else on the link.
public final class PreSynchroniser: Sendable {
    /// Where images come from.
    public let source: RegistryClient
    /// Where they go.
    public let destination: RegistryClient
    /// What is kept in step. Names are unique.
    public let routes: [SyncRoute]

    let journal: SyncJournal
    let clock: any RegistryClock
    let observer: @Sendable (PreSyncReport) -> Void
    private let wakeUp: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    /// How many requests a sweep has under way.
    static let sweepWidth = 16
    /// The pause after a first failure and the longest one, in seconds; it doubles each time.
    private static let pauses: (first: Int64, longest: Int64) = (5, 900)

    /// Creates a synchroniser.
    ///
    /// - Parameters:
    ///   - source: Where images come from.
    ///   - destination: Where they go.
    ///   - routes: What is kept in step.
    ///   - journal: What is to be done and what was done. Nobody else uses it at the same time.
    ///   - observer: Is told of everything as it happens.
    public convenience init(
        from source: RegistryClient,
        to destination: RegistryClient,
        routes: [SyncRoute],
        journal: SyncJournal,
        observer: @escaping @Sendable (PreSyncReport) -> Void = { _ in }
    ) {
        self.init(source, destination, routes, journal, source.transport.clock, observer)
    }

    init(
        _ source: RegistryClient,
        _ destination: RegistryClient,
        _ routes: [SyncRoute],
        _ journal: SyncJournal,
        _ clock: any RegistryClock,
        _ observer: @escaping @Sendable (PreSyncReport) -> Void
    ) {
        self.source = source
        self.destination = destination
        self.routes = routes
        self.journal = journal
        self.clock = clock
        self.observer = observer
        (wakeUp, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Notes what events ask for. An event whose name was noted before changes nothing: its sender repeats itself.
    ///
    /// - Throws: ``JournalError``; the sender should send the events again then.
    public func note(_ events: [ImageEvent]) async throws(JournalError) {
        for event in events {
            let wanted = routes.compactMap { $0.work(for: event) }
            if let id = event.id, !wanted.isEmpty {
                try await journal.note(wanted, ofEvent: id)
            } else {
                for work in wanted { try await journal.note(work) }
            }
        }
        wake.yield()
    }

    /// Sweeps at once and then at intervals, and does in between whatever is to be done, until the task is cancelled.
    ///
    /// - Throws: ``JournalError`` or `CancellationError`. Faults of registries end nothing: they are reported, and tried again.
    public func run(sweepingEvery interval: Duration) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [self] in
                while true {
                    try await sweep()
                    try await clock.sleep(for: interval)
                }
            }
            group.addTask { [self] in try await work() }
            try await group.next()
            group.cancelAll()
        }
    }

    /// Does what is to be done, and waits for more.
    private func work() async throws {
        while true {
            try await drain()
            try Task.checkCancellation()
            let pause = try await pause()
            await withTaskGroup(of: Void.self) { group in
                group.addTask { [wakeUp] in for await _ in wakeUp { break } }
                group.addTask { [clock] in try? await clock.sleep(for: pause) }
                await group.next()
                group.cancelAll()
            }
        }
    }

    /// How long there is nothing to do unless something happens.
    private func pause() async throws(JournalError) -> Duration {
        let now = clock.secondsSinceEpoch()
        let untilOpen: [Int64] = routes.map { $0.secondsUntilOpen(at: now) }.filter { $0 > 0 }
        let untilDue: [Int64] = (try await journal.nextAttempt()).map { [$0 - now] } ?? []
        // What is due already belongs to a route that is closed.
        let waits = untilDue.filter { $0 > 0 } + (untilDue.isEmpty ? [] : untilOpen)
        return .seconds(max(1, waits.min() ?? 3600))
    }

    /// Does everything that can be done now, in the order in which it was noted.
    ///
    /// - Throws: ``JournalError`` or `CancellationError`
    public func drain() async throws {
        while true {
            try Task.checkCancellation()
            let now = clock.secondsSinceEpoch()
            let open = routes.filter { $0.secondsUntilOpen(at: now) == 0 }
            guard let pending = try await journal.next(of: open.map(\.name), at: now),
                let route = open.first(where: { $0.name == pending.work.route })
            else { return }
            try await attempt(pending, route)
        }
    }

    private func attempt(_ pending: PendingWork, _ route: SyncRoute) async throws {
        let outcome: RouteRun.Outcome
        do {
            outcome = try await RouteRun(route, self).carryOut(pending.work)
        } catch {
            try Task.checkCancellation()
            let pause = min(Self.pauses.longest, Self.pauses.first << Int64(min(pending.attempts, 20)))
            try await journal.postpone(pending, until: clock.secondsSinceEpoch() + pause)
            observer(.failed(pending.work, reason: "\(error)", secondsUntilRetry: pause))
            return
        }
        try await journal.finish(pending, image: outcome.image)
        observer(outcome.report)
    }
}

extension SyncRoute {
    /// What an event asks this route for.
    func work(for event: ImageEvent) -> SyncWork? {
        guard admits(event.repository) else { return nil }
        switch event.change {
        case .blob(let digest, let size):
            guard let earlyBlobSize, size >= earlyBlobSize, copy.platforms == .all else { return nil }
            return SyncWork(route: name, repository: event.repository, task: .blob(digest, size: size))
        case .tag(let tag):
            guard tags.admits(tag) else { return nil }
            return SyncWork(route: name, repository: event.repository, task: .image(tag))
        case .untagged(let tag):
            guard mirrorsDeletions, tags.admits(tag) else { return nil }
            return SyncWork(route: name, repository: event.repository, task: .removal(tag))
        }
    }
}
