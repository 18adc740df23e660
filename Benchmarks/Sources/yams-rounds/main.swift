import Foundation
import YAMLWorkloads
import YamsWorkloads

// Measures Yams for `ratios`, one round for each line of standard input: prints the seconds of parsing and of writing
// the text that is the only argument. Yams brings a copy of libyaml, which would take the place of the system's in a
// process that links both.

let text = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
let documents = try Peer.parse(text)
while readLine() != nil {
    let parse = try seconds { _ = try Peer.parse(text) }
    let emit = try seconds { _ = try Peer.emit(documents) }
    print(parse, emit)
    fflush(nil)
}
