import ComposeModel
import Diagnostics
import Testing

@Suite struct ConsistencyTests {
    static let cases: [(String, String)] = [
        ("networks: [gone]", "4:16 compose.undefined services.a.networks.gone"),
        ("volumes: [\"gone:/x\"]", "4:15 compose.undefined services.a.volumes[0]"),
        ("secrets: [gone]", "4:15 compose.undefined services.a.secrets[0]"),
        ("configs: [gone]", "4:15 compose.undefined services.a.configs[0]"),
        ("models: [gone]", "4:14 compose.undefined services.a.models.gone"),
        ("build: {secrets: [gone]}", "4:23 compose.undefined services.a.build.secrets[0]"),
        ("depends_on: [gone]", "4:18 compose.undefined services.a.depends_on.gone"),
        ("depends_on: [hidden]", "4:18 compose.undefined services.a.depends_on.hidden"),
        ("network_mode: \"service:gone\"", "4:19 compose.undefined services.a.depends_on.gone"),
        ("depends_on: [a]", "4:18 compose.cycle services.a.depends_on.a"),
        ("{scale: 2, container_name: nn}", "4:32 compose.conflict services.a.container_name"),
        ("{scale: 2, deploy: {replicas: 3}}", "4:13 compose.conflict services.a.scale"),
        ("{mem_limit: 1g, deploy: {resources: {limits: {memory: 2g}}}}", "4:17 compose.conflict services.a.mem_limit"),
        ("scale: -1", "4:12 compose.range services.a.scale"),
        ("healthcheck: {test: [curl, x]}", "4:26 compose.conflict services.a.healthcheck.test"),
        ("{network_mode: host, networks: [n]}", "4:20 compose.conflict services.a.network_mode"),
        ("{tmpfs: /x, volumes: [\"/x\"]}", "4:27 compose.conflict services.a.volumes"),
        ("develop: {watch: [{path: ., action: sync}]}", "4:23 compose.conflict services.a.develop.watch"),
        ("{platform: p, build: {platforms: [q]}}", "4:16 compose.conflict services.a.platform"),
        ("build: {dockerfile: D, dockerfile_inline: FROM x}", "4:47 compose.conflict services.a.build"),
        ("ports: [{target: 80, host_ip: nowhere}]", "4:35 compose.syntax services.a.ports[0].host_ip"),
        ("gpus: [{count: 1, device_ids: [\"0\"]}]", "4:12 compose.conflict services.a.gpus[0]"),
    ]

    @Test(arguments: cases)
    func refuses(_ line: String, _ expected: String) {
        let lines = line.hasPrefix("{") ? "<<: \(line)" : line
        let text = """
            services:
              a:
                image: x
                \(lines)
              hidden: {image: x, profiles: [p]}
            networks: {n: {}}
            """
        let shift = line.hasPrefix("{") ? 4 : 0
        let column = expected.split(separator: " ")[0].split(separator: ":")[1]
        let place = "4:\((Int(column) ?? 0) + shift)"
        let wanted = ([place] + expected.split(separator: " ").dropFirst().map(String.init)).joined(separator: " ")
        #expect(LoadingFixture(text).faults().contains(wanted), "\(LoadingFixture(text).faults())")
    }

    @Test func reportsAllProblemsAtOnce() {
        let text = """
            services:
              a:
                ports: ["x"]
                networks: [gone]
                volumes: ["gone:/x"]
              b: {image: y, depends_on: [c]}
              c: {image: y, depends_on: [b]}
            """
        // What is sound in a faulty file is checked all the same; a service with a fault may lack more than it says.
        #expect(
            LoadingFixture(text).faults() == [
                "3:13 compose.syntax services.a.ports[0]", "4:16 compose.undefined services.a.networks.gone",
                "5:15 compose.undefined services.a.volumes[0]", "7:30 compose.cycle services.c.depends_on.b",
            ]
        )
        let repaired = text.replacing("\"x\"", with: "\"80\"")
        #expect(
            LoadingFixture(repaired).faults() == [
                "3:5 compose.missing services.a", "4:16 compose.undefined services.a.networks.gone",
                "5:15 compose.undefined services.a.volumes[0]", "7:30 compose.cycle services.c.depends_on.b",
            ]
        )
    }

    @Test(arguments: [("4", false), ("9.1", false), ("3.13", true), ("0.1.0", true), ("1", true)])
    func versionsEndWith3(_ version: String, _ isRead: Bool) {
        let faults = LoadingFixture("version: \"\(version)\"\nservices:\n  a: {image: x}\n").faults()
        #expect(faults == (isRead ? [] : ["1:10 compose.version version"]))
    }

    @Test func unknownKeysAreRefusedOrReported() throws {
        var fixture = LoadingFixture("services:\n  a:\n    image: x\n    enviroment: {}\n")
        #expect(fixture.faults() == ["4:5 compose.unknown-key services.a.enviroment"])
        fixture.options.unknownKeys = .notice
        let report = try fixture.load().report
        #expect(report.findings.map(\.code) == [.composeUnknownKey])
    }

    @Test func externalsAndContents() {
        let text = """
            services: {a: {image: x}}
            volumes:
              v: {external: true, driver: d}
            configs:
              c: {file: a, content: b}
              d: {}
            secrets:
              s: {}
            """
        #expect(
            LoadingFixture(text).faults() == [
                "3:23 compose.conflict volumes.v.driver", "5:6 compose.conflict configs.c",
                "6:6 compose.missing configs.d",
                "8:6 compose.missing secrets.s",
            ]
        )
    }
}
