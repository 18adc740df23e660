import ComposeModel
import Diagnostics
import Testing
import YAMLTree

struct ComposeWriterTests {
    @Test func dollarsOfValuesAreDoubled() {
        let tree: Node = ["$key": ["a $b", "$$", ["c": "${D}"]], "plain": 5]
        #expect(ComposeWriter.escaped(tree) == ["$key": ["a $$b", "$$$$", ["c": "$${D}"]], "plain": 5])
    }

    @Test func stylesAndPlacesStay() throws {
        let tree = try Reading.tree("a: '$b'\nc: |\n  $d\n")
        let escaped = ComposeWriter.escaped(tree)
        #expect(escaped["a"]?.scalar?.style == .singleQuoted)
        #expect(escaped["a"]?.location == tree["a"]?.location)
        #expect(escaped["c"]?.text == "$$d\n")
    }

    @Test func theCurrentFormIsTheCanonicalTree() throws {
        let project = try Reading.project("name: a\nservices:\n  web:\n    image: b\n    command: [echo, $HOME]\n")
        let written = ComposeWriter().text(project)
        #expect(written.report.isEmpty)
        #expect(
            written.value == """
                name: a
                services:
                  web:
                    image: b
                    command:
                      - echo
                      - $$HOME

                """
        )
    }

    @Test func whatIsWrittenLoadsAsTheSame() throws {
        let project = try Reading.project(
            """
            name: shop
            services:
              web:
                image: x
                command: [sh, -c, 'echo $${A} $B $$']
                environment: {A: $, B: null, C: 'no'}
                networks: {default: null}
                ports: [{mode: ingress, target: 80, published: "8080", protocol: tcp}]
                x-own: [$]
            networks:
              default: {name: shop_default}
            """
        )
        let text = ComposeWriter().text(project).value
        let source = InMemoryFileSource(["/compose.yaml": text])
        let loaded = try ComposeLoader().load(["compose.yaml"], from: source).value
        #expect(loaded == project)
    }
}

struct ReadableFormsTests {
    @Test func absentServicesOfOptionalDependenciesAreOnesThatNothingEnables() throws {
        let project = try Reading.project(
            """
            services:
              a:
                depends_on:
                  gone: {condition: service_started, required: false}
                  b: {condition: service_started, required: false}
              b: {image: x}
            """
        )
        let written = ComposeWriter().write(project)
        #expect(written.value["services"]?["a"]?["depends_on"]?.mapping?.names == ["gone", "b"])
        #expect(written.value["services"]?["gone"] == ["image": "scratch", "profiles": ["absent"]])
        #expect(written.report.findings.map(\.path) == ["services.a.depends_on.gone"])
        #expect(written.report.worst == .notice)

        let stack = ComposeWriter(options: .init(flavour: .stack(.v3_8))).write(project)
        #expect(stack.value["services"]?.mapping?.names == ["a", "b"])
    }

    @Test func keysOfBuildsAreShort() throws {
        let project = try Reading.project(
            "services: {a: {build: {context: /a, ssh: [default, 'deploy: keys/deploy']}}}"
        )
        let written = ComposeWriter().write(project)
        #expect(written.value["services"]?["a"]?["build"]?["ssh"] == ["default", "deploy=keys/deploy"])
    }
}
