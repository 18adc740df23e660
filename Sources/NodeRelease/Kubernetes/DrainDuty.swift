import KubeModel
import OrderedCollections

/// What a drain does with a pod, as `kubectl drain` decides it.
enum DrainDuty: Sendable, Hashable {
    /// The kubelet runs it from a file (a mirror pod), or a DaemonSet would bring it back at once: it stays.
    case ignored
    /// It is ending already: a drain waits.
    case ending
    /// It has finished, and is evicted without harm.
    case finished
    /// It runs and is evicted.
    case evicted

    init(_ pod: Pod) {
        let phase = pod.status?.phase
        let isFinished = phase == "Succeeded" || phase == "Failed"
        if pod.metadata.annotations[ReleaseAnnotation.mirror] != nil {
            self = .ignored
        } else if pod.controller?.kind == "DaemonSet", !isFinished {
            self = .ignored
        } else if pod.metadata.deletionTimestamp != nil {
            self = .ending
        } else {
            self = isFinished ? .finished : .evicted
        }
    }
}

extension Pod {
    /// The owner that would replace the pod.
    var controller: OwnerReference? { metadata.ownerReferences.first { $0.controller == true } }

    /// Whether the pod serves, as budgets count it.
    var isReady: Bool { status?.conditions.contains { $0.type == "Ready" && $0.status == "True" } ?? false }

    /// When the pod was placed on its node.
    var placed: Moment? {
        let scheduled = status?.conditions.first { $0.type == "PodScheduled" && $0.status == "True" }
        let texts = [scheduled?.lastTransitionTime, status?.startTime, metadata.creationTimestamp]
        return texts.lazy.compactMap { $0 }.compactMap { Moment($0.text) }.first
    }
}

/// Annotations by which people and programs say what may be disrupted.
enum ReleaseAnnotation {
    static let mirror = "kubernetes.io/config.mirror"
    static let deletionCost = "controller.kubernetes.io/pod-deletion-cost"
    static let doNotDisrupt = [
        "karpenter.sh/do-not-disrupt", "karpenter.sh/do-not-evict", "karpenter.sh/do-not-consolidate",
    ]
    static let scaleDownDisabled = "cluster-autoscaler.kubernetes.io/scale-down-disabled"
    static let safeToEvict = "cluster-autoscaler.kubernetes.io/safe-to-evict"
    static let safeVolumes = "cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes"
    static let delayPrefix = "delay-deletion.cluster-autoscaler.kubernetes.io/"
    static let deleteMachine = "cluster.x-k8s.io/delete-machine"
}
