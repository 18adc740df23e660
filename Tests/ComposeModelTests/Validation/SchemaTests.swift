@testable import ComposeModel
import Diagnostics
import Testing
import YAMLTree

/// One thing that is wrong with a file.
struct SchemaCase: Sendable, CustomTestStringConvertible {
    var text: String
    var code: FindingCode
    var path: String
    var place: String
    var message: String

    init(_ text: String, _ code: FindingCode, _ path: String, _ place: String, _ message: String) {
        self.text = text
        self.code = code
        self.path = path
        self.place = place
        self.message = message
    }

    var testDescription: String { "\(path): \(message)" }
}

struct SchemaTests {
    private func findings(
        _ text: String,
        _ dialect: ComposeSchema.Dialect = .specification,
        lenient: Bool = false
    ) throws -> [Finding] {
        ComposeSchema.validate(try Reading.tree(text), dialect: dialect, lenient: lenient)
    }

    @Test(arguments: [
        SchemaCase(
            "services: {web: {image: x, enviroment: {}}}",
            .composeUnknownKey,
            "services.web.enviroment",
            "1:28",
            "unknown key \"enviroment\"; did you mean \"environment\"?"
        ),
        SchemaCase(
            "services:\n  web:\n    healthcheck: {test: x, startPeriod: 5s}",
            .composeUnknownKey,
            "services.web.healthcheck.startPeriod",
            "3:28",
            "unknown key \"startPeriod\"; did you mean \"start_period\"?"
        ),
        SchemaCase(
            "services: {web: {replicas: 2}}",
            .composeUnknownKey,
            "services.web.replicas",
            "1:18",
            "unknown key \"replicas\" in a service"
        ),
        SchemaCase(
            "web: {image: x}",
            .composeUnknownKey,
            "web",
            "1:1",
            "unknown key \"web\", which looks like a service"
        ),
        SchemaCase(
            "services: {web: {net: host}}",
            .composeUnknownKey,
            "services.web.net",
            "1:18",
            "the key \"net\" is one of an older version of the format"
        ),
        SchemaCase(
            "services: {web: {ports: 80}}",
            .composeWrongType,
            "services.web.ports",
            "1:25",
            "expected a list, found an integer"
        ),
        SchemaCase(
            "services: {web: {environment: }}",
            .composeWrongType,
            "services.web.environment",
            "1:31",
            "expected a list or a mapping, found null"
        ),
        SchemaCase(
            "services: {web: {image: 5}}",
            .composeWrongType,
            "services.web.image",
            "1:25",
            "expected a string, found an integer"
        ),
        SchemaCase(
            "services: {web: {use_api_socket: yes please}}",
            .composeWrongType,
            "services.web.use_api_socket",
            "1:34",
            "expected a Boolean, found a string"
        ),
        SchemaCase(
            "services: {web: }",
            .composeWrongType,
            "services.web",
            "1:17",
            "expected a mapping, found null"
        ),
        SchemaCase("services: []", .composeWrongType, "services", "1:11", "expected a mapping, found a list"),
        SchemaCase(
            "version: 3",
            .composeWrongType,
            "version",
            "1:10",
            "expected a string, found an integer"
        ),
        SchemaCase(
            "services: {\"my web\": {}}",
            .composeName,
            "services[\"my web\"]",
            "1:12",
            "the name \"my web\" does not consist of letters, digits, \".\", \"_\" and \"-\""
        ),
        SchemaCase(
            "services: {web: {volumes: [{type: disk, target: /a}]}}",
            .composeValue,
            "services.web.volumes[0].type",
            "1:35",
            "expected one of \"bind\", \"volume\", \"tmpfs\", \"cluster\", \"npipe\", \"image\""
        ),
        SchemaCase(
            "services: {web: {volumes: [{target: /a}]}}",
            .composeMissingKey,
            "services.web.volumes[0]",
            "1:28",
            "the key \"type\" is missing"
        ),
        SchemaCase(
            "services: {web: {gpus: most}}",
            .composeValue,
            "services.web.gpus",
            "1:24",
            "expected \"all\""
        ),
        SchemaCase(
            "services: {web: {oom_score_adj: 2000}}",
            .composeValue,
            "services.web.oom_score_adj",
            "1:33",
            "expected a number from -1000 to 1000"
        ),
        SchemaCase(
            "services: {web: {cpu_count: -1}}",
            .composeValue,
            "services.web.cpu_count",
            "1:29",
            "expected 0 or more"
        ),
        SchemaCase(
            "services: {web: {container_name: a}}",
            .composeValue,
            "services.web.container_name",
            "1:34",
            "expected a letter or digit, then letters, digits, \"_\", \".\" or \"-\""
        ),
        SchemaCase(
            "services: {web: {group_add: [a, b, a]}}",
            .composeRepeatedItem,
            "services.web.group_add[2]",
            "1:36",
            "the item repeats item 0"
        ),
        SchemaCase(
            "services: {web: {depends_on: {db: {condition: service_ready}}}}",
            .composeValue,
            "services.web.depends_on.db.condition",
            "1:47",
            """
            expected one of "service_started", "service_healthy", "service_completed_successfully"
            """
        ),
    ])
    func names(_ wrong: SchemaCase) throws {
        let findings = try findings(wrong.text)
        let finding = try #require(findings.first)
        #expect(findings.count == 1)
        #expect(finding.code == wrong.code)
        #expect(finding.severity == .invalid)
        #expect(finding.path == wrong.path)
        #expect(finding.location?.description == "compose.yaml:\(wrong.place)")
        #expect(finding.message == wrong.message)
    }

    @Test(arguments: [
        "x-anything: {a: [1]}", "services: {a: {x-b: {c: d}, build: {x-d: 1}, deploy: {x-e: 1}}}",
        "services: {a: {deploy: , develop: , pid: }}", "volumes: {a: , b: {}}",
        "networks: {a: , b: {external: {name: c}}}",
        "services: {a: {command: , entrypoint: [a]}}", "services: {a: {command: a b}}",
        "services: {a: {ports: [80, \"80:80\", {target: \"80\", published: 90}]}}",
        "services: {a: {depends_on: [b], networks: [c], models: [d], configs: [e], secrets: [{source: f}]}}",
        "services: {a: {environment: [A=1, B], labels: {a: 1, b: true, c: , d: 1.5}}}",
        "services: {a: {env_file: b}}", "services: {a: {env_file: [b, {path: c, required: false}]}}",
        "services: {a: {gpus: all}}", "services: {a: {gpus: [{capabilities: [gpu]}]}}",
        "services: {a: {ulimits: {nproc: 5, nofile: {soft: 1, hard: \"2\"}, \"not a word\": {}}}}",
        "services: {a: {extra_hosts: {b: 1.2.3.4, c: [1.2.3.4, \"::1\"]}}}",
        "services: {a: {extra_hosts: [\"b:1.2.3.4\"]}}",
        "services: {a: {pull_policy: every_12h}}",
        "services: {a: {replicas: 1}, b: {}}\nx-a: 1".replacing("replicas: 1", with: "scale: 1"),
        "services: {a: {cap_add: [A, A], dns: [a, a]}}", "services: {a: {cpus: 0.5, mem_limit: 5, shm_size: 64m}}",
        "services: {a: {tmpfs: /a, dns: 1.1.1.1}}", "services: {a: {storage_opt: {size: {any: thing}}}}",
        "services: {a: {deploy: {replicas: 2.0}}}", "include: [a.yaml, {path: [b, c], project_directory: d}]",
        "version: \"3.8\"\nname: a", "secrets: {a: {external: {name: b, more: c}}}",
        "models: {a: {model: b}, \"not a name\": 5}", "services: {a: {container_name: _ab}}",
    ])
    func accepts(_ text: String) throws {
        #expect(try findings(text).isEmpty)
    }

    @Test func noticesKeysThatTheReferenceForgets() throws {
        let findings = try findings("services: {a: {gpus: [{capabilites: [gpu]}]}}")
        #expect(findings.map(\.severity) == [.notice])
        #expect(findings.first?.message.contains("\"capabilities\"") == true)
    }

    @Test(arguments: [
        "include: [{path: a, x-b: c}]", "services: {a: {extends: {service: b, x-c: d}}}",
        "services: {a: {blkio_config: {x-a: 1}}}", "volumes: {a: {external: {name: b, other: c}}}",
        "services: {a: {extends: {file: b}}}", "services: {a: {healthcheck: }}", "services: {a: {logging: }}",
        "secrets: {a: }", "configs: {a: }", "models: {a: {}}", "services: {a: {deploy: {replicas: 1.5}}}",
        "services: {a: {deploy: {resources: {limits: {memory: 5}}}}}", "services: {a: {pull_policy: sometimes}}",
        "services: {a: {pull_policy: every_h}}", "services: {a: {environment: {\"\": b}}}",
        "services: {a: {post_start: [{user: b}]}}", "services: {a: {labels: {b: [c]}}}",
        "services: {a: {volumes: [{type: volume, bind: {selinux: y}}]}}",
        "services: {a: {ulimits: {nofile: {soft: 1}}}}",
        "just text", "[]", "",
    ])
    func refuses(_ text: String) throws {
        #expect(try findings(text).contains { $0.severity == .invalid })
    }

    @Test func everythingIsReportedInOneGo() throws {
        let findings = try findings(
            """
            services:
              a: {imag: x, ports: 5}
              b: {comand: y}
            volums: {}
            """
        )
        #expect(findings.map { $0.location?.line } == [2, 2, 3, 4])
        #expect(findings.map(\.path) == ["services.a.imag", "services.a.ports", "services.b.comand", "volums"])
        #expect(findings.allSatisfy { $0.remedy != nil || $0.code == .composeWrongType })
        #expect(findings.first?.reference == "Services top-level element")
    }

    @Test func unknownKeysMayBeNotices() throws {
        let findings = try findings("services: {a: {imag: x, ports: 5}}", lenient: true)
        #expect(findings.map(\.severity) == [.notice, .invalid])
    }

    @Test func olderVersionsHaveKeysOfTheirOwn() throws {
        let version1 = "web: {image: x, net: host, volume_driver: a, dockerfile: b, log_driver: c, log_opt: {d: e}}"
        #expect(try findings(version1, .version1).isEmpty)
        #expect(try findings(version1, .version2).count == 1)
        let version2 = "version: \"2\"\nservices: {web: {volume_driver: a}}"
        #expect(try findings(version2, .version2).isEmpty)
        #expect(try findings(version2).map(\.path) == ["services.web.volume_driver"])
        #expect(try findings("web: {imge: x}", .version1).first?.message.contains("\"image\"") == true)
    }
}
