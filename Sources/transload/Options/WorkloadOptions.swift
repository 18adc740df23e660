public import ArgumentParser
public import Eviction

/// Workloads that are made up from seeds.
struct WorkloadOptions: ParsableArguments {
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case zipf, drift, loop, twice, batches, nodes
    }

    @Option(
        help: """
            zipf (popularity that stays), drift (that changes), loop (round and round), twice (each object twice), \
            batches (whose members with most space are used again), nodes (a pool from which tasks take space: those of \
            the trace, if there is one).
            """
    )
    var workload: Kind?

    @Option(help: "The number of seeds, each a run.") var seeds = 10
    @Option(help: "The number of objects.") var objects = 1000
    @Option(help: "The number of requests.") var requests = 50_000
    @Option(help: "The exponent of Zipf's law.") var exponent = 0.9
    @Option(help: "The number of nodes in a pool.") var nodes = 50
    @Option(help: "The space of each node, in the unit of the tasks' sizes.") var nodeSpace: UInt64 = 1024
    @Option(help: "Where tasks go in a pool of nodes: spread or pack.") var placement: NodePool.Placement = .spread

    /// Bounds what a typing error could make of the machine.
    func check() throws {
        let bounds = [
            ("--seeds", seeds, 1000), ("--nodes", nodes, 100_000), ("--objects", objects, 10_000_000),
            ("--requests", requests, 100_000_000),
        ]
        for (name, value, bound) in bounds where !(1...bound).contains(value) {
            throw ValidationError("\(name) must be between 1 and \(bound).")
        }
        if nodeSpace == 0 { throw ValidationError("--node-space must be above zero.") }
        if !(0...10).contains(exponent) { throw ValidationError("--exponent must be between 0 and 10.") }
    }

    /// One workload for each seed.
    func workloads() -> [Workload] {
        (1...seeds).map { number in
            let seed = UInt64(number)
            return switch workload {
            case .drift:
                .drift(objects: objects, exponent: exponent, requests: requests, period: requests / 10, seed: seed)
            case .loop: .loop(length: objects, requests: requests)
            case .twice: .twice(objects: requests / 2, lag: objects / 20)
            case .batches:
                .batches(count: requests / 12, size: 8, lag: objects / 60, reusing: .mostRemaining, seed: seed)
            case .zipf, .nodes, nil: .zipf(objects: objects, exponent: exponent, requests: requests, seed: seed)
            }
        }
    }

    /// What the policies that nodes can follow do in a pool: with the given tasks, or with each seed's.
    func poolReport(_ tasks: [NodeTask]?, _ form: ReportForm) throws -> String {
        let policies: [(name: ReplayPolicy, policy: any EvictionPolicy<Int>)] = [
            (.lastInserted, LastInserted<Int>()), (.leastRecentlyUsed, LeastRecentlyUsed<Int>()),
            (.leastRemaining, LeastRemaining<Int>()), (.mostRemaining, LeastRemaining<Int>(order: .mostRemaining)),
            (.leastRecentBatch, LeastRecentBatch<Int>()),
        ]
        var pool = NodePool()
        pool.nodes = nodes
        pool.space = nodeSpace
        pool.placement = placement
        pool.tasks = requests
        let runs = try policies.map { entry in
            let results =
                if let tasks {
                    [try pool.run(entry.policy, tasks: tasks)]
                } else {
                    try (1...seeds).map { try pool.run(entry.policy, seed: UInt64($0)) }
                }
            return PoolRuns(policy: entry.name, results: results)
        }
        let table = ReportTable(
            columns: ["policy", "releases/task", "work displaced", "tasks lost/release"],
            rows: runs.map(\.row)
        )
        switch form {
        case .markdown: return table.markdown
        case .csv: return table.csv
        case .json: return try form.json(runs)
        case .svg: throw ValidationError("A pool of nodes has no plot; choose markdown, csv or json.")
        }
    }
}

extension NodePool.Placement: ExpressibleByArgument {}

/// The runs of one policy in a pool.
private struct PoolRuns: Encodable {
    let policy: ReplayPolicy
    let results: [NodePool.Result]

    var row: [String] {
        let figures = [
            Estimate(results.map(\.replacementRate)), Estimate(results.map(\.displacedShare)),
            Estimate(results.map(\.lostPerRelease)),
        ]
        return [policy.rawValue] + figures.map(\.description)
    }
}
