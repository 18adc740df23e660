import Testing

@Suite struct SimulateCommandTests {
    private let run: Transload

    init() throws { run = Transload(folder: try TemporaryFolder()) }

    @Test func replaysATraceWithEachPolicy() async throws {
        let outcome = try await run(
            "simulate",
            "-",
            "--policy",
            "lru",
            "first-inserted",
            "--capacity",
            "2",
            "--report",
            "csv",
            input: "a\nb\na\nc\nb\na\nd\na\n"
        )
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(outcome.output.contains("lru"))
        #expect(outcome.output.contains("first-inserted"))
    }

    @Test(arguments: [["simulate"], ["simulate", "-", "--capacity", "0"], ["simulate", "-", "--policy", "best"]])
    func wrongUsageIs2(arguments: [String]) async throws {
        #expect(try await run(arguments, input: "a\n").status == 2)
    }

    @Test func aBrokenTraceIsAnErrorWithItsPlace() async throws {
        let outcome = try await run("simulate", "-", "--format", "time-name-size", input: "1 a 5\nx\n")
        #expect(outcome.status == 1)
        #expect(outcome.error.contains("standard input:2"))
    }

    @Test func aPoolOfNodesRunsTheTasksOfATrace() async throws {
        let columns = ["--format", "csv", "--time-column", "from", "--end-column", "to", "--size-column", "size"]
        let outcome = try await run(
            ["simulate", "-", "--workload", "nodes", "--nodes", "1", "--node-space", "10", "--report", "csv"] + columns,
            input: "name,from,to,size\na,1,9,6\nb,2,9,6\n"
        )
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(outcome.output.contains("lru,0.5"))
        let without = try await run(["simulate", "-", "--workload", "nodes"], input: "a\n")
        #expect(without.status == 2)
        #expect(without.error.contains("--end-column"))
    }
}
