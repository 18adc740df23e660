import ComposeModel
import Diagnostics
import Foundation
import OrderedCollections
import TestSupport
import Testing
import YAMLTree

/// A service as it is, as a stack file has it, and what is said about the difference.
struct StackCase: Sendable, CustomTestStringConvertible {
    var service: String
    var expected: String
    var findings: [String]

    init(_ service: String, _ expected: String, _ findings: [String] = []) {
        self.service = service
        self.expected = expected
        self.findings = findings
    }

    var testDescription: String { service }
}

struct StackWriterTests {
    private func write(
        _ project: ComposeProject,
        _ version: ComposeWriter.StackVersion = .v3_8
    ) -> Converted<Node> {
        ComposeWriter(options: .init(flavour: .stack(version))).write(project)
    }

    private static let dropped = FindingCode.composeStackDropped
    private static let moved = FindingCode.composeStackMoved
    private static let approximated = FindingCode.composeStackApproximated

    static let cases: [StackCase] = [
        StackCase("{image: x, x-own: 1}", "{image: x, x-own: 1}"),
        StackCase("{container_name: a}", "{}", ["compose.stack-dropped services.a.container_name"]),
        StackCase("{image: x, build: {context: /b}}", "{image: x}", ["compose.stack-dropped services.a.build"]),
        StackCase(
            "{depends_on: {b: {condition: service_started, required: true}}}",
            "{depends_on: [b]}"
        ),
        StackCase(
            "{depends_on: {b: {condition: service_healthy, required: true}}}",
            "{depends_on: [b]}",
            ["compose.stack-approximated services.a.depends_on.b"]
        ),
        StackCase(
            "{ports: [{target: 80, published: \"8080\", mode: ingress, protocol: tcp}]}",
            "{ports: [{target: 80, published: 8080, mode: ingress, protocol: tcp}]}"
        ),
        StackCase(
            "{ports: [{target: 80, published: 8000-8010, host_ip: 127.0.0.1}]}",
            "{ports: [{target: 80}]}",
            [
                "compose.stack-dropped services.a.ports[0].published",
                "compose.stack-dropped services.a.ports[0].host_ip",
            ]
        ),
        StackCase(
            "{restart: on-failure:3}",
            "{deploy: {restart_policy: {condition: on-failure, max_attempts: 3}}}",
            ["compose.stack-moved services.a.restart"]
        ),
        StackCase(
            "{restart: always, deploy: {restart_policy: {condition: none}}}",
            "{deploy: {restart_policy: {condition: none}}}",
            ["compose.stack-dropped services.a.restart"]
        ),
        StackCase("{scale: 2}", "{deploy: {replicas: 2}}", ["compose.stack-moved services.a.scale"]),
        StackCase("{scale: 2, deploy: {replicas: 2}}", "{deploy: {replicas: 2}}"),
        StackCase(
            "{mem_limit: \"1024\", cpus: 0.5, mem_reservation: \"512\"}",
            """
            {deploy: {resources: {limits: {cpus: "0.5", memory: "1024"}, reservations: {memory: "512"}}}}
            """,
            [
                "compose.stack-moved services.a.cpus", "compose.stack-moved services.a.mem_limit",
                "compose.stack-moved services.a.mem_reservation",
            ]
        ),
        StackCase(
            "{deploy: {resources: {limits: {cpus: 2, memory: \"1\", pids: 5}}}}",
            "{deploy: {resources: {limits: {cpus: \"2\", memory: \"1\"}}}}",
            ["compose.stack-dropped services.a.deploy.resources.limits.pids"]
        ),
        StackCase("{secrets: [{source: s, mode: \"0440\"}]}", "{secrets: [{source: s, mode: 288}]}"),
        StackCase("{extra_hosts: [v6=::1]}", "{extra_hosts: [\"v6:::1\"]}"),
        StackCase("{env_file: [{path: /a, required: false}]}", "{env_file: [/a]}"),
        StackCase("{ulimits: {nofile: {soft: 1, hard: 2, x-a: b}}}", "{ulimits: {nofile: {soft: 1, hard: 2}}}"),
        StackCase(
            "{volumes: [{type: tmpfs, target: /a, tmpfs: {size: \"5\", mode: 1777}}]}",
            "{volumes: [{type: tmpfs, target: /a, tmpfs: {size: 5}}]}",
            ["compose.stack-dropped services.a.volumes[0].tmpfs.mode"]
        ),
        StackCase(
            "{volumes: [{type: image, source: i, target: /a}]}",
            "{}",
            ["compose.stack-dropped services.a.volumes"]
        ),
        StackCase(
            "{healthcheck: {test: [CMD, a], start_interval: 5s, x-a: b}}",
            "{healthcheck: {test: [CMD, a]}}",
            [
                "compose.stack-dropped services.a.healthcheck.start_interval",
                "compose.stack-dropped services.a.healthcheck.x-a",
            ]
        ),
        StackCase("{command: [echo, $A]}", "{command: [echo, $$A]}"),
        StackCase("{networks: {b: null, c: {aliases: [d]}}}", "{networks: {b: null, c: {aliases: [d]}}}"),
    ]

    @Test(arguments: cases)
    func services(_ stack: StackCase) throws {
        let project = try Reading.project("services:\n  a: \(stack.service)\n")
        let written = write(project)
        #expect(written.value["services"]?["a"] == (try Reading.tree(stack.expected)))
        #expect(written.report.findings.map { "\($0.code) \($0.path ?? "")" } == stack.findings)
        #expect(written.report.findings.allSatisfy { $0.location != nil })
    }

    @Test func theVersionComesFirst() throws {
        let written = write(try Reading.project("name: a\nservices: {}\nx-a: 1\n"))
        #expect(written.value == ["version": "3.8", "services": [:], "x-a": 1])
        #expect(written.report.findings.map(\.severity) == [.notice])
    }

    @Test func laterVersionsKeepMore() throws {
        let project = try Reading.project(
            """
            services:
              a:
                pids_limit: 5
                oom_score_adj: 7
                healthcheck: {start_interval: 5s}
                networks: {b: {driver_opts: {c: d}}}
            """
        )
        #expect(write(project, .v3_8).report.findings.count == 4)
        let written = write(project, .v3_13)
        #expect(written.report.findings.map(\.code) == [.composeStackMoved])
        #expect(written.value["version"]?.text == "3.13")
        #expect(written.value["services.a.deploy.resources.limits.pids" as NodePath]?.text == "5")
    }

    @Test func namesOfTheProjectAreThoseOfTheStack() throws {
        let written = write(
            try Reading.project(
                """
                name: shop
                services: {}
                networks: {a: {name: shop_a}, b: {name: shop_b, external: true}, c: {name: own}, d: {driver: bridge}}
                volumes: {a: {name: shop_a}}
                configs: {a: {name: shop_a, content: x}}
                secrets: {a: {name: shop_a, environment: X}}
                """
            )
        )
        #expect(
            written.value["networks"] == [
                "a": [:], "b": ["name": "shop_b", "external": true], "c": ["name": "own"], "d": [:],
            ]
        )
        #expect(written.value["volumes"] == ["a": [:]])
        #expect(
            written.report.findings.map(\.path) == [
                "configs.a.content", "secrets.a.environment", "networks.d.driver", "name",
            ]
        )
        #expect(written.value["configs"] == ["a": ["name": "shop_a", "external": true]])
        #expect(written.value["secrets"] == ["a": ["name": "shop_a", "external": true]])
        #expect(written.report.hasOpenDecisions)
    }

    @Test(.enabled(if: StackConfig.docker != nil, StackConfig.isThere))
    func dockerAcceptsWhatIsWritten() throws {
        for stack in Self.cases {
            let project = try Reading.project("services:\n  a: \(stack.service)\n")
            guard project.services["a"]?.envFile.isEmpty == true else { continue }  // The file is not there.
            let text = ComposeWriter(options: .init(flavour: .stack(.v3_8))).text(project).value
            let outcome = try StackConfig.judge(text)
            #expect(outcome.status == 0, "\(stack.service): \(outcome.errors)")
        }
    }
}

/// The file with every key, as stack files.
@Suite(.enabled(if: StackConfig.docker != nil, StackConfig.isThere))
struct EveryKeyStackTests {
    @Test(arguments: [ComposeWriter.StackVersion.v3_8, .v3_9, .v3_13])
    func dockerAcceptsEveryKey(_ version: ComposeWriter.StackVersion) throws {
        let file = Checkout.root.appending(path: "Tests/ComposeModelTests/Fixtures/model/everything.yaml")
        var project = try Reading.project(String(contentsOf: file, encoding: .utf8))
        project.services["web"]?.envFile = []  // The file is not there.
        let written = ComposeWriter(options: .init(flavour: .stack(version))).text(project)
        let outcome = try StackConfig.judge(written.value)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(!outcome.errors.contains("Ignoring"), "\(outcome.errors)")
        #expect(written.report.findings.allSatisfy { $0.path != nil && $0.location != nil })
    }
}
