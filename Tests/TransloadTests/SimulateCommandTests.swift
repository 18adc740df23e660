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
}
