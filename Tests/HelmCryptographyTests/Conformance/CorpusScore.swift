import Foundation
import Synchronization

/// Counts of a conformance suite, and what the failing cases are about.
final class CorpusScore: Sendable {
    private let name: String
    private let state = Mutex(State())

    private struct State {
        var all = 0
        var failures: [String: String] = [:]
    }

    init(_ name: String) {
        self.name = name
    }

    /// Counts a case; `difference` says what is wrong with it.
    func count(_ id: String, _ difference: String?) {
        state.withLock {
            $0.all += 1
            if let difference { $0.failures[id] = difference }
        }
    }

    /// The share of right answers.
    var share: Double {
        state.withLock { $0.all == 0 ? 1 : Double($0.all - $0.failures.count) / Double($0.all) }
    }

    /// Prints `area/file: right/all right`, and the failing cases to the file that `TRANSLOAD_FAILURES` names.
    func report() {
        let state = state.withLock { $0 }
        print("\(name): \(state.all - state.failures.count)/\(state.all) right")
        guard let folder = ProcessInfo.processInfo.environment["TRANSLOAD_FAILURES"] else { return }
        let lines = state.failures.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\n" }
        let file = URL(filePath: folder).appending(path: name.replacing("/", with: "-") + ".txt")
        try? Data(lines.joined().utf8).write(to: file)
    }

    /// The first line in which two texts differ.
    static func difference(_ ours: String, _ theirs: String) -> String? {
        if Array(ours.utf8) == Array(theirs.utf8) { return nil }
        let pairs = zip(
            ours.split(separator: "\n", omittingEmptySubsequences: false),
            theirs.split(separator: "\n", omittingEmptySubsequences: false)
        )
        for (line, pair) in pairs.enumerated() where pair.0 != pair.1 {
            return
                "line \(line + 1): ours \(pair.0.prefix(160).debugDescription), Helm's \(pair.1.prefix(160).debugDescription)"
        }
        return "ours has \(ours.utf8.count) bytes, Helm's \(theirs.utf8.count)"
    }
}
