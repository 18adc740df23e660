import ComposeModel
import Diagnostics
import Testing
import YAMLTree

@Suite struct LegacyVersionTests {
    @Test func version1ReadsAsToday() throws {
        let fixture = LoadingFixture(files: [
            "compose.yaml": """
            web:
              build: src
              dockerfile: Other
              net: "container:db"
              log_driver: syslog
              log_opt: {tag: t}
              volumes: ["data:/data"]
              volume_driver: special
              volumes_from: [db, outside]
              links: ["db:database"]
            db:
              image: db
              net: host
            """,
            "src/Other": "FROM x",
        ])
        let report = try fixture.load().report
        #expect(report.findings.allSatisfy { $0.code == .composeLegacy && $0.severity == .notice })
        #expect(report.findings.contains { $0.message.contains("version 1") })
        #expect(try fixture.value("services.web.build") == "{context: /app/src, dockerfile: Other}")
        #expect(try fixture.value("services.web.network_mode") == "service:db")
        #expect(try fixture.value("services.web.logging") == "{driver: syslog, options: {tag: t}}")
        #expect(try fixture.value("services.web.volumes_from") == "[db, container:outside]")
        #expect(try fixture.value("services.db.network_mode") == "host")
        #expect(try fixture.value("volumes") == "{data: {driver: special, name: app_data}}")
        #expect(try fixture.value("services.web.links") == "[db:database]")
    }

    @Test(arguments: [
        "a:\n  image: x\n  build: .\n", "a:\n  image: x\n  uts: host\n", "a:\n  image: x\n  environment: {A: true}\n",
        "a:\n  image: x\n  ports: [\":80\"]\n", "a:\n  image: x\n  expose: [\"\"]\n", "a:\n  build: ./absent\n",
        "a:\n  image: x\n  volumes: [\"/x\", \"./y:/x\"]\n",
        "a:\n  image: x\n  extends: b\nb:\n  image: x\n  links: [a]\n",
        "a:\n  image: x\n  nonsense: 1\n", "a:\n  image: x\n  x-team: b\n", "a:\n  image: \"${T:-x}\"\n",
        "a:\n  image: x$\n", "a:\n  image: x\n  environment: {A: yes}\n", "a:\n  image: x\n  labels: [b, b]\n",
        "a:\n  image: x\n  restart: a:b\n", "a:\n  image: x\n  memswap_limit: 1g\n", "A:\n  build: .\n",
        "a:\n  image: x\n  volumes: [\"/x:/y:z:w\"]\n", "a:\n  image: x\n  volumes_from: [\"a:b:c\"]\n",
        "a:\n  image: x\n  build: {context: .}\n", "version: 2\nservices: {a: {image: x}}\n",
    ])
    func refuses(_ text: String) {
        #expect(LoadingFixture(text).faults().isEmpty == false)
    }

    @Test func emptyMountsOfVersion1SayNothing() throws {
        let fixture = LoadingFixture("a:\n  image: x\n  volumes: [\"$UNSET\", \"$UNSET:/data\"]\n")
        #expect(try fixture.value("services.a.volumes") == "[{target: /data, type: volume, volume: {}}]")
    }

    @Test func scalarsOfVersion1AreThoseOfYAML11() throws {
        let fixture = LoadingFixture(
            """
            a:
              image: x
              environment: {E: 1e3, S: 1:30, N: 0777}
              labels: {b: yes, c: 1}
              tty: on
              cpu_shares: "$UNSET"
              mem_limit: "$UNSET"
            """
        )
        #expect(try fixture.value("services.a.environment") == #"{E: "1e3", N: "511", S: "90"}"#)
        #expect(try fixture.value("services.a.labels") == #"{b: "true", c: "1"}"#)
        #expect(try fixture.value("services.a.tty") == "true")
        #expect(try fixture.value("services.a.cpu_shares") == "-")
        #expect(try fixture.value("services.a.mem_limit") == "-")
    }

    @Test func theLastOfRepeatedKeysCountsInFilesWithAVersion() throws {
        let fixture = LoadingFixture("version: \"2\"\nservices:\n  a:\n    image: x\n    user: b\n    image: y\n")
        #expect(try fixture.value("services.a") == "{image: y, networks: {default: null}, user: b}")
        let notices = try fixture.load().report.findings.filter { $0.code == .yamlDuplicateKey }
        #expect(notices.map(\.severity) == [.notice])
        #expect(notices.first?.location?.line == 6)
        #expect(LoadingFixture("services:\n  a:\n    image: x\n    image: y\n").faults().count == 1)
    }

    @Test func textsThatVariablesLeaveEmptyAreNoticed() throws {
        let fixture = LoadingFixture(
            "services:\n  a: {image: $U, container_name: $U, volumes: [\"$U:/data\"]}\n  b: {image: $U, build: .}\n"
        )
        #expect(try fixture.value("services.a.image") == "")
        #expect(try fixture.value("services.a.container_name") == "-")
        #expect(try fixture.value("services.a.volumes") == "[{target: /data, type: volume, volume: {}}]")
        let notices = try fixture.load().report.findings.filter { $0.code == .composeEmptyText }
        #expect(notices.map(\.path) == ["services.a.container_name", "services.a.volumes", "services.a.image"])
        #expect(LoadingFixture("services:\n  a: {command: x}\n").faults().count == 1)
    }

    @Test func anImageReplacesTheBuildOfTheExtendedService() throws {
        let fixture = LoadingFixture(files: [
            "compose.yaml": "a:\n  extends: {file: base.yaml, service: b}\n  image: x\n",
            "base.yaml": "b:\n  build: .\n",
        ])
        #expect(try fixture.value("services.a") == "{image: x, networks: {default: null}}")
    }

    @Test func version2KeepsDriversAndNetworks() throws {
        let fixture = LoadingFixture(
            """
            version: "2.1"
            services:
              a: {image: x, volume_driver: d, volumes: ["vv:/v"], networks: [n], init: /usr/bin/tini}
            volumes: {vv: {}}
            """
        )
        #expect(try fixture.value("volumes") == "{vv: {driver: d, name: app_vv}}")
        #expect(try fixture.value("networks") == "{n: {name: app_n}}")
        #expect(try fixture.value("services.a.init") == "true")
    }

    @Test func filesWithoutServicesAreNotOfVersion1() throws {
        #expect(try LoadingFixture("volumes: {v: {}}\n").value("volumes") == "{v: {name: app_v}}")
        #expect(LoadingFixture("- a\n").faults() == ["1:1 compose.shape -"])
    }
}
