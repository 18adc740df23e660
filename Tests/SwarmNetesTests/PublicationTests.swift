import ComposeModel
import Diagnostics
import KubeModel
import OrderedCollections
import SwarmNetes
import Testing

/// How published ports are reached.
@Suite struct PublicationTests {
    private static let project = """
        services:
          web:
            image: nginx:1.27
            ports: ["8080:80", "8443:443", "9443:443"]
          quiet: {image: nginx:1.27}
        """

    private func convert(_ publication: KubernetesApplicationWriter.Options.Publication) throws -> [AnyKubernetesObject]
    {
        let files = InMemoryFileSource(["/shop/compose.yaml": Self.project])
        let project = try ComposeLoader().load(["/shop/compose.yaml"], from: files).value
        return try ComposeToKubernetes(.init(publication: publication)).convert(project).value
    }

    private func published(_ objects: [AnyKubernetesObject]) -> KubeModel.Service? {
        objects.lazy.compactMap { $0.as(KubeModel.Service.self) }.first { $0.metadata.name == "web-published" }
    }

    @Test(arguments: [
        (KubernetesApplicationWriter.Options.Publication.loadBalancer, "LoadBalancer"), (.nodePort, "NodePort"),
    ])
    func byAService(_ publication: KubernetesApplicationWriter.Options.Publication, _ type: String) throws {
        let service = try #require(published(convert(publication)))
        #expect(service.spec?.type == type)
        #expect(service.spec?.ports.map(\.port) == [8080, 8443, 9443])
    }

    @Test func onTheNodeOfThePod() throws {
        let objects = try convert(.hostPort)
        #expect(published(objects) == nil)
        let web = try #require(objects.lazy.compactMap { $0.as(Deployment.self) }.first { $0.metadata.name == "web" })
        let ports = try #require(web.spec.template.spec?.containers.first?.ports)
        #expect(ports.map(\.containerPort) == [80, 443, 443])
        #expect(ports.map(\.hostPort) == [8080, 8443, 9443])
    }

    @Test(arguments: KubernetesApplicationWriter.Options.Publication.allCases)
    func comesBack(_ publication: KubernetesApplicationWriter.Options.Publication) throws {
        let back = try KubernetesToCompose().convert(convert(publication)).value.project
        #expect(back.services["web"]?.ports.map(\.published) == ["8080", "8443", "9443"])
        #expect(back.services["web"]?.ports.map(\.mode) == ["ingress", "ingress", "ingress"])
    }
}
