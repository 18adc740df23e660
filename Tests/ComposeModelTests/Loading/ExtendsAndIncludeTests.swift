import ComposeModel
import Diagnostics
import Testing
import YAMLTree

@Suite struct ExtendsAndIncludeTests {
    @Test func extendsInOneFileInAnyOrder() throws {
        let fixture = LoadingFixture(
            """
            services:
              top: {extends: middle, environment: [C=3]}
              middle: {extends: {service: base}, command: [m], environment: {B: 2}}
              base: {image: x, command: [b], environment: [A=1, B=1]}
            """
        )
        #expect(
            try fixture.value("services.top")
                == "{command: [m], environment: {A: \"1\", B: \"2\", C: \"3\"}, image: x, networks: {default: null}}"
        )
    }

    @Test func pathsOfAnExtendedFileBelongToItsFolder() throws {
        let fixture = LoadingFixture(files: [
            "compose.yaml": "services: {a: {extends: {file: lib/one.yaml, service: s}, volumes: [\"./own:/own\"]}}",
            "lib/one.yaml": "services: {s: {extends: {file: deep/two.yaml, service: t}, build: .}}",
            "lib/deep/two.yaml": "services: {t: {image: x, volumes: [\"./data:/data\"], env_file: vars}}",
            "lib/deep/vars": "A=1\n",
        ])
        #expect(try fixture.value("services.a.build.context") == "/app/lib")
        #expect(try fixture.value("services.a.volumes[0].source") == "/app/lib/deep/data")
        #expect(try fixture.value("services.a.volumes[1].source") == "/app/own")
        #expect(try fixture.value("services.a.environment") == "{A: \"1\"}")
    }

    @Test func resetsReachExtendedServices() throws {
        let fixture = LoadingFixture(
            """
            services:
              a: {extends: b, ports: !reset [], environment: !override {C: 1}}
              b: {image: x, ports: ["80:80"], environment: {A: 1}}
            """
        )
        #expect(try fixture.value("services.a") == "{environment: {C: \"1\"}, image: x, networks: {default: null}}")
    }

    @Test func circlesAndGapsAreRefused() {
        let circle = "services:\n  a: {image: x, extends: b}\n  b: {image: x, extends: a}\n"
        #expect(LoadingFixture(circle).faults() == ["2:26 compose.cycle services.a.extends"])
        let gap = "services:\n  a: {image: x, extends: nowhere}\n"
        #expect(LoadingFixture(gap).faults() == ["2:26 compose.extends services.a.extends"])
        let missing = "services:\n  a: {image: x, extends: {file: no.yaml, service: s}}\n"
        #expect(LoadingFixture(missing).faults() == ["2:51 compose.file -"])
        let files = LoadingFixture(files: [
            "compose.yaml": "services: {a: {extends: {file: other.yaml, service: b}}}",
            "other.yaml": "services: {b: {image: x, extends: {file: other.yaml, service: b}}}",
        ])
        #expect(files.faults() == ["1:35 compose.cycle services.b.extends"])
    }

    @Test func includesHaveTheirOwnFolderAndVariables() throws {
        let fixture = LoadingFixture(files: [
            "compose.yaml": """
            include:
              - part/compose.yaml
              - {path: [other/one.yaml, other/two.yaml], project_directory: root, env_file: vars}
            services: {web: {image: "w:${TAG:-none}", depends_on: [db, cache]}}
            """,
            "part/compose.yaml": "services: {db: {image: \"db:$TAG\", volumes: [\"./d:/d\"]}}\nvolumes: {v: {}}",
            "part/.env": "TAG=part\n", "vars": "TAG=vars\n", "root/x": "",
            "other/one.yaml": "services: {cache: {image: \"c:$TAG\", build: ./b}}",
            "other/two.yaml": "services: {cache: {user: u}}",
        ])
        #expect(try fixture.value("services.db.image") == "db:part")
        #expect(try fixture.value("services.db.volumes[0].source") == "/app/part/d")
        #expect(try fixture.value("services.cache.image") == "c:vars")
        #expect(try fixture.value("services.cache.build.context") == "/app/root/b")
        #expect(try fixture.value("services.cache.user") == "u")
        #expect(try fixture.value("services.web.image") == "w:none")
        #expect(try fixture.value("volumes.v.name") == "app_v")
    }

    @Test func ownDefinitionsOverrideIncludedOnes() throws {
        let fixture = LoadingFixture(files: [
            "compose.yaml": "include: [part.yaml]\nservices: {a: {user: u, ports: !reset []}}",
            "part.yaml": "services: {a: {image: x, user: v, ports: [\"80\"]}}",
        ])
        #expect(try fixture.value("services.a") == "{image: x, networks: {default: null}, user: u}")
    }

    @Test func includesInACircleAreRefused() {
        let fixture = LoadingFixture(files: [
            "compose.yaml": "include: [one.yaml]\nservices: {a: {image: x}}",
            "one.yaml": "include: [two.yaml]\n", "two.yaml": "include: [one.yaml]\n",
        ])
        #expect(fixture.faults() == ["1:11 compose.cycle -"])
        let missing = LoadingFixture("include:\n  - nowhere.yaml\nservices: {a: {image: x}}\n")
        #expect(missing.faults() == ["2:5 compose.file -"])
    }
}
