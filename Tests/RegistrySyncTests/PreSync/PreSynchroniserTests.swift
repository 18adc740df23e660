import Synchronization
import Testing

@testable import RegistrySync

@Suite(.timeLimit(.minutes(10))) struct PreSynchroniserTests {
    /// Two registries, and a synchroniser between them.
    private struct Pair: Sendable {
        let source: TestRegistry
        let destination: TestRegistry
        let transport: RegistryTransport
        let clock: TestClock
        let journal: SyncJournal
        let reports = Reports()

        static func with(_ body: (Pair) async throws -> Void) async throws {
            try await TestRegistry.with { source in
                try await TestRegistry.with { destination in
                    let clock = TestClock()
                    var configuration = TransportConfiguration()
                    configuration.plainHTTP = [source.host, destination.host]
                    try await RegistryTransport.with(configuration, clock: clock) { transport in
                        try await body(
                            Pair(
                                source: source,
                                destination: destination,
                                transport: transport,
                                clock: clock,
                                journal: try SyncJournal(path: ":memory:")
                            )
                        )
                    }
                }
            }
        }

        func synchroniser(_ routes: SyncRoute...) -> PreSynchroniser {
            PreSynchroniser(
                from: RegistryClient(source.host, transport: transport),
                to: RegistryClient(destination.host, transport: transport),
                routes: routes,
                journal: journal
            ) { [reports] in reports.add($0) }
        }
    }

    private final class Reports: Sendable {
        private let list = Mutex<[PreSyncReport]>([])
        func add(_ report: PreSyncReport) { list.withLock { $0.append(report) } }
        var all: [PreSyncReport] { list.withLock { $0 } }
    }

    @Test func aSweepFindsWhatIsNewAndTheQueueBringsIt() async throws {
        try await Pair.with { pair in
            let first = try TestImage(layers: [5000, 20], seed: 1)
            let second = try TestImage(layers: [7000], seed: 2)
            pair.source.put(first, in: "team/app", tag: "v1")
            pair.source.put(second, in: "team/other", tag: "v1")
            pair.source.put(second, in: "private/app", tag: "v1")
            var route = SyncRoute()
            route.repositories = [NamePattern("team/*")]
            let synchroniser = pair.synchroniser(route)
            try await synchroniser.sweep()
            try await synchroniser.drain()
            #expect(pair.destination.digest(of: "v1", in: "team/app") == first.manifest.digest)
            #expect(pair.destination.digest(of: "v1", in: "team/other") == second.manifest.digest)
            #expect(pair.destination.digest(of: "v1", in: "private/app") == nil)
            #expect(pair.reports.all.first == .swept(repositories: 2, tags: 2, found: 2))

            // A second sweep finds nothing, with the catalogue's two pages, the tags of two repositories and two digests; a
            // moved tag is found.
            pair.source.state.withLock { $0.log = [] }
            pair.destination.state.withLock { $0.log = [] }
            try await synchroniser.sweep()
            try await synchroniser.drain()
            #expect(pair.source.state.withLock { $0.log.count } == 6)
            #expect(pair.destination.state.withLock { $0.log.isEmpty })
            pair.source.put(second, in: "team/app", tag: "v1")
            try await synchroniser.sweep()
            try await synchroniser.drain()
            #expect(pair.destination.digest(of: "v1", in: "team/app") == second.manifest.digest)
        }
    }

    @Test func blobsMoveBeforeTheirManifestAndOnlyOnce() async throws {
        try await Pair.with { pair in
            let image = try TestImage(layers: [2 << 20, 100])
            pair.source.put(image, in: "app")
            let repository = try RepositoryName("app")
            let synchroniser = pair.synchroniser(SyncRoute())
            let large = try #require(image.manifest.blobs.first { $0.size > 1 << 20 })
            let small = try #require(image.manifest.blobs.first { $0.size == 100 })
            try await synchroniser.note([large, small].map { ImageEvent(repository, .blob($0.digest, size: $0.size)) })
            try await synchroniser.drain()
            #expect(pair.destination.count("PATCH") == 1)
            pair.source.put(image.manifest, in: "app", tag: "v1")
            try await synchroniser.note([ImageEvent(repository, .tag(try RegistrySync.Tag("v1")))])
            try await synchroniser.drain()
            #expect(pair.destination.digest(of: "v1", in: "app") == image.manifest.digest)
            #expect(pair.destination.count("PATCH") == image.manifest.blobs.count)
        }
    }

    @Test func anEventThatIsRepeatedIsNotedOnce() async throws {
        try await Pair.with { pair in
            let event = ImageEvent(id: "e", try RepositoryName("app"), .tag(.latest))
            let synchroniser = pair.synchroniser(SyncRoute())
            try await synchroniser.note([event])
            #expect(try await pair.journal.waiting() == 1)
            try await synchroniser.drain()
            try await synchroniser.note([event])
            #expect(try await pair.journal.waiting() == 0)
            // The source has no such tag: that is nothing to try again.
            #expect(pair.reports.all.count == 1)
        }
    }

    @Test func whatFailsIsTriedAgainLaterAndLosesNothing() async throws {
        try await Pair.with { pair in
            let image = try TestImage(layers: [100])
            pair.source.put(image, in: "app", tag: "v1")
            pair.destination.fail(TestFault("PUT", "/manifests/", times: 100, .answer(.error(403, "DENIED"))))
            let synchroniser = pair.synchroniser(SyncRoute())
            try await synchroniser.sweep()
            try await synchroniser.drain()
            guard case .failed(_, let reason, 5)? = pair.reports.all.last else {
                Issue.record("\(pair.reports.all)")
                return
            }
            #expect(reason.contains("DENIED"))
            #expect(try await pair.journal.waiting() == 1)
            pair.destination.state.withLock { $0.faults = [] }
            try await synchroniser.drain()
            #expect(pair.destination.digest(of: "v1", in: "app") == nil)
            pair.clock.advance(by: 5)
            try await synchroniser.drain()
            #expect(pair.destination.digest(of: "v1", in: "app") == image.manifest.digest)
            #expect(try await pair.journal.waiting() == 0)
        }
    }

    @Test func namesAreRewrittenAndWindowsAreKept() async throws {
        try await Pair.with { pair in
            pair.source.put(try TestImage(layers: [100]), in: "team/web/app", tag: "v1")
            var route = SyncRoute()
            route.repositories = [NamePattern("team/web/app")]
            route.rewriting.addedPrefix = try RepositoryName("mirror")
            route.rewriting.flattening = .dash
            // The clock of the tests stands at 22:13:20.
            route.windows = [try #require(DailyWindow("23:00-23:30"))]
            let synchroniser = pair.synchroniser(route)
            try await synchroniser.sweep()
            try await synchroniser.drain()
            #expect(try await pair.journal.waiting() == 1)
            pair.clock.advance(by: 47 * 60)
            try await synchroniser.drain()
            #expect(pair.destination.digest(of: "v1", in: "mirror/team-web-app") != nil)
            #expect(pair.source.count("GET", "_catalog") == 0)
        }
    }

    @Test func deletionsAreMirroredOnlyWhenAskedAndNeverTakeAnotherTagAway() async throws {
        try await Pair.with { pair in
            let image = try TestImage(layers: [100], seed: 1)
            let other = try TestImage(layers: [100], seed: 2)
            pair.source.put(image, in: "app", tag: "v1")
            pair.source.put(image, in: "app", tag: "stable")
            pair.source.put(other, in: "app", tag: "v2")
            var route = SyncRoute()
            let keeping = pair.synchroniser(route)
            try await keeping.sweep()
            try await keeping.drain()
            pair.source.state.withLock { state in
                for tag in ["v1", "v2"] { state.store.tags["app"]?[tag] = nil }
            }
            try await keeping.sweep()
            try await keeping.drain()
            #expect(pair.destination.digest(of: "v2", in: "app") != nil)
            route.mirrorsDeletions = true
            let mirroring = pair.synchroniser(route)
            try await mirroring.sweep()
            try await mirroring.drain()
            #expect(pair.destination.count("DELETE") == 1)
            #expect(pair.destination.digest(of: "v1", in: "app") == image.manifest.digest)
            #expect(pair.destination.digest(of: "stable", in: "app") == image.manifest.digest)
            #expect(try await pair.journal.waiting() == 0)
        }
    }

    @Test("A run that is killed anywhere goes on where it was, and moves no blob twice", arguments: 1...8)
    func killed(requests: Int) async throws {
        try await Pair.with { pair in
            for number in 1...3 {
                pair.source.put(try TestImage(layers: [3000, 40], seed: UInt8(number)), in: "app\(number)", tag: "v1")
            }
            let synchroniser = pair.synchroniser(SyncRoute())
            try await synchroniser.sweep()
            // The task is cancelled after so many writes at the destination.
            let left = Countdown(requests)
            let task = Task { try await synchroniser.drain() }
            pair.destination.state.withLock { state in
                state.guardian = { request in
                    if ["PATCH", "PUT"].contains(request.method), left.isOver() { task.cancel() }
                    return nil
                }
            }
            _ = await task.result
            pair.destination.state.withLock { $0.guardian = nil }
            let successor = pair.synchroniser(SyncRoute())
            try await successor.drain()
            #expect(try await pair.journal.waiting() == 0)
            for number in 1...3 {
                #expect(pair.destination.digest(of: "v1", in: "app\(number)") != nil)
            }
            // Nine blobs; the one that was under way at the moment of the end may have gone twice.
            #expect((9...10).contains(pair.destination.count("PATCH")))
        }
    }

    @Test func aRunSweepsWorksAndEndsWhenItIsCancelled() async throws {
        try await Pair.with { pair in
            let image = try TestImage(layers: [100])
            pair.source.put(image, in: "app", tag: "v1")
            let synchroniser = pair.synchroniser(SyncRoute())
            let task = Task { try await synchroniser.run(sweepingEvery: .seconds(60)) }
            while pair.destination.digest(of: "v1", in: "app") == nil { await Task.yield() }
            task.cancel()
            await #expect(throws: (any Error).self) { try await task.value }
        }
    }

    @Test func aSourceThatCannotBeReachedIsReportedAndEndsNothing() async throws {
        try await Pair.with { pair in
            pair.source.fail(TestFault("GET", "_catalog", times: 100, .answer(.error(403, "DENIED"))))
            try await pair.synchroniser(SyncRoute()).sweep()
            guard case .sweepFailed(nil, _)? = pair.reports.all.first else {
                Issue.record("\(pair.reports.all)")
                return
            }
        }
    }
}

/// Counts down to zero.
private final class Countdown: Sendable {
    private let left: Mutex<Int>
    init(_ count: Int) { left = Mutex(count) }
    /// Whether this was asked more often than the count.
    func isOver() -> Bool {
        left.withLock { left in
            left -= 1
            return left < 0
        }
    }
}
