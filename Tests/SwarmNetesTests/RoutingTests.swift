import Diagnostics
import KubeModel
import SwarmNetes
import Testing
import YAMLTree

@Suite struct RoutingTests {
    private static let project = """
        name: shop
        services:
          web:
            image: web
            expose: ["80", "81"]
            x-transload:
              expose:
                - shop.example.com
                - { host: shop.example.com, path: /up, match: exact, port: 81 }
                - other.example.com/x
        """

    private static func converted(
        _ routing: KubernetesApplicationWriter.Options.Routing
    ) throws -> [AnyKubernetesObject] {
        try ComposeToKubernetes(.init(routing: routing)).convert(try Project.load(project)).value
    }

    @Test func routesOfTheGatewayAPIAreAttachedToTheGateway() throws {
        let objects = try Self.converted(.gateway("edge"))
        #expect(!objects.contains { $0.groupVersionKind.kind == "Ingress" })
        let routes = objects.filter { $0.groupVersionKind.kind == "HTTPRoute" }.map { $0.makeNode() }
        #expect(routes.map { $0["metadata"]?["name"]?.text } == ["web", "web-2"])
        #expect(routes.allSatisfy { $0["spec"]?["parentRefs"]?[0]?["name"]?.text == "edge" })
        #expect(routes.map { $0["spec"]?["hostnames"]?[0]?.text } == ["shop.example.com", "other.example.com"])
        let second = routes.first?["spec"]?["rules"]?[1]
        #expect(second?["matches"]?[0]?["path"]?["type"]?.text == "Exact")
        #expect(second?["backendRefs"]?[0]?["port"]?.text == "81")
    }

    @Test(arguments: [KubernetesApplicationWriter.Options.Routing.ingress, .gateway("edge")])
    func theWayBackRestoresTheHints(_ routing: KubernetesApplicationWriter.Options.Routing) throws {
        let back = try KubernetesToCompose().convert(Self.converted(routing).throughText()).value.project
        let project = try Project.load(Self.project)
        #expect(
            back.makeNode()["services"]?["web"]?["x-transload"]?["expose"]
                == project.makeNode()["services"]?["web"]?["x-transload"]?["expose"]
        )
    }
}
