import ComposeModel
import Diagnostics
import Testing
import YAMLTree

@Suite struct CanonicalFormTests {
    static let values: [(String, String, String)] = [
        ("build: .", "build", "{context: /app, dockerfile: Dockerfile}"),
        ("build: {dockerfile_inline: FROM x}", "build", "{context: /app, dockerfile_inline: FROM x}"),
        ("build: {ssh: [default, k=./id]}", "build.ssh", "[default, k: /app/id]"),
        (
            "build: {context: \"https://x/y.git\", args: [A=1, UNSET]}", "build",
            "{args: {A: \"1\"}, context: https://x/y.git, dockerfile: Dockerfile}"
        ),
        (
            "build: {additional_contexts: [a=./b, c=docker-image://d]}", "build.additional_contexts",
            "{a: /app/b, c: docker-image://d}"
        ),
        ("command: echo 'a b' \"c\\\"d\" e\\ f", "command", "[echo, a b, c\"d, e f]"),
        ("command: []", "command", "[]"), ("entrypoint: \"\"", "entrypoint", "[]"),
        ("cpus: \"0.50\"", "cpus", "0.5"), ("mem_limit: 50M", "mem_limit", "\"52428800\""),
        ("shm_size: 64", "shm_size", "\"64\""), ("memswap_limit: -1", "memswap_limit", "\"-1\""),
        ("depends_on: [b]", "depends_on", "{b: {condition: service_started, required: true}}"),
        ("devices: [\"/dev/a:/dev/b\"]", "devices", "[{permissions: rwm, source: /dev/a, target: /dev/b}]"),
        ("dns: 1.1.1.1", "dns", "[1.1.1.1]"), ("expose: [80, \"81-82\"]", "expose", "[\"80\", 81-82]"),
        ("environment: [A=1, B, C=]", "environment", "{A: \"1\", B: null, C: }"),
        (
            "environment: {A: 1, B: true, C: 1.0, D: null, E: 0644}", "environment",
            "{A: \"1\", B: \"true\", C: \"1\", D: null, E: \"420\"}"
        ),
        ("labels: [a, b=c=d]", "labels", "{a: , b: c=d}"),
        ("labels: {a: null, d: 2019-01-01}", "labels", "{a: , d: 2019-01-01 00:00:00 +0000 UTC}"),
        ("extra_hosts: [\"h:1.2.3.4\", \"i=::1\", \"j:[::2]\"]", "extra_hosts", "[h=1.2.3.4, i=::1, j=::2]"),
        ("extra_hosts: {h: [1.1.1.1, 2.2.2.2]}", "extra_hosts", "[h=1.1.1.1, h=2.2.2.2]"),
        (
            "healthcheck: {test: curl x, interval: 90s, timeout: 1500ms}", "healthcheck",
            "{interval: 1m30s, test: [CMD-SHELL, curl x], timeout: 1.5s}"
        ),
        ("stop_grace_period: 1h", "stop_grace_period", "1h0m0s"),
        ("ulimits: {n: 5, m: {soft: 1, hard: 2}}", "ulimits", "{m: {hard: 2, soft: 1}, n: 5}"),
        ("ports: [8080]", "ports", "[{mode: ingress, protocol: tcp, target: 8080}]"),
        (
            "ports: [\"127.0.0.1:53:53/UDP\"]", "ports",
            "[{host_ip: 127.0.0.1, mode: ingress, protocol: udp, published: \"53\", target: 53}]"
        ),
        (
            "ports: [\"8000-8001:80-81\"]", "ports",
            "[{mode: ingress, protocol: tcp, published: \"8000\", target: 80}, {mode: ingress, protocol: tcp, published: \"8001\", target: 81}]"
        ),
        ("ports: [\"8000-8001:80\"]", "ports", "[{mode: ingress, protocol: tcp, published: 8000-8001, target: 80}]"),
        (
            "ports: [{target: 80, published: 8080}]", "ports",
            "[{mode: ingress, protocol: tcp, published: \"8080\", target: 80}]"
        ),
        (
            "volumes: [\"./d:/x/:ro,z\"]", "volumes",
            "[{bind: {selinux: z}, read_only: true, source: /app/d, target: /x, type: bind}]"
        ),
        (
            "volumes: [\"vv:/x:nocopy\", /yy]", "volumes",
            "[{source: vv, target: /x, type: volume, volume: {nocopy: true}}, {target: /yy, type: volume, volume: {}}]"
        ),
        ("volumes: [\"C:\\\\a:/x\"]", "volumes", "[{bind: {}, source: C:\\a, target: /x, type: bind}]"),
        ("volumes: [\"~/d:/x\"]", "volumes", "[{bind: {}, source: /home/me/d, target: /x, type: bind}]"),
        ("secrets: [s]", "secrets", "[{source: s, target: /run/secrets/s}]"),
        ("configs: [{source: c, mode: 0440}]", "configs", "[{mode: \"0440\", source: c}]"),
        ("gpus: all", "gpus", "[{count: -1}]"), ("pull_policy: if_not_present", "pull_policy", "missing"),
        ("privileged: false", "privileged", "-"), ("init: false", "init", "false"), ("hostname: \"\"", "hostname", "-"),
        ("x-note: {a: [1, \"$$\"]}", "x-note", "{a: [1, $]}"),
        ("links: [\"b:alias\"]", "depends_on", "{b: {condition: service_started, required: true, restart: true}}"),
        ("volumes_from: [b]", "depends_on", "{b: {condition: service_started, required: true, restart: false}}"),
        ("network_mode: \"service:b\"", "networks", "-"),
        ("networks: {default: {aliases: [z]}}", "networks", "{default: {aliases: [z]}}"),
        (
            "deploy: {resources: {limits: {cpus: \"0.25\", memory: 1g}}}", "deploy.resources.limits",
            "{cpus: 0.25, memory: \"1073741824\"}"
        ),
        ("tmpfs: /t", "tmpfs", "[/t]"), ("logging: {options: {max-file: 3}}", "logging.options", "{max-file: \"3\"}"),
    ]

    @Test(arguments: values)
    func brings(_ line: String, _ path: String, _ expected: String) throws {
        let text = """
            services:
              a:
                image: x
                \(line)
              b: {image: y}
            volumes: {vv: {}}
            secrets: {s: {file: ./s}}
            configs: {c: {file: ./c}}
            """
        let fixture = LoadingFixture(text, environment: ["HOME": "/home/me"])
        let place = try #require(NodePath("services.a." + path))
        // An unset restart is the same as false, and stands only where it says something.
        let wanted = expected.replacing(", restart: false", with: "")
        #expect(try fixture.value(place) == wanted)
    }

    @Test func namesResources() throws {
        let fixture = LoadingFixture(
            """
            services: {a: {image: x, networks: [n, default]}}
            networks: {n: null, e: {external: true}, o: {external: {name: old}}}
            volumes: {v: {}, w: {name: W}}
            """
        )
        #expect(
            try fixture.value("networks")
                == "{default: {name: app_default}, e: {external: true, name: e}, n: {name: app_n}, o: {external: true, name: old}}"
        )
        #expect(try fixture.value("volumes") == "{v: {name: app_v}, w: {name: W}}")
        #expect(try fixture.value("name") == "app")
    }

    @Test func nodesOfShortFormsHaveThePlaceOfTheShortForm() throws {
        let tree = try LoadingFixture("services:\n  a:\n    image: x\n    ports:\n      - \"80:80\"\n").load().value
        for path in ["services.a.ports[0]", "services.a.ports[0].target", "services.a.ports[0].mode"] {
            let place = try #require(NodePath(path))
            let location = try #require(tree[place]?.location)
            #expect((location.line, location.column) == (5, 9))
        }
    }

    @Test(arguments: [
        ("ports: [\"a:b\"]", "compose.syntax"), ("ports: [\"70000\"]", "compose.syntax"),
        ("ports: [\"1-2:3-5\"]", "compose.syntax"), ("ports: [\"80/xyz\"]", "compose.syntax"),
        ("ports: [\"::1:80:80\"]", "compose.syntax"), ("volumes: [\"aa:/b:cc:dd\"]", "compose.syntax"),
        ("volumes: [\"/x:\"]", "compose.syntax"), ("devices: [\"a:b:c:d\"]", "compose.syntax"),
        ("command: \"echo 'x\"", "compose.syntax"), ("mem_limit: 5q", "compose.syntax"),
        ("stop_grace_period: \"5\"", "compose.syntax"), ("build: {ssh: [id]}", "compose.syntax"),
        ("volumes: [{type: bind, target: /x}]", "compose.missing"), ("env_file: absent", "compose.env-file"),
    ])
    func refuses(_ line: String, _ code: String) {
        let fixture = LoadingFixture("services:\n  a:\n    image: x\n    \(line)\n")
        let faults = fixture.faults()
        #expect(faults.count == 1)
        #expect(faults.first?.contains(" \(code) ") == true)
        #expect(faults.first?.hasPrefix("4:") == true)
    }
}
