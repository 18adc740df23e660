import Benchmark
import YAMLWorkloads
import YamsWorkloads

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .cpuTotal, .peakMemoryResident],
        maxDuration: .seconds(3)
    )
    for input in [Input.compose(services: 500), .manifests(triples: 300)] {
        Benchmark("LibYAML_events_\(input.name)") { benchmark in
            for _ in benchmark.scaledIterations { blackHole(BareLoop.parse(input.bytes)) }
        }
        Benchmark("Parse_\(input.name)") { benchmark in
            for _ in benchmark.scaledIterations { blackHole(try Ours.parse(input.bytes)) }
        }
        Benchmark("Yams_compose_\(input.name)") { benchmark in
            let text = input.text
            benchmark.startMeasurement()
            for _ in benchmark.scaledIterations { blackHole(try Peer.parse(text)) }
        }
        Benchmark("Emit_\(input.name)") { benchmark in
            let documents = try Ours.parse(input.bytes)
            benchmark.startMeasurement()
            for _ in benchmark.scaledIterations { blackHole(Ours.emit(documents)) }
        }
        Benchmark("Yams_serialize_\(input.name)") { benchmark in
            let documents = try Peer.parse(input.text)
            benchmark.startMeasurement()
            for _ in benchmark.scaledIterations { blackHole(try Peer.emit(documents)) }
        }
    }
}
