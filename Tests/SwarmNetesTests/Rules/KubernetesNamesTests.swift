import Diagnostics
import OrchestrationIR
@testable import SwarmNetes
import Testing

@Suite struct KubernetesNamesTests {
    private static func application(_ names: [String]) -> Application {
        var application = Application()
        for (line, name) in names.enumerated() {
            let location = SourceLocation(file: "compose.yaml", line: line + 1, column: 3)
            let origin = application.origins.add(location, path: "services.\(name)")
            application.workloads.append(Workload(name: name, containers: [Container(name: name)], origin: origin))
        }
        return application
    }

    @Test(arguments: [["a_b", "a-b"], ["Web", "web"], ["a.b", "a-b"], ["a__b", "a_b"]])
    func differentNamesThatBecomeOne(_ names: [String]) throws {
        let collisions = KubernetesNames(Self.application(names)).collisions
        let finding = try #require(collisions.first)
        #expect(collisions.count == 1)
        #expect(finding.code == .nameCollision && finding.severity == .invalid)
        #expect(finding.location?.line == 2 && finding.path == "services.\(names[1])")
        #expect(names.allSatisfy { finding.message.contains($0) })
    }

    @Test func theWriterRefusesCollisions() throws {
        let error = #expect(throws: InvalidInput.self) {
            try KubernetesApplicationWriter().write(Self.application(["a_b", "a-b", "A_B"]))
        }
        #expect(error?.report.findings.count { $0.code == .nameCollision } == 2)
    }

    @Test func partsOfDifferentKindsMayShareAName() {
        var application = Self.application(["data"])
        application.volumes = [Volume(name: "data")]
        application.assets = [
            Asset(name: "data", confidentiality: .plain), Asset(name: "data", confidentiality: .secret),
        ]
        let names = KubernetesNames(application)
        #expect(names.collisions.isEmpty && names.changes.isEmpty)
    }

    @Test func changedNamesAreReported() {
        let names = KubernetesNames(Self.application(["web_server", "db"]))
        #expect(names.workload("web_server") == "web-server")
        #expect(names.changes.map(\.code) == [.nameChanged])
        #expect(names.changes.first?.location?.line == 1)
    }
}
