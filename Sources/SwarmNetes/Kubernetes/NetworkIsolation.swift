import KubeModel
import OrchestrationIR
import OrderedCollections

/// Keeps workloads apart that share no network.
///
/// Pods reach each other unless a NetworkPolicy forbids it. Each network becomes a policy that lets in who has its label; a
/// workload with ports that are published, or that requests are led to, gets a policy that lets all in on these; one on
/// networks that lead nowhere outside gets a policy that lets nothing out. Where all workloads reach each other anyway there
/// is nothing to keep apart, and there are no policies.
struct NetworkIsolation {
    /// Whether some workloads are kept apart from others or from the outside.
    let isNeeded: Bool

    private let application: Application
    private let inside: Set<String>

    init(_ application: Application) {
        self.application = application
        let inside = Set(application.networks.lazy.filter(\.isInternal).map(\.name))
        self.inside = inside
        let memberships = Set(application.workloads.map { Set($0.joinedNetworks) })
        isNeeded = memberships.count > 1 || memberships.contains { !$0.isDisjoint(with: inside) }
    }

    /// The policies, whose metadata `metadata` makes from a name and the part of the application that it speaks of.
    func policies(
        names: KubernetesNames,
        selector: (String) -> OrderedDictionary<String, String>,
        metadata: (_ name: String, _ part: String) -> ObjectMeta
    ) -> [NetworkPolicy] {
        var networks: OrderedSet<String> = []
        for workload in application.workloads { networks.formUnion(workload.joinedNetworks) }
        var policies = networks.map { network in
            let members = LabelSelector(matchLabels: Self.label(network))
            let rule = NetworkPolicyIngressRule(from: [NetworkPolicyPeer(podSelector: members)])
            return NetworkPolicy(
                metadata: metadata(ObjectNames.subdomain("network-" + network), "network-" + network),
                spec: NetworkPolicySpec(podSelector: members, policyTypes: ["Ingress"], ingress: [rule])
            )
        }
        let ports = openPorts()
        for workload in application.workloads {
            let pods = LabelSelector(matchLabels: selector(workload.name))
            let name = names.workload(workload.name)
            if let ports = ports[workload.name], !ports.isEmpty {
                let rule = NetworkPolicyIngressRule(ports: Array(ports).map(\.kubernetes))
                policies.append(
                    NetworkPolicy(
                        metadata: metadata(ObjectNames.subdomain(name + "-published"), workload.name),
                        spec: NetworkPolicySpec(podSelector: pods, policyTypes: ["Ingress"], ingress: [rule])
                    )
                )
            }
            if inside.isSuperset(of: workload.joinedNetworks) {
                policies.append(
                    NetworkPolicy(
                        metadata: metadata(ObjectNames.subdomain(name + "-internal"), workload.name),
                        spec: NetworkPolicySpec(podSelector: pods, policyTypes: ["Egress"], egress: egress(workload))
                    )
                )
            }
        }
        return policies
    }

    /// To the members of the workload's networks, and to whoever answers questions for names.
    private func egress(_ workload: Workload) -> [NetworkPolicyEgressRule] {
        let peers = workload.joinedNetworks.map { network in
            NetworkPolicyPeer(podSelector: LabelSelector(matchLabels: Self.label(network)))
        }
        let names = ["UDP", "TCP"].map { NetworkPolicyPort(port: .int(53), protocol: $0) }
        return [NetworkPolicyEgressRule(to: peers), NetworkPolicyEgressRule(ports: names)]
    }

    private struct OpenPort: Hashable {
        let target: EndpointPort.Target
        let transport: TransportProtocol

        var kubernetes: NetworkPolicyPort {
            NetworkPolicyPort(port: IntOrString(target), protocol: transport.rawValue.uppercased())
        }
    }

    /// The ports of containers that are reached from outside, by workload.
    private func openPorts() -> [String: OrderedSet<OpenPort>] {
        var open: [String: OrderedSet<OpenPort>] = [:]
        var routed: Set<String> = []
        for route in application.routes { routed.formUnion(route.rules.map(\.endpoint)) }
        for endpoint in application.endpoints {
            let isPublished = endpoint.exposure == .loadBalancer || endpoint.exposure == .everyNode
            guard isPublished || routed.contains(endpoint.name) else { continue }
            for workload in endpoint.workloads {
                for port in endpoint.ports {
                    open[workload, default: []].append(OpenPort(target: port.target, transport: port.transport))
                }
            }
        }
        for workload in application.workloads {
            for port in workload.containers.lazy.flatMap(\.ports) where port.nodePort != nil {
                open[workload.name, default: []]
                    .append(OpenPort(target: .number(port.number), transport: port.transport))
            }
        }
        return open
    }

    /// The label of the pods on a network.
    static func label(_ network: String) -> OrderedDictionary<String, String> {
        [Marks.network + ObjectNames.label(network): ObjectNames.isLabelValue(network) ? network : "true"]
    }
}

extension Workload {
    /// The networks that the instances join, the common one among them.
    var joinedNetworks: [String] { networks.isEmpty ? [Network.common] : networks }
}
