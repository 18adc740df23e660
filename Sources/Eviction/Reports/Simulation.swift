/// Several policies at several capacities on the same requests.
public struct Simulation: Sendable {
    /// The requests: one trace, or one workload for each seed.
    public var workloads: [Workload]
    /// The policies to compare.
    public var policies: [ReplayPolicy]
    /// The capacities, in the order in which they are reported.
    public var capacities: [Capacity]
    /// The policy from which the differences are taken.
    public var baseline: ReplayPolicy

    /// Creates a simulation.
    public init(
        _ workloads: [Workload],
        policies: [ReplayPolicy],
        capacities: [Capacity],
        baseline: ReplayPolicy = .leastRecentlyUsed
    ) {
        self.workloads = workloads
        self.policies = policies
        self.capacities = capacities
        self.baseline = baseline
    }

    /// Replays everything. Differences are paired: each run of a policy is compared with the baseline's on the same
    /// requests, so that what all share does not blur them.
    ///
    /// - Throws: ``EvictionError`` if a capacity is not above zero.
    public func run() throws(EvictionError) -> SimulationReport {
        var rows: [SimulationReport.Row] = []
        for capacity in capacities {
            let bases = try results(baseline, capacity)
            let bounds = try results(.belady, capacity)
            for policy in policies {
                let results = policy == baseline ? bases : try results(policy, capacity)
                rows.append(SimulationReport.Row(policy, capacity, results, bases: bases, bounds: bounds))
            }
        }
        return SimulationReport(rows: rows, baseline: baseline, runs: workloads.count)
    }

    private func results(_ policy: ReplayPolicy, _ capacity: Capacity) throws(EvictionError) -> [ReplayResult] {
        var results: [ReplayResult] = []
        for workload in workloads {
            results.append(
                try Replay.run(policy, on: workload.trace, capacity: capacity, options: workload.options)
            )
        }
        return results
    }
}
