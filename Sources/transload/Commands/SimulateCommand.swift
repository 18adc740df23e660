public import ArgumentParser
public import Eviction
import Foundation

/// `transload simulate`: what eviction policies do on a trace, or on made-up workloads.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Compares eviction policies on a trace or a made-up workload.",
        discussion: """
            Compressed traces come through a pipe: xz -dc web07.trace.xz | transload simulate - --format names32.

            The same arguments print the same bytes on every machine. Differences to the baseline are paired: every \
            policy runs on the same requests. They say what the choice of victims changes; processor and memory load \
            are not among it.
            """
    )

    @Argument(help: "The trace; - is standard input.") var trace: String?
    @OptionGroup(title: "Reading the trace") var reading: TraceOptions
    @OptionGroup(title: "Workloads without a trace") var made: WorkloadOptions

    @Option(parsing: .upToNextOption, help: "The policies; all but the bounds unless given.")
    var policy: [ReplayPolicy] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "The capacities: 100 objects, 10% of the objects, or 64MiB of their sizes (B, KiB, MiB, GiB).",
            valueName: "capacity"
        )
    )
    var capacity: [CapacityArgument] = [CapacityArgument(percent: 1), CapacityArgument(percent: 10)]

    @Option(help: "The policy from which differences are taken.")
    var baseline: ReplayPolicy = .leastRecentlyUsed

    @Option(help: "The seconds of a fetch; with --bandwidth it adds the mean wait and prices GDSF.")
    var roundTrip: Double?

    @Option(help: "The sizes fetched per second.")
    var bandwidth: Double?

    @Option(help: "The form of the output.") var report: ReportForm = .markdown

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
    var output = "-"

    func validate() throws {
        if (trace == nil) == (made.workload == nil), made.workload != .nodes {
            throw ValidationError("Name a trace, or a workload with --workload; both only for a pool of nodes.")
        }
        if let roundTrip, !(roundTrip >= 0 && roundTrip.isFinite) {
            throw ValidationError("--round-trip must be a number of seconds that is not negative.")
        }
        if let bandwidth, !(bandwidth > 0) { throw ValidationError("--bandwidth must be above zero.") }
        try made.check()
    }

    func run() throws {
        do {
            if made.workload == .nodes {
                return try write(made.poolReport(trace.map { try reading.tasks($0) }, report))
            }
            try write(try text(of: workloads()))
        } catch let error as TraceError {
            StandardStream.error.show("error: \(error)\n")
            throw ExitStatus.failed
        } catch let error as EvictionError {
            StandardStream.error.show("error: \(error)\n")
            throw ExitStatus.failed
        }
    }

    private var cost: FetchCost? {
        guard roundTrip != nil || bandwidth != nil else { return nil }
        return FetchCost(roundTrip: roundTrip ?? 0, bandwidth: bandwidth ?? .infinity)
    }

    private func workloads() throws -> [Workload] {
        var workloads = try trace.map { [try reading.workload($0)] } ?? made.workloads()
        for index in workloads.indices { if let cost { workloads[index].options.cost = cost } }
        return workloads
    }

    private func text(of workloads: [Workload]) throws -> String {
        let policies = policy.isEmpty ? ReplayPolicy.allCases.filter { $0 != .beladySize } : policy
        let objects = workloads.first?.trace.objectCount ?? 0
        let capacities = capacity.map { $0.capacity(objects: objects) }
        let simulation = Simulation(workloads, policies: policies, capacities: capacities, baseline: baseline)
        let found = try simulation.run()
        switch report {
        case .markdown: return found.table(waitingFor: cost).markdown
        case .csv: return found.table(waitingFor: cost).csv
        case .json: return try report.json(found)
        case .svg:
            var plot = MissRatioPlot(found)
            let countsObjects = capacities.allSatisfy { if case .count = $0 { true } else { false } }
            if countsObjects, let trace = workloads.first?.trace {
                plot.add(MissRatioCurve(leastRecentlyUsed: trace), named: "lru, all capacities")
            }
            return plot.svg
        }
    }

    private func write(_ text: String) throws {
        if output == "-" { return try StandardStream.output.write(text) }
        try StagedFiles.write([OutputFile(path: output, text: text)])
    }
}

extension ReplayPolicy: ExpressibleByArgument {}

/// The forms of a simulation's report.
enum ReportForm: String, ExpressibleByArgument, CaseIterable {
    case markdown, json, csv, svg

    /// A value as JSON, always with the same order of keys.
    func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
