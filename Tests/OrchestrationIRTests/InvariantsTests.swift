import Diagnostics
import OrchestrationIR
import Testing

@Suite struct InvariantsTests {
    private static func workload(_ name: String, _ change: (inout Workload) -> Void = { _ in }) -> Workload {
        var workload = Workload(name: name, containers: [Container(name: "main", image: "app")])
        change(&workload)
        return workload
    }

    @Test func aSoundApplicationHasNoViolations() {
        let application = Application(
            name: "shop",
            workloads: [
                Self.workload("web") { $0.dependencies = [Dependency(workload: "db", condition: .healthy)] },
                Self.workload("db") {
                    $0.instanceVolumes = [Volume(name: "own")]
                    $0.containers[0].mounts = [
                        ContainerMount(.volume("own"), at: "/own"), ContainerMount(.volume("rows"), at: "/rows"),
                        ContainerMount(.node(path: "/etc"), at: "/host"),
                    ]
                    $0.containers[0].ports = [ContainerPort(1), ContainerPort(65535)]
                },
            ],
            endpoints: [Endpoint(name: "web", workloads: ["web"], ports: [EndpointPort(80, target: .name("http"))])],
            volumes: [Volume(name: "rows")],
            assets: [Asset(name: "same", confidentiality: .plain), Asset(name: "same", confidentiality: .secret)],
            networks: [Network(name: "web")]
        )
        #expect(application.violations() == [])
        #expect(Application().violations() == [])
    }

    static let violations: [(name: String, application: Application, codes: [FindingCode])] = [
        (
            "workloads", Application(workloads: [workload("a"), workload("a"), workload("a")]),
            [.duplicateName, .duplicateName]
        ),
        (
            "endpoints",
            Application(endpoints: [Endpoint(name: "a", workloads: []), Endpoint(name: "a", workloads: [])]),
            [.duplicateName]
        ),
        ("volumes", Application(volumes: [Volume(name: "a"), Volume(name: "a")]), [.duplicateName]),
        ("networks", Application(networks: [Network(name: "a"), Network(name: "a")]), [.duplicateName]),
        (
            "assets",
            Application(assets: [Asset(name: "a", confidentiality: .plain), Asset(name: "a", confidentiality: .plain)]),
            [.duplicateName]
        ),
        ("empty", Application(workloads: [Workload(name: "a")]), [.emptyWorkload]),
        (
            "dependency",
            Application(
                workloads: [workload("a") { $0.dependencies = [Dependency(workload: "b", condition: .started)] }]
            ),
            [.danglingReference]
        ),
        (
            "mount",
            Application(
                workloads: [workload("a") { $0.containers[0].mounts = [ContainerMount(.volume("v"), at: "/v")] }]
            ),
            [.danglingReference]
        ),
        (
            "mount of another's volume",
            Application(
                workloads: [
                    workload("a") { $0.instanceVolumes = [Volume(name: "v")] },
                    workload("b") {
                        $0.initContainers = [Container(name: "i", mounts: [ContainerMount(.volume("v"), at: "/v")])]
                    },
                ]
            ),
            [.danglingReference]
        ),
        (
            "endpoint", Application(endpoints: [Endpoint(name: "e", workloads: ["a", "b"])]),
            [.danglingReference, .danglingReference]
        ),
        (
            "ports",
            Application(
                workloads: [workload("a") { $0.containers[0].ports = [ContainerPort(0), ContainerPort(65536)] }],
                endpoints: [Endpoint(name: "e", workloads: ["a"], ports: [EndpointPort(-1, target: .number(1))])]
            ),
            [.portOutOfRange, .portOutOfRange, .portOutOfRange]
        ),
    ]

    @Test(arguments: violations.indices) func eachViolationIsFound(_ index: Int) {
        let (name, application, codes) = Self.violations[index]
        let findings = application.violations()
        #expect(findings.map(\.code) == codes, "\(name)")
        #expect(findings.allSatisfy { $0.severity == .invalid })
    }

    @Test func violationsHaveThePlacesOfTheirParts() throws {
        var application = Application()
        let location = SourceLocation(file: "a.yaml", line: 3, column: 5)
        let origin = application.origins.add(location, path: "services.web")
        application.workloads = [Workload(name: "web", origin: origin)]
        let finding = try #require(application.violations().first)
        #expect(finding.location == location && finding.path == "services.web")
    }
}
