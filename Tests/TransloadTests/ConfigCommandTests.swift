import Foundation
import Testing

@Suite struct ConfigCommandTests {
    private let folder: TemporaryFolder
    private var run: Transload

    init() throws {
        folder = try TemporaryFolder()
        run = Transload(folder: folder)
    }

    private func json(_ outcome: Transload.Outcome) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    private func image(_ outcome: Transload.Outcome, _ service: String = "web") throws -> String? {
        let services = try json(outcome)["services"] as? [String: [String: Any]]
        return services?[service]?["image"] as? String
    }

    @Test(arguments: ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"])
    func findsTheUsualFilesAndTheirOverrides(name: String) async throws {
        try folder.write(name, "name: p\nservices: {web: {image: one}}\n")
        #expect(try await image(run("config", "--format", "json")) == "one")
        try folder.write(
            name.hasPrefix("d") ? "docker-compose.override.yml" : "compose.override.yaml",
            "services: {web: {image: two}}\n"
        )
        #expect(try await image(run("config", "--format", "json")) == "two")
        try folder.write("third.yaml", "name: q\nservices: {web: {image: three}}\n")
        let outcome = try await run("config", "-f", name, "--file", "third.yaml", "--format", "json")
        #expect(try image(outcome) == "three")
        #expect(try json(outcome)["name"] as? String == "q")
    }

    @Test func printsYAMLThatItReadsAgain() async throws {
        try folder.write(
            "compose.yaml",
            "name: p\nservices:\n  web: {image: 'a$$b', ports: ['80:8080'], command: [echo, 'yes']}\n"
        )
        let first = try await run("config")
        #expect(first.status == 0 && first.error.isEmpty, "\(first)")
        #expect(first.output.contains("a$$b"))
        let again = try await run("config", "-f", "-", input: first.output)
        #expect(again.output == first.output, "\(again)")
    }

    @Test func takesVariablesFromTheProcessAndFromEnvFiles() async throws {
        try folder.write("compose.yaml", "name: p\nservices: {web: {image: \"${A}-${B}\"}}\n")
        try folder.write(".env", "A=file\nB=file\n")
        try folder.write("other.env", "A=other\nB=other\n")
        var run = run
        run.environment = ["A": "process"]
        #expect(try await image(run("config", "--format", "json")) == "process-file")
        #expect(try await image(run("config", "--env-file", "other.env", "--format", "json")) == "process-other")
    }

    @Test func selectsProfilesNameAndDirectory() async throws {
        try folder.write("compose.yaml", "services: {web: {image: a}, dev: {image: b, profiles: [dev]}}\n")
        let outcome = try await run(
            "config",
            "--profile",
            "dev",
            "--project-name",
            "mine",
            "--project-directory",
            "sub",
            "-f",
            "compose.yaml",
            "--format",
            "json"
        )
        #expect(try image(outcome, "dev") == "b")
        #expect(try json(outcome)["name"] as? String == "mine")
    }

    @Test func reportsAllErrorsOfAFileWithTheirPlaces() async throws {
        try folder.write(
            "compose.yaml",
            """
            services:
              web:
                image: nginx
                imagge: nginx
                ports: ["80:99999"]
              db:
                image: [postgres]
                depends_on: [nothing]
            """
        )
        let outcome = try await run("config")
        #expect(outcome.status == 1 && outcome.output.isEmpty && !outcome.wasKilled)
        let lines = outcome.error.split(separator: "\n")
        for line in ["compose.yaml:4:", "compose.yaml:7:"] {
            #expect(lines.contains { $0.hasPrefix(line) && $0.contains(": error: ") }, "\(line) in \(outcome.error)")
        }
    }

    @Test func saysWhatIsWrongWithAFile() async throws {
        try folder.write("bytes.yaml", "")
        try Data([0x61, 0x3A, 0x20, 0xFF, 0xFE]).write(to: folder.url.appending(path: "bytes.yaml"))
        try folder.write("dir/x", "")
        for (arguments, words) in [
            ("-f missing.yaml", "does not exist"), ("-f dir", "is a directory"),
            ("-f bytes.yaml", "bytes.yaml:1:4: error"),
            ("", "no Compose file"), ("--env-file none -f bytes.yaml", "none"),
        ] {
            let outcome = try await run.shell("$T config \(arguments)")
            #expect(outcome.status == 1 && outcome.output.isEmpty, "\(arguments): \(outcome)")
            #expect(
                outcome.error.contains(words) && outcome.error.contains("error: "),
                "\(arguments): \(outcome.error)"
            )
        }
    }

    @Test func quietHidesWhatIsNoError() async throws {
        try folder.write("compose.yaml", "name: p\nservices: {web: {image: \"a${UNSET}\"}}\n")
        let usual = try await run("config")
        #expect(usual.status == 0 && usual.error.contains("UNSET"))
        let quiet = try await run("config", "--quiet")
        #expect(quiet.status == 0 && quiet.error.isEmpty && quiet.output == usual.output)
    }

    @Test func toleratesReadersThatGoAway() async throws {
        let services = (0..<2_000).map { "  s\($0): {image: nginx, environment: {A: b}}\n" }.joined()
        try folder.write("compose.yaml", "name: p\nservices:\n" + services)
        let outcome = try await run.shell("$T config | head -n 1; exit ${PIPESTATUS[0]}")
        #expect(outcome.status == 0 && outcome.error.isEmpty && outcome.output == "name: p\n", "\(outcome)")
        let full = try await run.shell("$T config > /dev/full")
        #expect(full.status == 1 && full.error.hasPrefix("error: cannot write standard output"))
    }

    @Test func showsColourOnlyToTerminals() async throws {
        try folder.write("compose.yaml", "services: 3\n")
        #expect(try await !run("config").error.contains("\u{1B}"))
    }
}
