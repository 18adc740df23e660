import ComposeModel
import Diagnostics
import OrderedCollections
import Testing
import YAMLTree

struct ComposeProjectTests {
    @Test func aProjectMadeByAProgramIsWritten() {
        var web = Service(image: "example/web", environment: ["A": "1", "B": nil])
        web.ports = [PortMapping(target: 80, published: "8080")]
        web.healthcheck = HealthCheck(test: ["CMD", "true"], interval: .seconds(90))
        web.networks = ["front": nil, "back": ServiceNetwork(aliases: ["www"])]
        let project = ComposeProject(name: "shop", services: ["web": web], networks: ["front": Network()])
        let expected: Node = [
            "name": "shop",
            "services": [
                "web": [
                    "image": "example/web",
                    "environment": ["A": "1", "B": .null()],
                    "healthcheck": ["test": ["CMD", "true"], "interval": "1m30s"],
                    "ports": [["target": 80, "published": "8080"]],
                    "networks": ["front": .null(), "back": ["aliases": ["www"]]],
                ]
            ],
            "networks": ["front": [:]],
        ]
        #expect(project.makeNode() == expected)
    }

    @Test func changesKeepTheRest() throws {
        var project = try Reading.project(
            """
            services:
              web:
                x-note: stays
                image: "a"
                environment: {Z: '1', A: '2'}
                command: null
            """
        )
        project.services["web"]?.image = "b"
        project.services["web"]?.environment["A"] = "3"
        project.services["web"]?.user = "root"
        let web = project.makeNode()["services"]?["web"]
        #expect(web?.mapping?.names == ["x-note", "image", "environment", "command", "user"])
        #expect(web?["environment"] == ["Z": "1", "A": "3"])
        #expect(web?["image"] == "b")
    }

    @Test func allProblemsAreReportedAtOnce() throws {
        let problems = try Reading.problems(
            """
            services:
              a:
                image: [x]
                ports: [{target: http}]
                healthcheck: {interval: soon}
                environment: [A=1]
              b: text
            networks: []
            """
        )
        #expect(
            Set(problems.map(\.path)) == [
                "services.a.image", "services.a.ports[0].target", "services.a.healthcheck.interval",
                "services.a.environment", "services.b", "networks",
            ]
        )
        #expect(problems.allSatisfy { $0.severity == .invalid && $0.location != nil })
        #expect(problems.contains { $0.code == .malformedValue && $0.remedy == "Write it like 1m30s." })
    }

    @Test(arguments: [
        ("services.web", "compose.yaml:2:3"), ("services.web.ports[1].target", "compose.yaml:6:9"),
        ("services.web.ports[0]", "compose.yaml:5:9"), ("services.web.environment.A", "compose.yaml:7:19"),
        ("services.web.user", "compose.yaml:2:3"), ("volumes", "compose.yaml:1:1"),
    ])
    func valuesHavePlaces(_ path: String, _ place: String) throws {
        let project = try Reading.project(
            """
            services:
              web:
                image: x
                ports:
                  - {target: 80}
                  - target: 81
                environment: {A: b}
            """
        )
        let path = try #require(NodePath(path))
        #expect(project.location(of: path)?.description == place)
    }

    @Test func madeValuesHaveNoPlaces() {
        #expect(ComposeProject(services: ["a": Service()]).location(of: "services.a") == nil)
    }

    @Test func equalityIgnoresPlacesAndOrderOfKeys() throws {
        let one = try Reading.project("services: {a: {image: x, user: y}}")
        let other = try Reading.project("\n\nservices:\n  a:\n    user: y\n    image: 'x'\n")
        #expect(one == other)
        #expect(one != (try Reading.project("services: {a: {image: x, user: y, x-a: 1}}")))
    }
}
