import KubeModel

/// The PodDisruptionBudgets of a cluster, as the eviction API applies them.
struct DisruptionBudgets: Sendable {
    private let byNamespace: [String: [PodDisruptionBudget]]

    init(_ budgets: [PodDisruptionBudget]) {
        byNamespace = Dictionary(grouping: budgets) { $0.metadata.namespace ?? "default" }
    }

    /// The budgets that select a pod. A budget without a selector selects nothing, one with an empty selector all pods of
    /// its namespace (policy/v1).
    func selecting(_ pod: Pod) -> [PodDisruptionBudget] {
        (byNamespace[pod.namespace] ?? []).filter { $0.spec?.selector?.matches(pod) ?? false }
    }

    /// What the budgets say against the eviction of pods.
    ///
    /// - Parameters:
    ///   - pods: The pods that would be evicted.
    ///   - earlier: Pods that are going to be evicted before.
    /// - Returns: An obstacle for each budget that allows nothing more, and each pod that two budgets select.
    func obstacles(evicting pods: [Pod], after earlier: [Pod]) -> [Obstacle] {
        guard !byNamespace.isEmpty else { return [] }
        var taken: [String: Int] = [:]
        for pod in earlier {
            for budget in selecting(pod) where !budget.ignores(pod) { taken[budget.key, default: 0] += 1 }
        }
        var obstacles: [Obstacle] = []
        for pod in pods {
            let selecting = selecting(pod)
            if selecting.count > 1 { obstacles.append(Obstacle(.ambiguousBudget, pod.qualifiedName)) }
            for budget in selecting where !budget.ignores(pod) {
                let allowed = budget.status?.disruptionsAllowed ?? 0
                if allowed <= taken[budget.key] ?? 0 { obstacles.append(Obstacle(.budgetExhausted, budget.key)) }
            }
        }
        return obstacles
    }
}

extension PodDisruptionBudget {
    fileprivate var key: String { "\(metadata.namespace ?? "default")/\(metadata.name ?? "")" }

    /// Whether the pod may go whatever the budget allows: it is not ready, and either the policy says so or enough others
    /// are healthy.
    fileprivate func ignores(_ pod: Pod) -> Bool {
        guard !pod.isReady else { return false }
        if spec?.unhealthyPodEvictionPolicy == "AlwaysAllow" { return true }
        let desired = status?.desiredHealthy ?? 0
        return desired > 0 && (status?.currentHealthy ?? 0) >= desired
    }
}
