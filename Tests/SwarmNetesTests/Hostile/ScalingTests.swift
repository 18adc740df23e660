import ComposeModel
import Diagnostics
import KubeModel
import OrderedCollections
import SwarmNetes
import Testing
import YAMLTree

/// Large projects take a time that grows with their size; a quadratic pass would take minutes.
@Suite struct ScalingTests {
    private static let count = 2000

    @Test(.timeLimit(.minutes(1))) func manyServices() throws {
        var project = ComposeProject(name: "large")
        for index in 0..<Self.count {
            var service = Service(image: "app:\(index)", restart: index.isMultiple(of: 2) ? "always" : "unless-stopped")
            service.environment = ["INDEX": .some("\(index)"), "CALLER": nil]
            service.ports = [PortMapping(target: 80, published: "\(10_000 + index)", protocol: "tcp", mode: "ingress")]
            service.volumes = [
                Mount(type: "volume", source: "data_\(index % 100)", target: "/data", volume: VolumeOptions())
            ]
            service.networks = ["front": .some(ServiceNetwork(aliases: ["alias-\(index)"]))]
            if index > 0 {
                service.dependsOn = ["service_\(index - 1)": ServiceDependency(condition: .started, required: true)]
            }
            project.services["service_\(index)"] = service
        }
        for index in 0..<100 { project.volumes["data_\(index)"] = Volume(name: "large_data_\(index)") }
        project.networks["front"] = Network(name: "large_front")
        let objects = try ComposeToKubernetes().convert(project).value
        let back = try KubernetesToCompose().convert(objects).value.project
        #expect(back.services.count == Self.count)
        #expect(CorpusRoundTripConformance.firstDifference(project.makeNode(), back.makeNode()) == nil)
    }

    @Test(.timeLimit(.minutes(1))) func manyContainersOfOnePod() throws {
        var project = ComposeProject(name: "large")
        project.services["main"] = Service(image: "app")
        for index in 0..<500 {
            project.services["side-\(index)"] = Service(image: "app", networkMode: "service:main")
            project.services["init-\(index)"] = Service(
                image: "app",
                fields: RetainedFields(extensions: [("x-transload", ["init-of": "main"])])
            )
        }
        let objects = try ComposeToKubernetes().convert(project).value
        let back = try KubernetesToCompose().convert(objects).value.project
        #expect(back.services.count == 1001)
    }

    @Test(.timeLimit(.minutes(1))) func manyPorts() throws {
        var project = ComposeProject(name: "large")
        project.services["web"] = Service(
            image: "app",
            ports: (1...10_000).map { PortMapping(target: $0, published: "\($0)", protocol: "tcp", mode: "ingress") },
            expose: ["10001-20000"]
        )
        let objects = try ComposeToKubernetes().convert(project).value
        let back = try KubernetesToCompose().convert(objects).value.project
        #expect(back.services["web"]?.ports.count == 10_000)
    }
}
