import KubeModel
import OrderedCollections
import YAMLTree

/// A cluster that Rancher provisions (2.6 and later): pools of machines, and how many machines each has.
struct ProvisionedCluster: Sendable {
    /// A pool of machines.
    struct Pool: Sendable {
        /// Its place among the pools of the cluster.
        let index: Int
        let name: String
        let quantity: Int
        let isDrained: Bool
        let isControlPlane: Bool
        /// The least number of machines that its autoscaler allows.
        let minimum: Int?
        /// Whether the cluster says how many machines the pool has; else there is nothing to lower.
        let hasQuantity: Bool
    }

    let metadata: ObjectMeta
    let pools: [Pool]
    /// Whether Rancher has seen the newest form of the cluster.
    let isSettled: Bool

    init?(_ object: AnyKubernetesObject) {
        let kind = object.groupVersionKind
        guard kind.group == "provisioning.cattle.io", kind.kind == "Cluster",
            case .untyped(let cluster) = object.content
        else { return nil }
        metadata = object.metadata
        let list = cluster.tree["spec"]?["rkeConfig"]?["machinePools"]?.sequence ?? []
        pools = list.enumerated().compactMap { Pool($1, index: $0) }
        isSettled =
            (object.metadata.generation ?? 0) <= (cluster.tree["status"]?["observedGeneration"]?.wholeNumber ?? 0)
    }

    var name: String { metadata.name ?? "" }
    var namespace: String { metadata.namespace ?? "default" }

    var reference: KubernetesReference {
        .object(
            group: "provisioning.cattle.io",
            version: "v1",
            "clusters",
            namespace,
            name,
            words: "Cluster"
        )
    }
}

extension ProvisionedCluster.Pool {
    fileprivate init?(_ node: Node, index: Int) {
        guard let name = node["name"]?.text else { return nil }
        let annotations = node["machineDeploymentAnnotations"]
        self.init(
            index: index,
            name: name,
            quantity: node["quantity"]?.wholeNumber ?? 1,
            isDrained: node["drainBeforeDelete"]?.text == "true",
            isControlPlane: node["controlPlaneRole"]?.text == "true" || node["etcdRole"]?.text == "true",
            minimum: annotations?["cluster.provisioning.cattle.io/autoscaler-min-size"]?.text.flatMap { Int($0) },
            hasQuantity: node["quantity"]?.wholeNumber != nil
        )
    }
}
