import KubeModel
import OrderedCollections

/// Making workloads smaller by chosen pods: the pods get the least deletion cost, so that they go first.
struct ScaleDown {
    /// Lower than what anybody else writes.
    private static let leastCost = String(Int32.min)

    private let pods: [Pod]
    /// The workloads in the order of their names, each with the number of its pods that go.
    private let counts: [(workload: WorkloadIndex.Workload, count: Int)]

    init(_ pods: [Pod], _ index: WorkloadIndex) {
        self.pods = pods
        var counts: [String: (workload: WorkloadIndex.Workload, count: Int)] = [:]
        for pod in pods {
            guard let workload = index.workload(of: pod) else { continue }
            counts[workload.qualifiedName, default: (workload, 0)].count += 1
        }
        self.counts = counts.values.sorted { $0.workload.qualifiedName < $1.workload.qualifiedName }
    }

    /// Nobody has changed the workloads.
    var preconditions: [PlanCheck] {
        counts.map { workload, _ in
            KubernetesChecks.field(
                workload.reference,
                "metadata.resourceVersion",
                workload.resourceVersion ?? "",
                "\(workload.reference.words) is as it was in the inventory"
            )
        }
    }

    /// Marks the pods, then scales the workloads.
    var steps: [PlanStep] {
        let marks = pods.map { pod in
            PlanStep(
                "Let the pod \(pod.qualifiedName) go first",
                .send(KubernetesRequests.deletionCost(pod, Self.leastCost)),
                reversal: .send(
                    KubernetesRequests.deletionCost(pod, pod.metadata.annotations[ReleaseAnnotation.deletionCost])
                )
            )
        }
        return marks + counts.map(step)
    }

    private func step(_ workload: WorkloadIndex.Workload, _ count: Int) -> PlanStep {
        let new = workload.replicas - count
        return PlanStep(
            "Scale \(workload.reference.words) from \(workload.replicas) to \(new)",
            .send(KubernetesRequests.scale(workload, from: workload.replicas, to: new)),
            settled: KubernetesChecks.field(
                workload.reference,
                "spec.replicas",
                String(new),
                "\(workload.reference.words) is scaled to \(new)"
            ),
            reversal: .send(KubernetesRequests.scale(workload, from: new, to: workload.replicas))
        )
    }
}

extension WorkloadIndex.Workload {
    var reference: KubernetesReference {
        .object(
            group: "apps",
            version: "v1",
            kind == "Deployment" ? "deployments" : "replicasets",
            namespace,
            name,
            words: kind
        )
    }
}
