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
        "a:\n  image: x\n  nonsense: 1\n", "version: 2\nservices: {a: {image: x}}\n",
    ])
    func refuses(_ text: String) {
        #expect(LoadingFixture(text).faults().isEmpty == false)
    }

    @Test func emptyMountsOfVersion1SayNothing() throws {
        let fixture = LoadingFixture("a:\n  image: x\n  volumes: [\"$UNSET\", \"$UNSET:/data\"]\n")
        #expect(try fixture.value("services.a.volumes") == "[{target: /data, type: volume, volume: {}}]")
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
