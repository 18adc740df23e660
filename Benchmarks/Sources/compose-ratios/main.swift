import ComposeModel
import Foundation
import YAMLWorkloads

// Measures how long a loader takes for files of 500 to 20,000 services, and how its time grows. The peer is compose-go's
// loader as a whole process: a program named by COMPOSE_GO, called with the path of the file; without it, the figure that
// was recorded for it counts. Prints a table; exits with 1 when a gate is missed.
//
//     swift build -c release --product compose-ratios && .build/release/compose-ratios

/// The user time in seconds that compose-go took for 500 services when it was measured.
let recordedPeer = 0.5

#if os(Linux)
    let children = __rusage_who_t(RUSAGE_CHILDREN.rawValue)
#else
    let children = RUSAGE_CHILDREN
#endif

/// The processor time in seconds of the peer for a file; nil where there is no peer.
func peerSeconds(_ text: String) throws -> Double? {
    guard let program = ProcessInfo.processInfo.environment["COMPOSE_GO"] else { return nil }
    let file = FileManager.default.temporaryDirectory.appending(path: "compose-\(UUID().uuidString).yaml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var before = rusage()
    getrusage(children, &before)
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [file.path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    var after = rusage()
    getrusage(children, &after)
    func seconds(_ usage: rusage) -> Double { Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6 }
    return seconds(after) - seconds(before)
}

/// The middle processor time of some loads.
func loadSeconds(_ text: String, rounds: Int) throws -> Double {
    let source = InMemoryFileSource(["/app/compose.yaml": text])
    let loader = ComposeLoader(options: .init(workingDirectory: "/app"))
    let times = try (0..<rounds).map { _ in
        try secondsOfOneRun { _ = try loader.load(["compose.yaml"], from: source) }
    }
    return times.sorted()[rounds / 2]
}

var times: [Int: Double] = [:]
for (count, rounds) in [(500, 15), (5_000, 5), (20_000, 3)] {
    let text = ComposeText.make(services: count)
    let time = try loadSeconds(text, rounds: rounds)
    times[count] = time
    print("\(count) services, \(text.utf8.count) bytes: \(String(format: "%.1f", time * 1000)) ms")
}
let small = times[500] ?? 0
let growth = (times[20_000] ?? 0) / small / 40
let peer = try peerSeconds(ComposeText.make(services: 500))
print(peer == nil ? "compose-go: COMPOSE_GO is not set, the recorded figure counts" : "compose-go: measured")
let ratio = (peer ?? recordedPeer) / small
let gates = [
    ("500 services, compose-go / ours", ratio, ratio >= 5, ">= 5"),
    ("time per service, 20,000 / 500", growth, growth < 2, "< 2"),
]
for (name, value, holds, gate) in gates {
    print("\(name): \(String(format: "%.2f", value)) (\(gate))\(holds ? "" : " MISSED")")
}
exit(gates.allSatisfy(\.2) ? 0 : 1)
