/// Why a node cannot be released now.
public struct Obstacle: Sendable, Hashable {
    /// What kind of reason it is; the raw values are stable, and `--allow` takes them.
    @nonexhaustive public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The node runs the control plane, or manages a Swarm.
        case controlPlane = "control-plane"
        /// Without the node the managers would have no majority.
        case managerQuorum = "manager-quorum"
        /// The node is not ready, so that its workloads could not end in an orderly way.
        case unready
        /// The node is being released already.
        case alreadyReleased = "already-released"
        /// No other node could take the workloads.
        case lastNode = "last-node"
        /// The inventory has not what a plan needs to notice that it is out of date.
        case unversioned
        /// An annotation forbids to disrupt the node or a pod (`karpenter.sh/do-not-disrupt`).
        case doNotDisrupt = "do-not-disrupt"
        /// An annotation forbids to remove the node (`cluster-autoscaler.kubernetes.io/scale-down-disabled`).
        case scaleDownDisabled = "scale-down-disabled"
        /// An annotation delays the removal of the node.
        case deletionDelayed = "deletion-delayed"
        /// An annotation forbids to evict a pod (`cluster-autoscaler.kubernetes.io/safe-to-evict: "false"`).
        case notSafeToEvict = "not-safe-to-evict"
        /// A PodDisruptionBudget allows no further disruption.
        case budgetExhausted = "budget-exhausted"
        /// Two PodDisruptionBudgets select one pod, which an API server refuses to evict.
        case ambiguousBudget = "ambiguous-budget"
        /// Nothing would replace a pod.
        case barePod = "bare-pod"
        /// A workload keeps data on the node that would be lost.
        case localStorage = "local-storage"
        /// A workload may run on this node only.
        case pinnedWorkload = "pinned-workload"
        /// The method needs to scale a workload, and this one cannot be.
        case unscalableWorkload = "unscalable-workload"
        /// A workload is being rolled out or not all ready, so that another of its pods would go.
        case unsettledWorkload = "unsettled-workload"
        /// Something else decides about the number of pods, and would undo the scaling.
        case autoscaledWorkload = "autoscaled-workload"
        /// The last pods of a workload would go.
        case wouldStopWorkload = "would-stop-workload"
        /// No machine is known for the node.
        case machineMissing = "machine-missing"
        /// Machines are being replaced, so that another machine would go.
        case rolloutInProgress = "rollout-in-progress"
        /// The pool may not become smaller.
        case poolMinimum = "pool-minimum"
        /// The node would be removed without being drained.
        case notDrained = "not-drained"
    }

    /// The kind.
    public var kind: Kind
    /// What stands in the way, such as `shop/web-0`; nil for the node itself.
    public var subject: String?

    /// Creates an obstacle.
    public init(_ kind: Kind, _ subject: String? = nil) {
        self.kind = kind
        self.subject = subject
    }
}

extension Obstacle.Kind {
    /// Whether the caller may decide to release the node all the same; otherwise no plan could work.
    public var isTolerable: Bool {
        switch self {
        case .unversioned, .managerQuorum, .machineMissing, .unscalableWorkload, .ambiguousBudget, .alreadyReleased:
            false
        default: true
        }
    }
}

extension Obstacle: CustomStringConvertible {
    /// The kind and, in brackets, the subject.
    public var description: String { subject.map { "\(kind.rawValue) (\($0))" } ?? kind.rawValue }
}
