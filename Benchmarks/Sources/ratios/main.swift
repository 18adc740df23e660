import Foundation
import YAMLWorkloads

// Measures our parser and writer against libyaml's bare event loop and against Yams, in one process and in turns, so
// that both sides of a ratio see the same machine. Prints a table; exits with 1 when a gate is missed.
//
//     swift run -c release ratios

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
