import Measuring
import YAMLWorkloads

/// The measured ratios and their gates.
struct RatioTable {
    private(set) var table = Table()

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
        let peak = try PeakMemory.ofThisProgram(on: input)
        table.note(
            "\(input.name): \(input.bytes.count) bytes; "
                + [
                    ("libyaml events", bare), ("parse", parse), ("Yams compose", peerParse), ("emit", emit),
                    ("libyaml emitter", bareEmit), ("Yams serialize", peerEmit),
                ].map { "\($0.0) \(format(median($0.1) * 1000)) ms" }.joined(separator: ", ")
        )
        table.add(input.name, "parse / libyaml events, speed", median(bare) / median(parse), .atLeast(0.5))
        table.add(input.name, "parse / Yams compose, speed", median(peerParse) / median(parse), .atLeast(8))
        table.add(input.name, "emit / Yams serialize, speed", median(peerEmit) / median(emit), .atLeast(8))
        table.add(input.name, "emit / libyaml emitter, speed", median(bareEmit) / median(emit), .none)
        table.add(input.name, "parse, peak memory / text", Double(peak) / Double(input.bytes.count), .below(12))
    }
}
