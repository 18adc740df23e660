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
        let named = NamedPorts(workload.containers)
        var published: [(port: EndpointPort, key: PortKey)] = []
        for endpoint in endpoints {
            for port in endpoint.ports {
                guard let number = named.number(port.target) else { continue }
                if endpoint.exposure == .loadBalancer || endpoint.exposure == .everyNode {
                    published.append((port, PortKey(number: number, transport: port.transport)))
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
        let leading = Dictionary(grouping: published, by: \.key)
        var declared: Set<PortKey> = []
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
            let key = PortKey(number: port.number, transport: port.transport)
            // A container may bind one port to the node several times.
            guard declared.insert(key).inserted else { continue }
            for (port, key) in leading[key] ?? [] { service.ports.append(mapping(port, key)) }
            if leading[key] == nil, port.nodePort == nil {
                service.expose.append(
                    port.transport == .tcp ? String(port.number) : "\(port.number)/\(port.transport.rawValue)"
                )
            }
        }
        // Services may lead to ports that the container does not declare.
        for (port, key) in published where !declared.contains(key) { service.ports.append(mapping(port, key)) }
    }

    func mapping(_ port: EndpointPort, _ key: PortKey) -> PortMapping {
        let generated = "\(key.transport.rawValue)-\(port.port)"
        return PortMapping(
            target: key.number,
            published: String(port.nodePort ?? port.port),
            protocol: key.transport.rawValue,
            mode: "ingress",
            name: port.name == generated ? nil : port.name,
            appProtocol: port.applicationProtocol
        )
    }
}
