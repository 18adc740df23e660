import ArgumentParser
import Eviction
import Foundation

/// How a trace is read.
struct TraceOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case names, csv, names32, names64
        case timeNameSize = "time-name-size"
        case oracleGeneral = "oracle-general"
    }

    @Option(
        help: """
            The format: names (one on each line), time-name-size (three columns), csv (with a header), names32 and \
            names64 (binary, high byte first), oracle-general (records of libCacheSim).
            """
    )
    var format: Format = .names

    @Option(help: "The column of a csv that names the object.") var nameColumn = "name"
    @Option(help: "The column of a csv that holds the time, as a number or 2024-11-15 16:57:50.") var timeColumn:
        String?
    @Option(help: "The column of a csv that holds the time at which the use ends; for --workload nodes.")
    var endColumn: String?
    @Option(help: "The column of a csv that holds the size.") var sizeColumn: String?
    @Flag(help: "Put the requests in the order of their times.") var sort = false
    @Flag(help: "Leave out requests that cannot be read, and say how many.") var skipBad = false

    @Option(help: "So many requests in a row are one batch.") var batch = 1

    func validate() throws {
        if batch < 1 { throw ValidationError("--batch must be at least 1.") }
    }

    /// Reads the file, in pieces.
    func workload(_ path: String) throws -> Workload {
        let trace = try trace(path)
        // Space is not in traces: a fixed mixture of the name, in the range of a node's megabytes.
        let spaces = trace.names.map { ($0 &* 2_654_435_761) % 1025 }
        return Workload(trace: trace, options: ReplayOptions(batching: .every(batch), spaces: spaces))
    }

    /// Reads the file, in pieces, as tasks that take space on nodes.
    func tasks(_ path: String) throws -> [NodeTask] {
        guard let tasks = try trace(path).nodeTasks else {
            throw ValidationError("A pool of nodes needs the times of its tasks: --time-column and --end-column.")
        }
        return tasks
    }

    private func trace(_ path: String) throws -> Trace {
        var reader = TraceReader(traceFormat, file: path == "-" ? "standard input" : path, skipsFaults: skipBad)
        let descriptor = path == "-" ? Descriptor(standard: 0) : try Descriptor(opening: path, O_RDONLY)
        try descriptor.readPieces { try reader.read($0) }
        if path != "-" { try? descriptor.finish(path) }
        var trace = try reader.finish()
        if trace.skipped > 0 { StandardStream.error.show("warning: \(trace.skipped) requests were left out\n") }
        if sort {
            trace = trace.sortedByTime()
        } else if trace.timeReversals > 0 {
            StandardStream.error.show("warning: time goes back \(trace.timeReversals) times; --sort puts it in order\n")
        }
        return trace
    }

    private var traceFormat: TraceFormat {
        switch format {
        case .names: .names
        case .csv: .csv(name: nameColumn, time: timeColumn, end: endColumn, size: sizeColumn)
        case .names32: .names32
        case .names64: .names64
        case .timeNameSize: .timeNameSize
        case .oracleGeneral: .oracleGeneral
        }
    }
}
