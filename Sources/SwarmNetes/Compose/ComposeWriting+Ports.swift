import ComposeModel
import Diagnostics
import OrchestrationIR

/// Ports: published, bound to the node, or open to other services only.
extension ComposeWriting {
    mutating func writePorts(
        _ container: OrchestrationIR.Container,
        of workload: Workload,
        _ endpoints: [Endpoint],
        _ service: inout ComposeModel.Service
    ) {
        var published: [(port: EndpointPort, number: Int, transport: TransportProtocol)] = []
        for endpoint in endpoints {
            for port in endpoint.ports {
                let target = port.resolve(in: workload.containers)
                let number: Int? =
                    if let target { target.number } else if case .number(let number) = port.target { number } else {
                        nil
                    }
                guard let number else { continue }
                if endpoint.exposure == .loadBalancer || endpoint.exposure == .everyNode {
                    published.append((port, number, port.transport))
                }
                if port.port != number, !isPublication(endpoint, of: workload) {
                    add(
                        .portRedirected,
                        .approximated,
                        "the Service \(endpoint.name) leads port \(port.port) to port \(number) of \(workload.name)",
                        remedy: "Let clients on the same network connect to port \(number).",
                        port.origin
                    )
                }
            }
        }
        for port in container.ports {
            if let nodePort = port.nodePort {
                service.ports.append(
                    PortMapping(
                        target: port.number,
                        published: String(nodePort),
                        protocol: port.transport.rawValue,
                        hostIP: port.nodeAddress,
                        mode: "host"
                    )
                )
            }
            let leading = published.filter { $0.number == port.number && $0.transport == port.transport }
            for (port, number, transport) in leading {
                service.ports.append(mapping(port, number, transport))
            }
            if leading.isEmpty, port.nodePort == nil {
                service.expose.append(
                    port.transport == .tcp ? String(port.number) : "\(port.number)/\(port.transport.rawValue)"
                )
            }
        }
        // Services may lead to ports that the container does not declare.
        for (port, number, transport) in published
        where !container.ports.contains(where: { $0.number == number && $0.transport == transport }) {
            service.ports.append(mapping(port, number, transport))
        }
    }

    func mapping(_ port: EndpointPort, _ number: Int, _ transport: TransportProtocol) -> PortMapping {
        let generated = "\(transport.rawValue)-\(port.port)"
        return PortMapping(
            target: number,
            published: String(port.nodePort ?? port.port),
            protocol: transport.rawValue,
            mode: "ingress",
            name: port.name == generated ? nil : port.name,
            appProtocol: port.applicationProtocol
        )
    }
}
