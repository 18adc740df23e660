import Foundation
import Measuring
import YAMLWorkloads

// Measures our parser and writer against libyaml's bare event loop in this process, and against Yams in another one, in
// turns, so that both sides of a ratio see the same machine. Prints a table; exits with 1 when a gate is missed.
//
//     swift build -c release && .build/release/ratios

if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--peak" {
    let warmUp = { _ = try Ours.parse(Input.compose(services: 1).bytes) }
    print(try PeakMemory.of(fileAt: CommandLine.arguments[2], warmUp: warmUp) { try Ours.parse($0) })
    exit(0)
}

var ratios = RatioTable()
for input in [Input.compose(services: 1000), .manifests(triples: 600)] {
    try ratios.measure(input)
}
print(ratios.table.text)
exit(ratios.table.allGatesHold ? 0 : 1)
