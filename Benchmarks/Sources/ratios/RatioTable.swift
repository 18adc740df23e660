import Foundation
import YAMLWorkloads

/// The measured ratios and their gates.
struct RatioTable {
    private struct Row {
        let input: String
        let name: String
        let value: Double
        let gate: Gate
    }

    private enum Gate {
        case atLeast(Double)
        case below(Double)
        case none

        func holds(_ value: Double) -> Bool {
            switch self {
            case .atLeast(let bound): value >= bound
            case .below(let bound): value < bound
            case .none: true
            }
        }

        var text: String {
            switch self {
            case .atLeast(let bound): ">= \(bound)"
            case .below(let bound): "< \(bound)"
            case .none: ""
            }
        }
    }

    private var rows: [Row] = []
    private var notes: [String] = []

    var allGatesHold: Bool { rows.allSatisfy { $0.gate.holds($0.value) } }

    mutating func measure(_ input: Input, rounds: Int = 9) throws {
        let text = input.text
        let documents = try Ours.parse(input.bytes)
        let peers = try Peer.parse(text)
        var bare: [Double] = []
        var parse: [Double] = []
        var peerParse: [Double] = []
        var emit: [Double] = []
        var bareEmit: [Double] = []
        var peerEmit: [Double] = []
        for _ in 0..<rounds {
            bare.append(seconds { _ = BareLoop.parse(input.bytes) })
            // Taking the tree down counts, for both.
            parse.append(try seconds { _ = try Ours.parse(input.bytes) })
            peerParse.append(try seconds { _ = try Peer.parse(text) })
            emit.append(seconds { _ = Ours.emit(documents) })
            let events = BareLoop.Events(input.bytes)
            bareEmit.append(secondsOfOneRun { _ = BareLoop.emit(events) })
            peerEmit.append(try seconds { _ = try Peer.emit(peers) })
        }
        let peak = try PeakMemory.ofParsing(input)
        notes.append(
            "\(input.name): \(input.bytes.count) bytes; "
                + [
                    ("libyaml events", bare), ("parse", parse), ("Yams compose", peerParse), ("emit", emit),
                    ("libyaml emitter", bareEmit), ("Yams serialize", peerEmit),
                ].map { "\($0.0) \(format(median($0.1) * 1000)) ms" }.joined(separator: ", ")
        )
        add(input, "parse / libyaml events, speed", median(bare) / median(parse), .atLeast(0.5))
        add(input, "parse / Yams compose, speed", median(peerParse) / median(parse), .atLeast(8))
        add(input, "emit / Yams serialize, speed", median(peerEmit) / median(emit), .atLeast(8))
        add(input, "emit / libyaml emitter, speed", median(bareEmit) / median(emit), .none)
        add(input, "parse, peak memory / text", Double(peak) / Double(input.bytes.count), .below(12))
    }

    private mutating func add(_ input: Input, _ name: String, _ value: Double, _ gate: Gate) {
        rows.append(Row(input: input.name, name: name, value: value, gate: gate))
    }

    var text: String {
        var lines = notes + [""]
        for row in rows {
            lines.append(
                [
                    row.input.padding(toLength: 26, withPad: " ", startingAt: 0),
                    row.name.padding(toLength: 32, withPad: " ", startingAt: 0),
                    format(row.value).padding(toLength: 8, withPad: " ", startingAt: 0),
                    row.gate.text.padding(toLength: 8, withPad: " ", startingAt: 0),
                    row.gate.holds(row.value) ? "" : "MISSED",
                ].joined(separator: " ")
            )
        }
        return lines.joined(separator: "\n")
    }

    private func format(_ value: Double) -> String { String(format: "%.2f", value) }
}

/// The processor time that `body` takes on this thread, which neighbours on the machine disturb least, after a run that
/// fills the caches.
func seconds(_ body: () throws -> Void) rethrows -> Double {
    try body()
    return try secondsOfOneRun(body)
}

/// The processor time of a run that cannot be repeated.
func secondsOfOneRun(_ body: () throws -> Void) rethrows -> Double {
    func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try body()
    return now() - start
}

/// The middle one of the values.
func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
