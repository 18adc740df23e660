import ComposeModel
import Diagnostics
import Testing
import YAMLTree

@Suite struct MergeTests {
    static let cases: [(String, String, String, String)] = [
        ("hostname: a", "hostname: b", "hostname", "b"), ("hostname: a", "user: u", "hostname", "a"),
        ("command: [a]", "command: [b, c]", "command", "[b, c]"), ("command: [a]", "command: null", "command", "-"),
        ("environment: {A: 1, B: 1}", "environment: [B=2, C=2]", "environment", "{A: \"1\", B: \"2\", C: \"2\"}"),
        ("environment: {A: 1}", "environment: null", "environment", "-"),
        (
            "ports: [\"80:80\"]", "ports: [\"80:80\", \"81:81\"]", "ports",
            "[{mode: ingress, protocol: tcp, published: \"80\", target: 80}, {mode: ingress, protocol: tcp, published: \"81\", target: 81}]"
        ),
        (
            "volumes: [\"./a:/x\", \"./b:/y\"]", "volumes: [\"./c:/x\"]", "volumes",
            "[{bind: {}, source: /app/c, target: /x, type: bind}, {bind: {}, source: /app/b, target: /y, type: bind}]"
        ),
        ("dns: 1.1.1.1", "dns: [2.2.2.2, 1.1.1.1]", "dns", "[1.1.1.1, 2.2.2.2]"),
        (
            "depends_on: [b]", "depends_on: {c: {condition: service_healthy}}", "depends_on",
            "{b: {condition: service_started, required: true}, c: {condition: service_healthy, required: true}}"
        ),
        ("networks: [n]", "networks: {n: {aliases: [x]}}", "networks", "{n: {aliases: [x]}}"),
        ("build: ./a", "build: {target: t}", "build", "{context: /app/a, dockerfile: Dockerfile, target: t}"),
        (
            "healthcheck: {test: [CMD, a], retries: 1}", "healthcheck: {test: [CMD, b]}", "healthcheck",
            "{retries: 1, test: [CMD, b]}"
        ),
        (
            "logging: {driver: json-file, options: {a: b}}", "logging: {driver: syslog, options: {c: d}}", "logging",
            "{driver: syslog, options: {c: d}}"
        ),
        (
            "logging: {driver: syslog, options: {a: b}}", "logging: {options: {c: d}}", "logging",
            "{driver: syslog, options: {a: b, c: d}}"
        ),
        (
            "extra_hosts: [\"h=1.1.1.1\"]", "extra_hosts: [\"h=1.1.1.1\", \"i=2.2.2.2\"]", "extra_hosts",
            "[h=1.1.1.1, i=2.2.2.2]"
        ),
        ("ulimits: {n: 1}", "ulimits: {n: {soft: 1, hard: 2}}", "ulimits", "{n: {hard: 2, soft: 1}}"),
        ("cap_add: [A]", "cap_add: [A, B]", "cap_add", "[A, B]"), ("tmpfs: /a", "tmpfs: [/b]", "tmpfs", "[/a, /b]"),
        (
            "secrets: [s]", "secrets: [{source: s, target: t}]", "secrets",
            "[{source: s, target: /run/secrets/s}, {source: s, target: t}]"
        ),
        ("labels: {a: 1}", "labels: !reset null", "labels", "-"),
        ("labels: {a: 1}", "labels: !override {b: 2}", "labels", "{b: \"2\"}"),
        (
            "ports: [\"80:80\"]", "ports: !override [\"81:81\"]", "ports",
            "[{mode: ingress, protocol: tcp, published: \"81\", target: 81}]"
        ),
        (
            "healthcheck: {test: [CMD, a], retries: 1}", "healthcheck: {retries: !reset null}", "healthcheck",
            "{test: [CMD, a]}"
        ),
        ("deploy: {replicas: 1}", "deploy: {labels: [a=b]}", "deploy", "{labels: {a: b}, replicas: 1}"),
    ]

    private static func file(_ line: String) -> String {
        """
        services:
          a:
            image: x
            \(line)
          b: {image: y}
          c: {image: z}
        networks: {n: {}}
        secrets: {s: {file: ./s}}
        """
    }

    @Test(arguments: cases)
    func merges(_ base: String, _ later: String, _ path: String, _ expected: String) throws {
        let fixture = LoadingFixture(files: ["one.yaml": Self.file(base), "two.yaml": Self.file(later)])
        let place = try #require(NodePath("services.a." + path))
        let wanted = expected == "-" && path == "environment" ? "{A: \"1\"}" : expected
        #expect(try fixture.value(place, "one.yaml", "two.yaml") == wanted)
    }

    @Test func documentsOfOneFileMergeToo() throws {
        let fixture = LoadingFixture("services: {a: {image: x}}\n---\nservices: {a: {user: u}}\n")
        #expect(try fixture.value("services.a") == "{image: x, networks: {default: null}, user: u}")
    }

    @Test func shapesThatDifferAreRefused() {
        let fixture = LoadingFixture(files: [
            "one.yaml": "services:\n  a:\n    image: x\n    ports: [\"80\"]\n",
            "two.yaml": "services:\n  a:\n    ports: {a: b}\n",
        ])
        #expect(fixture.faults("one.yaml", "two.yaml").contains { $0.hasPrefix("3:12 ") })
    }

    @Test func mergingNothingChangesNothing() throws {
        let text = Self.file("environment: [A=1]")
        let fixture = LoadingFixture(files: ["one.yaml": text, "two.yaml": "services: {}\n"])
        let alone = try fixture.load("one.yaml").value
        #expect(try fixture.load("one.yaml", "two.yaml").value == alone)
    }
}
