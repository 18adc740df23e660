import ComposeModel
import Diagnostics
import OrderedCollections
import Testing
import YAMLTree

@Suite struct ProjectRuleTests {
    @Test func namesComeFromOptionVariableKeyOrFolder() throws {
        let text = "name: \"My ${X:-App}!\"\nservices: {a: {image: \"x:$COMPOSE_PROJECT_NAME\"}}\n"
        var fixture = LoadingFixture(text)
        #expect(try fixture.value("name") == "myapp")
        #expect(try fixture.value("services.a.image") == "x:myapp")
        fixture.options.environment["COMPOSE_PROJECT_NAME"] = "var"
        #expect(try fixture.value("name") == "var")
        fixture.options.projectName = "opt"
        #expect(try fixture.value("name") == "opt")
        fixture.options.projectName = "Opt"
        #expect(fixture.faults() == ["- compose.project-name -"])
        #expect(try LoadingFixture("services: {a: {image: x}}").value("name") == "app")
    }

    @Test func profilesEnableServices() throws {
        let text = """
            services:
              a: {image: x}
              b: {image: x, profiles: [p]}
              c: {image: x, profiles: [q, r], depends_on: {b: {condition: service_started, required: false}}}
            """
        func names(_ change: (inout ComposeLoader.Options) -> Void) throws -> [String] {
            var fixture = LoadingFixture(text)
            change(&fixture.options)
            return try fixture.load().value["services"]?.mapping?.names ?? []
        }
        #expect(try names { _ in } == ["a"])
        #expect(try names { $0.profiles = ["p"] } == ["a", "b"])
        #expect(try names { $0.profiles = ["*"] } == ["a", "b", "c"])
        #expect(try names { $0.environment["COMPOSE_PROFILES"] = "r, p" } == ["a", "b", "c"])
        #expect(try names { $0.services = ["c"] } == ["c"])
    }

    @Test func selectionKeepsDependenciesAndDropsWhatIsUnused() throws {
        var fixture = LoadingFixture(
            """
            services:
              a: {image: x, depends_on: [b], volumes: ["vv:/v"]}
              b: {image: x}
              c: {image: x, volumes: ["ww:/w"]}
            volumes: {vv: {}, ww: {}}
            """
        )
        fixture.options.services = ["a"]
        fixture.options.removesUnusedResources = true
        let tree = try fixture.load().value
        #expect(tree["services"]?.mapping?.names == ["a", "b"])
        #expect(tree["volumes"]?.mapping?.names == ["vv"])
        fixture.options.services = ["nobody"]
        #expect(fixture.faults() == ["- compose.undefined -"])
    }

    @Test func filesAreFoundByTheirUsualNames() throws {
        let files = [
            "/home/p/docker-compose.yml": "services: {a: {image: x}}",
            "/home/p/compose.override.yml": "services: {a: {user: u}}", "/home/p/sub/x": "",
        ]
        let options = ComposeLoader.Options(workingDirectory: "/home/p/sub")
        let tree = try ComposeLoader(options: options).canonicalTree(from: InMemoryFileSource(files)).value
        #expect(tree["services"]?["a"]?["user"]?.text == "u")
        #expect(tree["name"]?.text == "p")
        let error = #expect(throws: (any Error).self) {
            try ComposeLoader().canonicalTree(from: InMemoryFileSource([:]))
        }
        #expect("\(try #require(error))".contains("compose.no-file"))
    }

    @Test func confinedSourcesDoNotLookOutside() throws {
        let files = [
            "/app/compose.yaml": "services: {a: {image: x, env_file: [../secret, {path: /etc/x, required: false}]}}",
            "/secret": "A=1", "/etc/x": "B=1",
        ]
        let source = ConfinedFileSource(InMemoryFileSource(files), root: "/app")
        let options = ComposeLoader.Options(workingDirectory: "/app")
        let error = #expect(throws: (any Error).self) {
            try ComposeLoader(options: options).canonicalTree(["compose.yaml"], from: source)
        }
        let text = "\(try #require(error))"
        #expect(text.contains("outside /app"))
        #expect(!text.contains("/etc/x"))
    }

    @Test func pathsStayRelativeWhenAsked() throws {
        var fixture = LoadingFixture("services: {a: {build: ., volumes: [\"./x:/x\"]}}")
        fixture.options.resolvesPaths = false
        #expect(try fixture.value("services.a.build.context") == ".")
        #expect(try fixture.value("services.a.volumes[0].source") == "./x")
    }

    @Test func projectsAreTyped() throws {
        let project = try ComposeLoader(options: .init(workingDirectory: "/app"))
            .load(
                ["c.yaml"],
                from: InMemoryFileSource(["/app/c.yaml": "services: {a: {image: x, ports: [\"80:80\"]}}"])
            )
            .value
        #expect(project.services["a"]?.image == "x")
        #expect(project.services["a"]?.ports.first?.target == 80)
    }
}
