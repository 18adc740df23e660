import ComposeModel
import KubeModel
import OrchestrationIR

// MARK: - Kubernetes' port references

extension IntOrString {
    /// The reference to a port of a container.
    init(_ target: EndpointPort.Target) {
        switch target {
        case .number(let number): self = .int(number)
        case .name(let name): self = .string(name)
        }
    }
}

extension EndpointPort.Target {
    /// The port of a container that Kubernetes refers to.
    init(_ reference: IntOrString) {
        switch reference {
        case .int(let number): self = .number(number)
        case .string(let name): self = Int(name).map(Self.number) ?? .name(name)
        }
    }
}

extension TransportProtocol {
    /// The protocol named as Compose (`tcp`) or Kubernetes (`TCP`) does; TCP for nil and unknown names.
    init(named name: String?) {
        self = name.flatMap { TransportProtocol(rawValue: $0.lowercased()) } ?? .tcp
    }

    /// Kubernetes' name; nil for TCP, its default.
    var kubernetesName: String? { self == .tcp ? nil : rawValue.uppercased() }
}

// MARK: - Ports of containers

/// The ports of a Compose service, split by what they mean.
struct ServicePorts {
    /// The ports on which the container listens, each once.
    var container: [OrchestrationIR.ContainerPort] = []
    /// The ports under which other services reach it.
    var inside: [EndpointPort] = []
    /// The ports under which it is reached from outside through the orchestrator.
    var published: [EndpointPort] = []

    /// The first container port of each number and protocol.
    private var positions: [PortKey: Int] = [:]
    /// The names that ports have already.
    private var insideNames: Set<String> = []
    private var publishedNames: Set<String> = []

    init(_ service: ComposeModel.Service, origin: (Int) -> Origin) {
        for (index, port) in service.ports.enumerated() {
            let transport = TransportProtocol(named: port.protocol)
            // A port bound to an address or to the node itself is reached on that node only; all others are reached
            // through any node.
            let onNode = port.hostIP != nil || port.mode == "host"
            let published = port.published.flatMap(Self.firstPort)
            add(
                port.target,
                transport,
                name: port.name,
                applicationProtocol: port.appProtocol,
                nodePort: onNode ? published : nil,
                nodeAddress: port.hostIP,
                origin: origin(index)
            )
            if !onNode, let published {
                self.published.append(
                    EndpointPort(
                        published,
                        target: .number(port.target),
                        transport: transport,
                        name: Self.portName(port.name, published, transport, &publishedNames),
                        applicationProtocol: port.appProtocol,
                        origin: origin(index)
                    )
                )
            }
        }
        for text in service.expose {
            let parts = text.split(separator: "/", maxSplits: 1)
            guard let range = parts.first else { continue }
            let transport = TransportProtocol(named: parts.count > 1 ? String(parts[1]) : nil)
            let ends = range.split(separator: "-").compactMap { Int($0) }
            guard let first = ends.first, let last = ends.last, first <= last, (1...65535).contains(first),
                last <= 65535
            else { continue }
            for number in first...last { add(number, transport, origin: .none) }
        }
    }

    private mutating func add(
        _ number: Int,
        _ transport: TransportProtocol,
        name: String? = nil,
        applicationProtocol: String? = nil,
        nodePort: Int? = nil,
        nodeAddress: String? = nil,
        origin: Origin
    ) {
        let known = positions[PortKey(number: number, transport: transport)]
        if let known {
            guard nodePort != nil else { return }
            if container[known].nodePort == nil {
                container[known].nodePort = nodePort
                container[known].nodeAddress = nodeAddress
                return
            }
        }
        container.append(
            OrchestrationIR.ContainerPort(
                number,
                transport: transport,
                nodePort: nodePort,
                nodeAddress: nodePort == nil ? nil : nodeAddress
            )
        )
        guard known == nil else { return }
        positions[PortKey(number: number, transport: transport)] = container.count - 1
        inside.append(
            EndpointPort(
                number,
                target: .number(number),
                transport: transport,
                name: Self.portName(name, number, transport, &insideNames),
                applicationProtocol: applicationProtocol,
                origin: origin
            )
        )
    }

    /// The first port of `8000` or `8000-8010`.
    static func firstPort(_ published: String) -> Int? {
        published.split(separator: "-").first.flatMap { Int($0) }
    }

    /// A valid name, unique by number and protocol.
    private static func portName(
        _ name: String?,
        _ number: Int,
        _ transport: TransportProtocol,
        _ names: inout Set<String>
    ) -> String {
        if let name, name.utf8.count <= 15, ObjectNames.label(name) == name, name.contains(where: \.isLetter),
            names.insert(name).inserted
        {
            return name
        }
        return "\(transport.rawValue)-\(number)"
    }
}

extension KubeModel.ContainerPort {
    /// The port of a pod's container.
    init(_ port: OrchestrationIR.ContainerPort) {
        self.init(
            name: port.name,
            containerPort: port.number,
            protocol: port.transport.kubernetesName,
            hostIP: port.nodeAddress,
            hostPort: port.nodePort
        )
    }
}

extension OrchestrationIR.ContainerPort {
    /// The port of a pod's container.
    init(_ port: KubeModel.ContainerPort) {
        self.init(
            port.containerPort,
            transport: TransportProtocol(named: port.protocol),
            name: port.name,
            nodePort: port.hostPort,
            nodeAddress: port.hostIP
        )
    }
}

// MARK: - Ports of endpoints

extension KubeModel.ServicePort {
    /// The port of a Service.
    init(_ port: EndpointPort) {
        self.init(
            name: port.name,
            protocol: port.transport.kubernetesName,
            appProtocol: port.applicationProtocol,
            port: port.port,
            targetPort: port.target == .number(port.port) ? nil : IntOrString(port.target),
            nodePort: port.nodePort
        )
    }
}

extension EndpointPort {
    /// The port of a Service.
    init(_ port: KubeModel.ServicePort, origin: Origin) {
        self.init(
            port.port,
            target: port.targetPort.map(Target.init) ?? .number(port.port),
            transport: TransportProtocol(named: port.protocol),
            name: port.name,
            applicationProtocol: port.appProtocol,
            nodePort: port.nodePort,
            origin: origin
        )
    }
}

/// A port of a container without what it is bound to.
struct PortKey: Hashable {
    let number: Int
    let transport: TransportProtocol
}

/// The numbers of ports that containers name.
struct NamedPorts {
    private var numbers: [String: Int] = [:]

    init(_ containers: [OrchestrationIR.Container]) {
        for port in containers.lazy.flatMap(\.ports) {
            if let name = port.name, numbers[name] == nil { numbers[name] = port.number }
        }
    }

    /// The number of the port that receives the connections; nil for a name that no container gives.
    func number(_ target: EndpointPort.Target) -> Int? {
        switch target {
        case .name(let name): numbers[name]
        case .number(let number): number
        }
    }
}
