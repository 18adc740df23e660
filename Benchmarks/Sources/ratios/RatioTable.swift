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
        let documents = try Ours.parse(input.bytes)
        var bare: [Double] = []
        var parse: [Double] = []
        var peerParse: [Double] = []
        var emit: [Double] = []
        var bareEmit: [Double] = []
        var peerEmit: [Double] = []
        try input.withFile { file in
            let peer = try PeerProcess(measuring: file)
            for _ in 0..<rounds {
                bare.append(seconds { _ = BareLoop.parse(input.bytes) })
                // Taking the tree down counts, for the peer too.
                parse.append(try seconds { _ = try Ours.parse(input.bytes) })
                emit.append(seconds { _ = Ours.emit(documents) })
                let events = BareLoop.Events(input.bytes)
                bareEmit.append(secondsOfOneRun { _ = BareLoop.emit(events) })
                let round = try peer.round()
                peerParse.append(round.parse)
                peerEmit.append(round.emit)
            }
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

/// The middle one of the values.
func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
