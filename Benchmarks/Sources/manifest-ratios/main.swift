import Diagnostics
import Foundation
import KubeModel
import Measuring
import YAMLWorkloads

// Measures reading a stream of manifests into typed objects, and writing them, against libyaml's bare loops and against
// Python. Prints a table; exits with 1 when a gate is missed. TRANSLOAD_PYTHON names another Python than `python3`.
//
//     swift build -c release --product manifest-ratios && .build/release/manifest-ratios

let stream = ManifestStream()

if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--peak" {
    let warmUp = { _ = try stream.read(Input.manifests(triples: 1).bytes, file: "warm-up.yaml") }
    let file = CommandLine.arguments[2]
    print(try PeakMemory.of(fileAt: file, warmUp: warmUp) { try stream.read($0, file: "input.yaml") })
    exit(0)
}

var table = Table()
let input = Input.manifests(triples: 6200)
let megabytes = Double(input.bytes.count) / 1_000_000
let objects = try stream.read(input.bytes, file: "input.yaml").value

var bare: [Double] = []
var bareEmit: [Double] = []
var decode: [Double] = []
var encode: [Double] = []
for _ in 0..<5 {
    bare.append(seconds { _ = BareLoop.parse(input.bytes) })
    // Taking the objects down counts.
    decode.append(try seconds { _ = try stream.read(input.bytes, file: "input.yaml") })
    encode.append(seconds { _ = stream.write(objects) })
    let events = BareLoop.Events(input.bytes)
    bareEmit.append(secondsOfOneRun { _ = BareLoop.emit(events) })
}
table.note(
    "\(input.name): \(input.bytes.count) bytes, \(objects.count) objects; "
        + [("libyaml events", bare), ("decode", decode), ("libyaml emitter", bareEmit), ("encode", encode)]
        .map { "\($0.0) \(format(median($0.1) * 1000)) ms" }.joined(separator: ", ")
)
table.add(input.name, "decode, MB/s", megabytes / median(decode), .atLeast(20))
table.add(input.name, "encode, MB/s", megabytes / median(encode), .atLeast(20))
table.add(input.name, "decode / libyaml events, speed", median(bare) / median(decode), .none)
table.add(input.name, "encode / libyaml emitter, speed", median(bareEmit) / median(encode), .none)

let python = ProcessInfo.processInfo.environment["TRANSLOAD_PYTHON"] ?? "python3"
if let peer = try input.withFile({ try PythonPeer(python: python, reading: $0) }) {
    table.add(input.name, "decode / PyYAML to dictionaries, speed", peer.parse / median(decode), .atLeast(4))
    if let seconds = peer.decode {
        table.add(input.name, "decode / Python's kubernetes client, speed", seconds / median(decode), .atLeast(8))
    } else {
        table.note("skipped: Python's package kubernetes is not installed")
    }
} else {
    table.note("skipped: there is no Python with PyYAML")
}
let peak = try PeakMemory.ofThisProgram(on: input)
table.add(input.name, "decode, peak memory / text", Double(peak) / Double(input.bytes.count), .below(15))
print(table.text)
exit(table.allGatesHold ? 0 : 1)
