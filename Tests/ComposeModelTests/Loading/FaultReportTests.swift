import ComposeModel
import Diagnostics
import OrderedCollections
import Testing
import YAMLTree

/// What a report of faults says: all of them, without the values, which may be secret.
@Suite struct FaultReportTests {
    private static let secret = "s3cr3t"

    @Test(arguments: [
        "mem_limit: s3cr3t", "cpus: s3cr3t", "init: s3cr3t", "scale: s3cr3t", "stop_grace_period: s3cr3t",
        "ports: [\"s3cr3t\"]", "ports: [\"s3cr3t:80:80\"]", "ports: [\"80/s3cr3t\"]", "ports: [\"s3cr3t:80\"]",
        "volumes: [\"s3cr3t::x\"]", "tmpfs: [/s3cr3t]\n    volumes: [\"/y:/s3cr3t\"]", "devices: [\"a:b:c:s3cr3t\"]",
        "build: {additional_contexts: [s3cr3t]}", "build: {ssh: [s3cr3t]}", "extra_hosts: [s3cr3t]",
        "healthcheck: {test: [s3cr3t]}", "pull_policy: s3cr3t", "environment: [\"s3cr3t =x\"]",
        "command: \"echo 's3cr3t\"", "command: \"${s3cr3t\"", "image: \"${s3cr3t\"", "environment: {A: [s3cr3t]}",
        "ulimits: {a: s3cr3t}", "env_file: [{path: vars, format: s3cr3t}]", "env_file: bad", "env_file: worse",
        "privileged: ${A:-s3cr3t}", "ports: [{target: 80, host_ip: s3cr3t}]", "configs: [{source: c, mode: s3cr3t}]",
        "labels: {a: s3cr3t, b: [s3cr3t]}", "platform: s3cr3t\n    build: {platforms: [x]}",
    ])
    func namesPlacesAndNotValues(_ line: String) throws {
        let source = InMemoryFileSource([
            "/app/compose.yaml": "services:\n  a:\n    image: x\n    \(line)\nconfigs: {c: {content: x}}\n",
            "/app/vars": "", "/app/bad": "A B=s3cr3t\n", "/app/worse": "A=\"s3cr3t",
        ])
        let loader = ComposeLoader(options: .init(workingDirectory: "/app"))
        let error = #expect(throws: InvalidInput.self) { try loader.load(["compose.yaml"], from: source) }
        let findings = try #require(error?.report.findings)
        #expect(findings.contains { $0.severity == .invalid && $0.location != nil })
        for finding in findings {
            #expect(!finding.message.contains(Self.secret), "\(finding)")
            #expect(finding.remedy?.contains(Self.secret) != true, "\(finding)")
            let isRule = finding.severity == .invalid && finding.code.rawValue.hasPrefix("compose.")
            #expect(finding.reference != nil || !isRule, "\(finding)")
        }
    }

    @Test(arguments: [
        ("depends_on: [ghost]", "Services top-level element, depends_on"),
        ("networks: [ghost]", "Services top-level element, networks"),
        ("scale: 2\n    container_name: web", "Services top-level element, container_name"),
        ("deploy: {resources: {limits: {cpus: many}}}", "Compose Deploy Specification"),
        ("image: \"${A:?}\"", "Interpolation"), ("env_file: absent", "Services top-level element, env_file"),
        ("extends: {service: ghost}", "Services top-level element, extends"),
    ])
    func namesTheSectionOfTheSpecification(_ line: String, _ section: String) throws {
        let fixture = LoadingFixture("services:\n  a:\n    \(line.contains("image") ? "" : "image: x\n    ")\(line)\n")
        let error = #expect(throws: InvalidInput.self) { try fixture.load() }
        #expect(error?.report.findings.contains { $0.severity == .invalid && $0.reference == section } == true)
    }

    @Test func undefinedNamesAreReportedBesideFaultyValues() {
        let fixture = LoadingFixture(
            "services:\n  a: {image: x, networks: [ghost], scale: no}\n  b: {image: x, depends_on: [ghost], cpus: many}\n"
        )
        #expect(
            fixture.faults() == [
                "2:28 compose.undefined services.a.networks.ghost", "2:43 compose.cast services.a.scale",
                "3:30 compose.undefined services.b.depends_on.ghost", "3:44 compose.cast services.b.cpus",
            ]
        )
    }

    @Test func faultsOfAllFilesComeAtOnce() {
        let fixture = LoadingFixture(files: [
            "compose.yaml": "services:\n  a: {image: x, imge: y}\n  b: {image: x, scale: no}\n",
            "second.yaml": "services:\n  b: {prots: []}\n  c: {image: x, stop_grace_period: soon}\n",
            "third.yaml": "configs:\n  k: {content: a, file: b}\nnope: {}\n",
        ])
        #expect(
            fixture.faults("compose.yaml", "second.yaml", "third.yaml") == [
                "2:17 compose.unknown-key services.a.imge", "3:24 compose.cast services.b.scale",
                "2:7 compose.unknown-key services.b.prots", "3:36 compose.syntax services.c.stop_grace_period",
                "2:6 compose.conflict configs.k", "3:1 compose.unknown-key nope",
            ]
        )
    }

    @Test(arguments: ["oci://registry.example.com/shop:1", "https://example.com/a.git", "git@example.com:a/b.git"])
    func filesOfOtherMachinesAreNotFetched(_ address: String) {
        let including = LoadingFixture("include:\n  - \(address)\nservices: {a: {image: x}}\n")
        #expect(including.faults() == ["2:5 compose.remote-file include"])
        let extending = LoadingFixture("services:\n  a:\n    extends: {file: \"\(address)\", service: b}\n")
        #expect(extending.faults().count == 1)
        #expect(extending.faults().first?.contains("compose.remote-file services.a.extends") == true)
    }

    @Test func aSourceMayServeFilesOfOtherMachines() throws {
        struct Fetching: FileSource {
            let files = InMemoryFileSource([
                "/app/compose.yaml": "include: [\"oci://a/b\"]\n",
                "/cache/1/compose.yaml": "services: {a: {image: x, env_file: e}}\n", "/cache/1/e": "A=1\n",
            ])
            func contents(of path: String) throws(FileFault) -> [UInt8] { try files.contents(of: path) }
            func kind(of path: String) -> FileKind? { files.kind(of: path) }
            func path(ofRemote address: String) throws(FileFault) -> String? {
                guard address == "oci://a/b" else { throw .notFound }
                return "/cache/1/compose.yaml"
            }
        }
        let loader = ComposeLoader(options: .init(workingDirectory: "/app"))
        let project = try loader.load(["compose.yaml"], from: Fetching()).value
        #expect(project.services["a"]?.environment["A"] == "1")
    }

    @Test func anEntryThatIncludesNothingIsNoticed() throws {
        let fixture = LoadingFixture("include: [null]\nservices: {a: {image: x}}\n")
        #expect(try fixture.load().report.findings.map(\.severity) == [.notice])
    }

    @Test func variablesGiveTheContentOfConfigs() throws {
        let fixture = LoadingFixture(files: [
            "compose.yaml":
                "services: {a: {image: x}}\nconfigs: {c: {environment: V}}\nsecrets: {s: {environment: V}}\n",
            ".env": "V=from file\n",
        ])
        #expect(try fixture.value("configs.c") == "{environment: V, name: app_c}")
        #expect(try fixture.value("secrets.s") == "{environment: V, name: app_s}")
        let loader = ComposeLoader(options: fixture.options)
        let project = try loader.load(["compose.yaml"], from: InMemoryFileSource(fixture.files)).value
        #expect(project.configs["c"]?.content == "from file")
        #expect(!ComposeWriter().text(project).value.contains("from file"))
    }
}
