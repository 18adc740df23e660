import ComposeModel
import Diagnostics
import Testing
import YAMLTree

@Suite struct HostileInputTests {
    @Test(arguments: [
        "", "null", "[]", "services:", "services: []", "services: {a: null}", "services: {a: [1]}", "a: &a [*a]",
        "services: {a: {image: x, image: y}}", "services: {80: {image: x}}", "services: {a: {image: {b: c}}}",
        "include: {a: b}", "include: [[a]]", "include: [{path: {}}]", "services: {a: {extends: []}}",
        "services: {a: {image: x, ports: {a: b}, volumes: 1, environment: 5, depends_on: {b: null}}}",
        "services: {a: {image: x, extends: {service: {}}}}", "networks: {n: []}\nservices: {a: {image: x}}",
        "services: {a: {image: x, ports: [[80]], volumes: [[x]], secrets: [[s]], configs: [null], gpus: [1]}}",
        "services: {a: {image: x, build: [1], healthcheck: [1], deploy: [1], logging: 1, ulimits: [1]}}",
        "services: {a: {<<: [1], image: x}}", "services: {a: {image: !!binary x, command: !!map x}}",
        "\u{0}", "services: {a: {image: \"x", "\t a: b", "%YAML 3.0\n---\nservices: {}",
    ])
    func refusesNonsenseWithoutCrashing(_ text: String) {
        _ = LoadingFixture(text).faults()
    }

    @Test func emptyFilesAreRefused() {
        #expect(!LoadingFixture("").faults().isEmpty)
        #expect(!LoadingFixture("# nothing\n").faults().isEmpty)
    }

    @Test func foldersAreNotFiles() {
        let fixture = LoadingFixture(files: ["compose.yaml/x": ""])
        #expect(fixture.faults() == ["1:1 compose.file -"])
        #expect(LoadingFixture(files: [:]).faults() == ["1:1 compose.file -"])
    }

    @Test(.timeLimit(.minutes(1))) func aliasesDoNotMultiply() {
        var text = "x-0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<20 {
            text +=
                "x-\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]\n"
        }
        let faults = LoadingFixture(text + "services: {a: {image: x}}\n").faults()
        #expect(faults.count == 1)
        #expect(faults.first?.contains("yaml.limit") == true)
    }

    @Test(.timeLimit(.minutes(1))) func longChainsAndHugeValues() throws {
        let count = 3_000
        var text = "services:\n"
        for index in 0..<count { text += "  s\(index): {image: x, depends_on: [s\((index + 1) % count)]}\n" }
        #expect(LoadingFixture(text).faults().map { $0.split(separator: " ")[1] } == ["compose.cycle"])
        let huge = String(repeating: "${A:-x}", count: 200_000)
        let tree = try LoadingFixture("services: {a: {image: \"\(huge)\"}}").load().value
        #expect(tree["services"]?["a"]?["image"]?.text?.utf8.count == 200_000)
    }

    @Test(.timeLimit(.minutes(1))) func deepChainsOfExtensionsAreBounded() {
        var text = "services:\n  s0: {image: x}\n"
        for index in 1...500 { text += "  s\(index): {extends: s\(index - 1)}\n" }
        #expect(LoadingFixture(text).faults().isEmpty)
        var backwards = "services:\n"
        for index in 0..<500 { backwards += "  s\(index): {extends: s\(index + 1)}\n" }
        backwards += "  s500: {image: x}\n"
        #expect(LoadingFixture(backwards).faults().contains { $0.contains("compose.limit") })
    }

    @Test(.timeLimit(.minutes(1))) func manyIncludesAreBounded() {
        var files = ["compose.yaml": "include: [f0.yaml, f0.yaml]\nservices: {a: {image: x}}"]
        for level in 0..<30 { files["f\(level).yaml"] = "include: [f\(level + 1).yaml, f\(level + 1).yaml]\n" }
        files["f30.yaml"] = "services: {b: {image: x}}\n"
        var fixture = LoadingFixture(files: files)
        fixture.options.limits.files = 200
        #expect(fixture.faults().contains { $0.contains("compose.limit") })
    }

    @Test func sizesAreBounded() {
        var fixture = LoadingFixture("services: {a: {image: \(String(repeating: "x", count: 5_000))}}")
        fixture.options.limits.totalBytes = 1_000
        #expect(fixture.faults().contains { $0.contains("compose.limit") })
    }

    @Test(.timeLimit(.minutes(1))) func nestedDefaultsAreBounded() {
        let deep = String(repeating: "${A:-", count: 5_000) + String(repeating: "}", count: 5_000)
        let faults = LoadingFixture("services:\n  a:\n    image: \"\(deep)\"\n").faults()
        #expect(faults == ["3:12 compose.limit services.a.image"])
    }

    @Test(.timeLimit(.minutes(1))) func variablesDoNotMultiply() throws {
        // The value of a variable is not read again: what looks like one in it stays.
        let fixture = LoadingFixture(
            files: [
                "compose.yaml": "services: {a: {image: x, hostname: \"$A\", env_file: e}}",
                "e": (0..<40).map { "V\($0 + 1)=$V\($0)$V\($0)\n" }.joined() + "LAST=$V40\n",
            ],
            environment: ["A": "$B$B", "B": "$A$A"]
        )
        #expect(try fixture.value("services.a.hostname") == "$B$B")
        #expect(try fixture.value("services.a.environment.LAST") == "")
    }

    @Test(.timeLimit(.minutes(1))) func doublingVariablesAreBounded() {
        let text = "V0=xxxxxxxxxx\n" + (0..<40).map { "V\($0 + 1)=$V\($0)$V\($0)\n" }.joined()
        let fixture = LoadingFixture(files: [
            "compose.yaml": "services:\n  a:\n    image: x\n    env_file: e\n", "e": text,
        ])
        #expect(fixture.faults().count == 1)
        #expect(fixture.faults().first?.contains("compose.env-file") == true)
    }

    @Test(.timeLimit(.minutes(1))) func scalarsOfTenMegabytes() throws {
        let huge = String(repeating: "x", count: 10 << 20)
        let tree = try LoadingFixture("services: {a: {image: \(huge)}}").load().value
        #expect(tree["services"]?["a"]?["image"]?.text?.utf8.count == 10 << 20)
        for line in ["ports: [\(huge)]", "command: \(huge)", "mem_limit: \(huge)", "volumes: [\(huge)]"] {
            _ = LoadingFixture("services: {a: {image: x, \(line)}}").faults()
        }
        #expect(
            LoadingFixture("services: {a: {image: \"\(String(repeating: "${A", count: 1 << 20))\"}}").faults().count
                == 1
        )
    }

    @Test func filesThatCannotBeReadAreNamed() {
        struct Locked: FileSource {
            let files: [String: String]
            func contents(of path: String) throws(FileFault) -> [UInt8] {
                guard let text = files[path] else { throw .unreadable("permission denied") }
                return Array(text.utf8)
            }
            func kind(of path: String) -> FileKind? { .file }
        }
        for (line, code) in [
            ("include: [locked.yaml]", FindingCode.composeFile),
            ("services: {a: {extends: {file: locked.yaml, service: b}}}", .composeFile),
            ("services: {a: {image: x, env_file: locked.env}}", .composeEnvFile),
            ("services: {a: {image: x, label_file: locked.env}}", .composeEnvFile),
        ] {
            var options = ComposeLoader.Options(workingDirectory: "/app")
            options.envFiles = .none
            let source = Locked(files: ["/app/compose.yaml": line])
            let error = #expect(throws: InvalidInput.self) {
                try ComposeLoader(options: options).load(["compose.yaml"], from: source)
            }
            let findings = error?.report.findings.filter { $0.severity == .invalid } ?? []
            #expect(findings.contains { $0.code == code })
            #expect(findings.allSatisfy { $0.location != nil })
            #expect(findings.contains { $0.location?.file.name == "/app/compose.yaml" })
        }
    }
}
