import Foundation
import Testing

@testable import RegistrySync

@Suite struct SyncJournalTests {
    private let repository: RepositoryName
    private let v1: RegistrySync.Tag

    init() throws {
        repository = try RepositoryName("team/app")
        v1 = try RegistrySync.Tag("v1")
    }

    private func work(_ tag: String, route: String = "r") throws -> SyncWork {
        SyncWork(route: route, repository: repository, task: .image(try RegistrySync.Tag(tag)))
    }

    @Test func workIsHandedOutInOrderAndOnce() async throws {
        let journal = try SyncJournal(path: ":memory:")
        for tag in ["b", "a", "b", "c"] { try await journal.note(work(tag)) }
        try await journal.note(work("x", route: "other"))
        var order: [String] = []
        while let pending = try await journal.next(of: ["r"], at: 0) {
            guard case .image(let tag) = pending.work.task else { break }
            order.append(tag.name)
            try await journal.finish(pending)
            // What was noted again while it waited, is done once.
        }
        #expect(order == ["b", "a", "c"])
        #expect(try await journal.waiting() == 1)
    }

    @Test func workThatIsNotedWhileItIsUnderWayIsDoneAgain() async throws {
        let journal = try SyncJournal(path: ":memory:")
        try await journal.note(work("v1"))
        let first = try #require(try await journal.next(of: ["r"], at: 0))
        try await journal.note(work("v1"))
        try await journal.finish(first)
        let second = try #require(try await journal.next(of: ["r"], at: 0))
        try await journal.finish(second)
        #expect(try await journal.next(of: ["r"], at: 0) == nil)
    }

    @Test func workThatFailedWaits() async throws {
        let journal = try SyncJournal(path: ":memory:")
        try await journal.note(work("v1"))
        let first = try #require(try await journal.next(of: ["r"], at: 100))
        try await journal.postpone(first, until: 150)
        #expect(try await journal.next(of: ["r"], at: 149) == nil)
        #expect(try await journal.nextAttempt() == 150)
        #expect(try await journal.next(of: ["r"], at: 150)?.attempts == 1)
        // An event makes it due at once.
        try await journal.note(work("v1"))
        #expect(try await journal.next(of: ["r"], at: 100) != nil)
    }

    @Test func theFileRemembersWhatIsToDoAndWhatIsDone() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).journal")
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + end) } }
        let digest = try Digest("sha256:" + String(repeating: "0", count: 64))
        do {
            let journal = try SyncJournal(path: file.path)
            try await journal.note(work("v1"))
            try await journal.note(work("v2"))
            try await journal.note([], ofEvent: "e")
            let first = try #require(try await journal.next(of: ["r"], at: 0))
            try await journal.finish(first, image: digest)
        }
        let journal = try SyncJournal(path: file.path)
        #expect(try await journal.images(of: "r", in: repository) == [v1: digest])
        #expect(try await journal.next(of: ["r"], at: 0)?.work == work("v2"))
        try await journal.note([work("v3")], ofEvent: "e")
        #expect(try await journal.waiting() == 1)
        try await journal.note([work("v3")], ofEvent: "f")
        #expect(try await journal.waiting() == 2)
    }

    @Test func aFileThatIsNoJournalIsAnError() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(repeating: 7, count: 5000).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(throws: JournalError.self) { try SyncJournal(path: file.path) }
        #expect(throws: JournalError.self) { try SyncJournal(path: "/nowhere/at/all") }
    }
}
