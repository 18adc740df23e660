import KubeModel
import OrderedCollections
import YAMLTree

/// A Machine of Cluster API: what provides a node.
struct Machine: Sendable {
    let metadata: ObjectMeta
    let version: String
    /// The name of its node; nil while it has none.
    let node: String?
    let phase: String?

    init?(_ object: AnyKubernetesObject) {
        guard object.isClusterAPI("Machine"), case .untyped(let machine) = object.content else { return nil }
        metadata = object.metadata
        version = object.groupVersionKind.version
        node = machine.tree["status"]?["nodeRef"]?["name"]?.text
        phase = machine.tree["status"]?["phase"]?.text
    }

    var name: String { metadata.name ?? "" }
    var namespace: String { metadata.namespace ?? "default" }
    /// The name by which the candidate is known: that of the node, else that of the machine.
    var candidateName: String { node ?? name }
    var controller: OwnerReference? { metadata.ownerReferences.first { $0.controller == true } }
    var cluster: String? { metadata.labels["cluster.x-k8s.io/cluster-name"] }
    var pool: String? { metadata.labels["rke.cattle.io/rke-machine-pool-name"] }

    /// Whether the machine is part of the control plane, or of its database.
    var isControlPlane: Bool {
        let roles = ["rke.cattle.io/control-plane-role", "rke.cattle.io/etcd-role"]
        return metadata.labels["cluster.x-k8s.io/control-plane"] != nil
            || roles.contains { metadata.labels[$0] == "true" }
    }

    var reference: KubernetesReference {
        .object(
            group: "cluster.x-k8s.io",
            version: version,
            "machines",
            namespace,
            name,
            words: "Machine"
        )
    }
}

/// A MachineDeployment of Cluster API: machines of one kind, and how many.
struct MachineDeployment: Sendable {
    let metadata: ObjectMeta
    let version: String
    let replicas: Int
    /// Whether it has nothing to do at the moment.
    let isSettled: Bool

    init?(_ object: AnyKubernetesObject) {
        guard object.isClusterAPI("MachineDeployment"), case .untyped(let deployment) = object.content else {
            return nil
        }
        metadata = object.metadata
        version = object.groupVersionKind.version
        let spec = deployment.tree["spec"]
        let status = deployment.tree["status"]
        replicas = spec?["replicas"]?.wholeNumber ?? 1
        let updated = status?["updatedReplicas"] ?? status?["upToDateReplicas"]
        isSettled =
            status?["replicas"]?.wholeNumber == replicas && updated?.wholeNumber == replicas
            && (object.metadata.generation ?? 0) <= (status?["observedGeneration"]?.wholeNumber ?? 0)
    }

    var name: String { metadata.name ?? "" }
    var namespace: String { metadata.namespace ?? "default" }

    var reference: KubernetesReference {
        .object(
            group: "cluster.x-k8s.io",
            version: version,
            "machinedeployments",
            namespace,
            name,
            words: "MachineDeployment"
        )
    }
}

/// A MachineSet of Cluster API: the machines of one template.
struct MachineSet: Sendable {
    let uid: String
    /// The MachineDeployment that it belongs to.
    let owner: OwnerReference?
    let replicas: Int

    init?(_ object: AnyKubernetesObject) {
        guard object.isClusterAPI("MachineSet"), case .untyped(let set) = object.content,
            let uid = object.metadata.uid
        else { return nil }
        self.uid = uid
        owner = object.metadata.ownerReferences.first { $0.controller == true }
        replicas = set.tree["spec"]?["replicas"]?.wholeNumber ?? 1
    }
}

extension AnyKubernetesObject {
    fileprivate func isClusterAPI(_ kind: String) -> Bool {
        groupVersionKind.group == "cluster.x-k8s.io" && groupVersionKind.kind == kind
    }
}

extension Node {
    /// A whole number that is not negative and not absurd.
    var wholeNumber: Int? {
        guard let text = scalar?.text, scalar?.isPlain == true, let number = Int(text), 0...1_000_000 ~= number else {
            return nil
        }
        return number
    }
}
