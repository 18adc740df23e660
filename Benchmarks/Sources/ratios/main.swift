import Foundation
import YAMLWorkloads

// Measures our parser and writer against libyaml's bare event loop in this process, and against Yams in another one, in
// turns, so that both sides of a ratio see the same machine. Prints a table; exits with 1 when a gate is missed.
//
//     swift build -c release && .build/release/ratios

if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--peak" {
    print(try PeakMemory.ofParsing(fileAt: CommandLine.arguments[2]))
    exit(0)
}

var table = RatioTable()
for input in [Input.compose(services: 1000), .manifests(triples: 600)] {
    try table.measure(input)
}
print(table.text)
exit(table.allGatesHold ? 0 : 1)
