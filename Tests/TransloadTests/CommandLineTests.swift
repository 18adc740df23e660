import Testing

@Suite struct CommandLineTests {
    private let run: Transload

    init() throws { run = Transload(folder: try TemporaryFolder()) }

    @Test func versionAndHelpGoToStandardOutput() async throws {
        let version = try await run("--version")
        #expect(version.status == 0 && version.error.isEmpty)
        #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
        for arguments in [["--help"], ["config", "--help"], ["convert", "--help"]] {
            let help = try await run.shell("$T \(arguments.joined(separator: " "))")
            #expect(help.status == 0 && help.output.contains("USAGE: transload") && help.error.isEmpty)
        }
    }

    @Test(arguments: [
        "--bogus", "bogus", "config --bogus", "config --format xml", "config -f", "config extra",
        "config --quiet --verbose",
        "convert", "convert --to kubernetes", "convert -f a.yaml", "convert -f a.yaml --to nomad",
        "convert -f a.yaml --to kubernetes --report-format xml", "convert -f a.yaml --to kubernetes --from helm",
    ]) func wrongUsageIs2(arguments: String) async throws {
        let outcome = try await run.shell("$T \(arguments)")
        #expect(outcome.status == 2, "\(outcome)")
        #expect(outcome.output.isEmpty && outcome.error.contains("Error: ") && outcome.error.contains("Usage: "))
    }
}
