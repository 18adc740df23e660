import KubeModel

/// The workloads of a cluster that can be made smaller: Deployments, and ReplicaSets that no Deployment owns.
struct WorkloadIndex: Sendable {
    /// A workload that can be scaled.
    struct Workload: Sendable {
        let kind: String
        let namespace: String
        let name: String
        let resourceVersion: String?
        /// How many pods it is to have.
        let replicas: Int
        /// Whether all its pods are ready and of its current template. Else pods that are not ready, or of an older
        /// template, go first, whatever they cost.
        let isSettled: Bool

        var qualifiedName: String { "\(namespace)/\(name)" }
    }

    private var workloads: [String: Workload] = [:]
    private var deploymentOfSet: [String: String] = [:]
    private var autoscaled: Set<String> = []

    init(_ objects: [AnyKubernetesObject]) {
        for object in objects {
            if let deployment = object.as(Deployment.self), let uid = deployment.metadata.uid {
                workloads[uid] = Workload(deployment)
            } else if let set = object.as(ReplicaSet.self), let uid = set.metadata.uid {
                if let owner = set.metadata.ownerReferences.first(where: { $0.controller == true }) {
                    deploymentOfSet[uid] = owner.uid
                } else {
                    workloads[uid] = Workload(set)
                }
            } else if let scaler = object.as(HorizontalPodAutoscaler.self) {
                let target = scaler.spec.scaleTargetRef
                autoscaled.insert(
                    Self.key(target.kind, scaler.metadata.namespace ?? "default", target.name)
                )
            }
        }
    }

    /// The workload that a pod belongs to; nil when it cannot be made smaller by a pod of choice.
    func workload(of pod: Pod) -> Workload? {
        guard let owner = pod.controller, owner.kind == "ReplicaSet" else { return nil }
        return workloads[deploymentOfSet[owner.uid] ?? owner.uid]
    }

    /// Whether an autoscaler decides about the number of pods.
    func isAutoscaled(_ workload: Workload) -> Bool {
        autoscaled.contains(Self.key(workload.kind, workload.namespace, workload.name))
    }

    private static func key(_ kind: String, _ namespace: String, _ name: String) -> String {
        "\(kind)/\(namespace)/\(name)"
    }
}

extension WorkloadIndex.Workload {
    fileprivate init(_ deployment: Deployment) {
        let replicas = deployment.spec.replicas ?? 1
        let status = deployment.status
        self.init(
            kind: "Deployment",
            namespace: deployment.metadata.namespace ?? "default",
            name: deployment.metadata.name ?? "",
            resourceVersion: deployment.metadata.resourceVersion,
            replicas: replicas,
            isSettled: status?.readyReplicas == replicas && status?.replicas == replicas
                && status?.updatedReplicas == replicas
                && (deployment.metadata.generation ?? 0) <= (status?.observedGeneration ?? 0)
        )
    }

    fileprivate init(_ set: ReplicaSet) {
        let replicas = set.spec.replicas ?? 1
        self.init(
            kind: "ReplicaSet",
            namespace: set.metadata.namespace ?? "default",
            name: set.metadata.name ?? "",
            resourceVersion: set.metadata.resourceVersion,
            replicas: replicas,
            isSettled: set.status?.readyReplicas == replicas && set.status?.replicas == replicas
                && (set.metadata.generation ?? 0) <= (set.status?.observedGeneration ?? 0)
        )
    }
}
