import OrchestrationIR

/// What the labels of a service say of how it is reached.
extension KomposeLabels {
    private enum ServiceType: String {
        case clusterIP = "clusterip"
        case nodePort = "nodeport"
        case loadBalancer = "loadbalancer"
        case headless
    }

    /// Changes the endpoints of a service.
    ///
    /// - Parameters:
    ///   - own: The endpoint of the service's name.
    ///   - published: The endpoint with the ports that are published, if there are any.
    ///   - publishedName: The name that such an endpoint gets.
    mutating func apply(to own: inout Endpoint, published: inout Endpoint?, publishedName: String) {
        let nodePort = port("service.nodeport.port")
        let type =
            value("service.type") { ServiceType(rawValue: $0.lowercased()) } ?? (nodePort == nil ? nil : .nodePort)
        switch type {
        case .clusterIP: published = nil
        case .headless:
            published = nil
            own.exposure = .insideEach
        case .nodePort, .loadBalancer:
            guard !own.ports.isEmpty else { return ignore("service.type") }
            var endpoint = published ?? own
            endpoint.name = publishedName
            endpoint.exposure = type == .nodePort ? .everyNode : .loadBalancer
            published = endpoint
        case nil: break
        }
        if let nodePort {
            if published?.exposure == .everyNode {
                published?.ports[0].nodePort = nodePort
            } else {
                ignore("service.nodeport.port")
            }
        }
        let policy = value("service.external-traffic-policy") { ["local": true, "cluster": false][$0.lowercased()] }
        if let policy { published?.staysOnNode = policy }
    }

    /// Binds the ports that are published to the node on which a container runs.
    mutating func bindPorts(of container: inout Container, published: [EndpointPort]) {
        guard isTrue("controller.port.expose") ?? false else { return }
        for port in published {
            let index = container.ports.firstIndex {
                .number($0.number) == port.target && $0.transport == port.transport && $0.nodePort == nil
            }
            if let index { container.ports[index].nodePort = port.port }
        }
    }
}
