import ComposeModel
import OrchestrationIR
@testable import SwarmNetes
import Testing

@Suite struct ServicePortsTests {
    private static func ports(_ ports: [PortMapping], expose: [String] = []) -> ServicePorts {
        ServicePorts(ComposeModel.Service(image: "app", ports: ports, expose: expose)) { _ in .none }
    }

    @Test func aPublishedPortIsReachedFromInsideToo() {
        let result = Self.ports([PortMapping(target: 80, published: "8080", protocol: "tcp", mode: "ingress")])
        #expect(result.container == [ContainerPort(80)])
        #expect(result.inside == [EndpointPort(80, target: .number(80), name: "tcp-80")])
        #expect(result.published == [EndpointPort(8080, target: .number(80), name: "tcp-8080")])
    }

    @Test(arguments: [
        PortMapping(target: 80, published: "8080", protocol: "tcp", hostIP: "127.0.0.1", mode: "ingress"),
        PortMapping(target: 80, published: "8080", protocol: "tcp", hostIP: "127.0.0.1", mode: "host"),
    ]) func portsOfANodeAreNotPublishedByTheOrchestrator(_ port: PortMapping) {
        let result = Self.ports([port])
        #expect(result.published.isEmpty)
        #expect(result.container == [ContainerPort(80, nodePort: 8080, nodeAddress: "127.0.0.1")])
    }

    @Test func oneTargetIsOneContainerPort() {
        let mapping = { PortMapping(target: 80, published: $0, protocol: "tcp", mode: $1) }
        let result = Self.ports([mapping("81", "ingress"), mapping("82", "ingress"), mapping("83", "host")])
        #expect(result.container == [ContainerPort(80, nodePort: 83)])
        #expect(result.inside.count == 1)
        #expect(result.published.map(\.port) == [81, 82])
    }

    @Test func protocolsAreDifferentPorts() {
        let result = Self.ports(
            [PortMapping(target: 53, published: "53", protocol: "udp", mode: "ingress")],
            expose: ["53", "53/udp"]
        )
        #expect(result.container == [ContainerPort(53, transport: .udp), ContainerPort(53)])
    }

    @Test(arguments: [
        ("80", [80]), ("80-82", [80, 81, 82]), ("80/udp", [80]), ("82-80", []), ("0", []), ("65535-65536", []),
        ("", []), ("x", []), ("-", []), ("1-2-3", [1, 2, 3]),
    ]) func exposed(_ text: String, _ numbers: [Int]) {
        #expect(Self.ports([], expose: [text]).container.map(\.number) == numbers)
    }

    @Test(arguments: [("8000", 8000), ("8000-8010", 8000), ("", nil), ("x", nil)] as [(String, Int?)])
    func firstPorts(_ text: String, _ port: Int?) {
        #expect(ServicePorts.firstPort(text) == port)
    }

    @Test(arguments: [("http", "http"), ("Http", "tcp-80"), ("a-name-longer-than-15", "tcp-80"), ("123", "tcp-80")])
    func namesThatKubernetesRefusesAreMade(_ name: String, _ expected: String) {
        let result = Self.ports([PortMapping(target: 80, published: "80", protocol: "tcp", name: name)])
        #expect(result.inside.first?.name == expected)
    }

    @Test func namesAreUniqueInAnEndpoint() {
        let result = Self.ports([
            PortMapping(target: 80, published: "80", protocol: "tcp", name: "web"),
            PortMapping(target: 81, published: "81", protocol: "tcp", name: "web"),
        ])
        #expect(Set(result.inside.map(\.name)).count == 2)
        #expect(Set(result.published.map(\.name)).count == 2)
    }

    @Test(.timeLimit(.minutes(1))) func allPortsAtOnce() {
        let result = Self.ports([], expose: ["1-65535", "1-65535/udp"])
        #expect(result.container.count == 2 * 65535)
    }
}
