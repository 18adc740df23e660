import OrchestrationIR

extension Application {
    /// The application with the endpoints that a load balancer publishes published in another way.
    func published(as publication: KubernetesApplicationWriter.Options.Publication) -> Application {
        var application = self
        switch publication {
        case .loadBalancer: break
        case .nodePort:
            for index in application.endpoints.indices where application.endpoints[index].exposure == .loadBalancer {
                application.endpoints[index].exposure = .everyNode
            }
        case .hostPort:
            let published = application.endpoints.filter { $0.exposure == .loadBalancer }
            application.endpoints.removeAll { $0.exposure == .loadBalancer }
            let positions = Dictionary(
                application.workloads.enumerated().map { ($1.name, $0) },
                uniquingKeysWith: { first, _ in first }
            )
            for endpoint in published {
                for workload in endpoint.workloads {
                    guard let position = positions[workload] else { continue }
                    for port in endpoint.ports { application.workloads[position].bind(port) }
                }
            }
        }
        return application
    }
}

extension Workload {
    /// Binds a port of the node to the container port that an endpoint's port leads to.
    fileprivate mutating func bind(_ port: EndpointPort) {
        guard let number = NamedPorts(containers).number(port.target) else { return }
        for container in containers.indices {
            let index = containers[container].ports.firstIndex {
                $0.number == number && $0.transport == port.transport
            }
            guard let index else { continue }
            if containers[container].ports[index].nodePort == nil {
                containers[container].ports[index].nodePort = port.port
            } else {
                var further = containers[container].ports[index]
                further.nodePort = port.port
                further.nodeAddress = nil
                containers[container].ports.append(further)
            }
            return
        }
    }
}
