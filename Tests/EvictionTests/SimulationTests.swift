import Eviction
import Foundation
import TestSupport
import Testing

@Suite struct SimulationTests {
    private func report() throws -> SimulationReport {
        let workloads = (1...10).map { seed in
            Workload.batches(count: 300, size: 8, lag: 16, reusing: .mostRemaining, seed: UInt64(seed))
        }
        let policies: [ReplayPolicy] = [.lastInserted, .leastRecentlyUsed, .leastRecentBatch, .sieve, .belady]
        return try Simulation(workloads, policies: policies, capacities: [.count(100), .count(196)]).run()
    }

    @Test("differences are paired, with their errors") func differences() throws {
        let row = try #require(try report().rows.first { $0.policy == .leastRecentBatch && $0.capacity == .count(196) })
        let error = try #require(row.difference.standardError)
        #expect(row.results.count == 10)
        #expect(row.difference.mean < -3 * error, "on its best workload LRU-SD is better, beyond chance")
        #expect(row.gap.mean >= 0)
        let base = try #require(try report().rows.first { $0.policy == .leastRecentlyUsed })
        #expect(base.difference == Estimate([Double](repeating: 0, count: 10)))
    }

    @Test(arguments: [([2.0, 4.0, 6.0], 4.0, 1.1547005383792515), ([5, 5], 5, 0)])
    func estimates(_ values: [Double], _ mean: Double, _ error: Double) {
        #expect(Estimate(values).mean == mean)
        #expect(abs((Estimate(values).standardError ?? -1) - error) < 1e-12)
        #expect(Estimate([1]).standardError == nil)
    }

    @Test("reports are the same on every machine") func goldens() throws {
        let report = try report()
        var plot = MissRatioPlot(report)
        let trace = Workload.zipf(objects: 200, exponent: 0.9, requests: 5000, seed: 1).trace
        plot.add(MissRatioCurve(leastRecentlyUsed: trace), named: "lru <curve>")
        let texts = [
            "report.md": report.table(waitingFor: FetchCost(roundTrip: 0.1, bandwidth: 1000)).markdown,
            "report.csv": report.table().csv,
            "plot.svg": plot.svg,
        ]
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            #expect(try Golden.difference(text, from: folder.appending(path: name)) == nil)
        }
        let encoded = try JSONEncoder().encode(report)
        #expect(try JSONDecoder().decode(SimulationReport.self, from: encoded) == report)
    }

    @Test("cells that hold separators are quoted") func cells() {
        let table = ReportTable(columns: ["a|b", "c"], rows: [["x,y", "\"z\""]])
        #expect(table.csv == "a|b,c\n\"x,y\",\"\"\"z\"\"\"\n")
        #expect(table.markdown.hasPrefix("| a\\|b | c |\n| --- | --- |\n"))
    }

    @Test("driven by space, LSD releases less often and loses more work each time") func nodePool() throws {
        var pool = NodePool()
        pool.tasks = 4000
        func mean(_ policy: some EvictionPolicy<Int>, _ value: (NodePool.Result) -> Double) throws -> Double {
            try Estimate((1...3).map { value(try pool.run(policy, seed: $0)) }).mean
        }
        let recent = LeastRecentlyUsed<Int>()
        let tight = LeastRemaining<Int>()
        #expect(try mean(tight, \.replacementRate) < mean(recent, \.replacementRate))
        #expect(try mean(tight, \.lostPerRelease) > mean(recent, \.lostPerRelease))
    }

    @Test("a pool runs the tasks of a trace") func tasksOfATrace() throws {
        let csv = """
            name,from,to,size
            a,10,20,6
            b,11,20,6
            c,12,20,6
            huge,13,20,11
            late,30,31,10
            backwards,40,35,1

            """
        var reader = TraceReader(.csv(name: "name", time: "from", end: "to", size: "size"), file: "t")
        try reader.read(Array(csv.utf8))
        let tasks = try #require(try reader.finish().nodeTasks)
        #expect(tasks.first == NodeTask(arrival: 0, duration: 10, size: 6))
        #expect(tasks.last == NodeTask(arrival: 30, duration: 0, size: 1))
        var pool = NodePool()
        pool.nodes = 2
        pool.space = 10
        let result = try pool.run(LeastRecentlyUsed<Int>(), tasks: tasks)
        // The third fits nowhere: the node of the first is released. The largest fits no node at all. When the last two
        // come, all others have ended.
        #expect(result.tasks == 6)
        #expect(result.refusedTasks == 1)
        #expect(result.releases == 1)
        #expect(result.lostTasks == 1)
        #expect(result.lostSize == 6)
        #expect(try Trace([1, 2]).nodeTasks == nil)
    }
}
