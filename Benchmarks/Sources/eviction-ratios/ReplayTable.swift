import Eviction
import Foundation

/// Requests that a replay takes in a second, names decoded beforehand, and what libCacheSim takes.
struct ReplayTable {
    private struct Row {
        let trace: String
        let policy: ReplayPolicy
        let ours: Double
        let peer: Double?
        let missesAgree: Bool?
    }

    /// In millions of requests a second.
    private static let gates: [ReplayPolicy: Double] = [
        .leastRecentlyUsed: 30, .leastRemaining: 10, .leastRecentBatch: 10,
    ]
    /// The same policy there; these must agree in their misses too.
    private static let peers: [ReplayPolicy: String] = [
        .firstInserted: "FIFO", .leastRecentlyUsed: "LRU", .sieve: "Sieve", .belady: "Belady", .s3fifo: "S3FIFO",
        .gdsf: "GDSF",
    ]
    /// Those whose counts do not depend on the version of libCacheSim.
    private static let exact: Set<ReplayPolicy> = [.firstInserted, .leastRecentlyUsed, .sieve, .belady]

    private var rows: [Row] = []
    private var note = ""

    var allGatesHold: Bool { rows.allSatisfy { verdict($0).isEmpty } }

    static func measured() throws -> ReplayTable {
        var table = ReplayTable()
        let zipf = Workload.zipf(objects: 200_000, exponent: 1, requests: 4_000_000, seed: 1)
        try table.measure("zipf 1.0, 4 M requests, 10 %", zipf, capacity: zipf.trace.objectCount / 10)
        let drift = Workload.drift(objects: 50_000, exponent: 0.8, requests: 4_000_000, period: 100_000, seed: 2)
        try table.measure("drifting zipf 0.8, 4 M requests, 10 %", drift, capacity: drift.trace.objectCount / 10)
        return table
    }

    private mutating func measure(_ name: String, _ workload: Workload, capacity: Int) throws {
        let peer = try Peer(workload.trace)
        if peer == nil { note = "libCacheSim is not installed: its column is skipped.\n" }
        // Space in a range as nodes have it, in megabytes; each request is a batch of its own.
        let options = ReplayOptions(spaces: workload.options.spaces)
        for policy in ReplayPolicy.allCases where policy != .beladySize && policy != .mostRemaining {
            var result = ReplayResult()
            let ours = try (0..<3).map { _ in
                try seconds {
                    result = try Replay.run(policy, on: workload.trace, capacity: .count(capacity), options: options)
                }
            }
            let theirs = try Self.peers[policy].flatMap { try peer?.run($0, capacity: capacity) }
            let agrees = theirs.map { $0.misses == result.misses }
            rows.append(
                Row(
                    trace: name,
                    policy: policy,
                    ours: Double(workload.trace.count) / (ours.min() ?? 1) / 1e6,
                    peer: theirs.map { Double(workload.trace.count) / $0.seconds / 1e6 },
                    missesAgree: Self.exact.contains(policy) ? agrees : nil
                )
            )
        }
    }

    var text: String {
        let lines = rows.map { row in
            let gate = Self.gates[row.policy].map { ">= \(Int($0))" } ?? ""
            let columns = [
                row.trace, row.policy.rawValue, row.ours.digits(1), row.peer?.digits(1) ?? "", gate, verdict(row),
            ]
            return "| " + columns.joined(separator: " | ") + " |"
        }
        let head = [
            "| trace | policy | M requests/s | libCacheSim | gate | |", "| --- | --- | ---: | ---: | ---: | --- |",
        ]
        return (head + lines).joined(separator: "\n") + "\n" + note
    }

    private func verdict(_ row: Row) -> String {
        if let gate = Self.gates[row.policy], row.ours < gate { return "MISSED" }
        if let peer = row.peer, row.ours < peer { return "SLOWER" }
        if row.missesAgree == false { return "OTHER MISSES" }
        return ""
    }
}
