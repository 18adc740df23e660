public import Diagnostics
public import KubeModel
import YAMLTree

/// The nodes of a Kubernetes cluster with their pods, budgets and workloads, as `kubectl get -o json` lists them.
public struct KubernetesInventory: Sendable {
    /// How a node is released.
    @nonexhaustive public enum Method: String, Sendable, Hashable, CaseIterable {
        /// Cordon the node, evict its pods, delete it; budgets are respected.
        case drain
        /// Cordon the node, mark its pods as the first to go, make their workloads smaller by as many, delete the node:
        /// for a cluster that has more replicas than it needs.
        case scaleDown = "scale-down"
    }

    /// How a node is released.
    public var method: Method

    let nodes: [ClusterNode]
    let positions: [String: Int]
    /// The pods of each node, in the order of their names.
    let podsByNode: [String: [Pod]]
    let budgets: DisruptionBudgets
    let workloads: WorkloadIndex

    /// Takes the objects that matter out of all kinds of objects.
    ///
    /// Throws with all that is wrong: objects without a name, names that no server would accept, two nodes of one
    /// name, owners in a circle, no node at all. O(n log n).
    public init(_ objects: [AnyKubernetesObject], method: Method = .drain) throws(InvalidInput) {
        var report = ConversionReport()
        var nodes: [ClusterNode] = []
        var pods: [String: [Pod]] = [:]
        for object in objects where InventoryKinds.matter(object) {
            InventoryKinds.check(object, &report)
            if let node = object.as(ClusterNode.self) { nodes.append(node) }
            if let pod = object.as(Pod.self), let node = pod.spec?.nodeName { pods[node, default: []].append(pod) }
        }
        if let cycle = OwnerCycle.first(among: objects) { report.add(cycle) }
        nodes.sort { ($0.metadata.name ?? "") < ($1.metadata.name ?? "") }
        for (node, next) in zip(nodes, nodes.dropFirst()) where node.metadata.name == next.metadata.name {
            report.add(InventoryKinds.duplicate(next.fields.location))
        }
        if nodes.isEmpty {
            report.add(
                Finding(
                    .releaseNoNodes,
                    .invalid,
                    "the inventory has no node",
                    remedy: "Pass what kubectl get nodes,pods,poddisruptionbudgets -A -o json prints."
                )
            )
        }
        try report.throwIfInvalid()
        self.method = method
        self.nodes = nodes
        self.positions = Dictionary(
            nodes.enumerated().map { ($1.metadata.name ?? "", $0) },
            uniquingKeysWith: { first, _ in first }
        )
        self.podsByNode = pods.mapValues { $0.sorted { $0.qualifiedName < $1.qualifiedName } }
        self.budgets = DisruptionBudgets(objects.compactMap { $0.as(PodDisruptionBudget.self) })
        self.workloads = WorkloadIndex(objects)
    }

    /// The node of a name.
    func node(named name: String) -> ClusterNode? { positions[name].map { nodes[$0] } }

    /// The pods on a node, with what a drain does with each.
    func pods(on node: String) -> [(pod: Pod, duty: DrainDuty)] {
        (podsByNode[node] ?? []).map { ($0, DrainDuty($0)) }
    }
}

extension Pod {
    /// `namespace/name`.
    var qualifiedName: String { "\(namespace)/\(metadata.name ?? "")" }
    /// The namespace.
    var namespace: String { metadata.namespace ?? "default" }
}
