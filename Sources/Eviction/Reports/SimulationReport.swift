/// What a simulation found.
///
/// It holds what follows from the choice of victims alone. Processor and memory load of a machine are not in it: a decision
/// takes less than a microsecond, so no policy can cause differences of percents there.
public struct SimulationReport: Sendable, Hashable, Codable {
    /// One policy at one capacity.
    public struct Row: Sendable, Hashable, Codable {
        /// The policy.
        public let policy: ReplayPolicy
        /// The capacity.
        public let capacity: Capacity
        /// What happened in each run.
        public let results: [ReplayResult]
        /// Misses for each request.
        public let missRatio: Estimate
        /// The share of the requested sizes that was missed.
        public let missedSizeRatio: Estimate
        /// Releases for each request.
        public let replacementRate: Estimate
        /// The share of releases in which space decided within a batch.
        public let tiedShare: Estimate
        /// The miss ratio minus the baseline's on the same requests.
        public let difference: Estimate
        /// The miss ratio minus that of Belady's policy on the same requests.
        public let gap: Estimate

        init(
            _ policy: ReplayPolicy,
            _ capacity: Capacity,
            _ results: [ReplayResult],
            bases: [ReplayResult],
            bounds: [ReplayResult]
        ) {
            self.policy = policy
            self.capacity = capacity
            self.results = results
            missRatio = Estimate(results.map(\.missRatio))
            missedSizeRatio = Estimate(results.map(\.missedSizeRatio))
            replacementRate = Estimate(results.map(\.replacementRate))
            tiedShare = Estimate(results.map { Double($0.tiedReplacements) / Double(max(1, $0.replacements)) })
            difference = Estimate(zip(results, bases).map { $0.missRatio - $1.missRatio })
            gap = Estimate(zip(results, bounds).map { $0.missRatio - $1.missRatio })
        }
    }

    /// The rows, by capacity and then policy, as asked for.
    public let rows: [Row]
    /// The policy from which the differences are taken.
    public let baseline: ReplayPolicy
    /// The number of runs.
    public let runs: Int

    /// The figures as a table; with the mean wait under `cost` if it is given.
    public func table(waitingFor cost: FetchCost? = nil) -> ReportTable {
        var columns = ["capacity", "policy", "misses/request", "missed size", "replacements/request", "tied share"]
        columns += ["minus \(baseline.rawValue)", "minus belady"]
        if cost != nil { columns.append("mean wait (s)") }
        return ReportTable(
            columns: columns,
            rows: rows.map { row in
                let figures = [
                    row.missRatio, row.missedSizeRatio, row.replacementRate, row.tiedShare, row.difference, row.gap,
                ]
                let wait = cost.map { cost in Estimate(row.results.map { $0.meanWait(cost) }).description }
                return [row.capacity.text, row.policy.rawValue] + figures.map(\.description) + (wait.map { [$0] } ?? [])
            }
        )
    }
}

extension Capacity {
    /// `100` or `100 B`.
    var text: String {
        switch self {
        case .count(let count): "\(count)"
        case .bytes(let bytes): "\(bytes) B"
        }
    }
}
