import KubeModel

extension KubernetesInventory {
    /// The plan that drains a node and deletes it, or that makes its workloads smaller before.
    ///
    /// Throws a `ReleaseError` when there is no such node, or obstacles in spite of which no plan could work.
    public func plan(releasing node: String, after released: [String]) throws(ReleaseError) -> ReleasePlan {
        guard !released.contains(node), let object = self.node(named: node) else {
            throw ReleaseError(.unknownNode, node: node)
        }
        let all = Set(Obstacle.Kind.allCases)
        let absolute = candidates(after: released, tolerating: all).first { $0.name == node }?.obstacles ?? []
        guard absolute.isEmpty, let uid = object.metadata.uid else {
            throw ReleaseError(.obstructed(absolute), node: node)
        }
        let present = pods(on: node)
        var steps = [
            cordon(object, node),
            PlanStep(
                "Look for pods that the inventory does not know",
                .verify(KubernetesChecks.onlyPods(present.map(\.pod), on: node))
            ),
        ]
        var preconditions = KubernetesChecks.unchanged(.node(node), object.metadata)
        switch method {
        case .drain:
            for (pod, duty) in present where duty == .evicted || duty == .finished {
                steps.append(
                    PlanStep(
                        "Evict the pod \(pod.qualifiedName)",
                        .send(KubernetesRequests.evict(pod)),
                        settled: KubernetesChecks.gone(.pod(pod), uid: pod.metadata.uid ?? "")
                    )
                )
            }
        case .scaleDown:
            let scaling = ScaleDown(present.filter { $0.duty == .evicted }.map(\.pod), workloads)
            preconditions += scaling.preconditions
            steps += scaling.steps
        }
        for (pod, duty) in present where duty != .ignored && (method == .drain || duty != .finished) {
            steps.append(waitForEnd(of: pod))
        }
        steps.append(
            PlanStep(
                "Delete the node \(node)",
                .send(KubernetesRequests.delete(node, uid: uid)),
                settled: KubernetesChecks.gone(.node(node), uid: uid),
                reversal: .impossible("a kubelet that still runs registers the node again; else start a new one")
            )
        )
        return ReleasePlan(
            orchestrator: .kubernetes,
            node: node,
            method: method.rawValue,
            preconditions: preconditions,
            steps: steps
        )
    }

    private func cordon(_ object: ClusterNode, _ node: String) -> PlanStep {
        // A node that was cordoned before stays so when the plan is undone.
        let wasCordoned = object.spec?.unschedulable == true
        return PlanStep(
            "Cordon the node \(node)",
            .send(KubernetesRequests.cordon(node, true, version: object.metadata.resourceVersion)),
            settled: KubernetesChecks.field(.node(node), "spec.unschedulable", "true", "the node \(node) is cordoned"),
            reversal: wasCordoned ? .nothing : .send(KubernetesRequests.cordon(node, false))
        )
    }

    /// Waits as long as the pod may take to end, and a minute for the server to notice.
    private func waitForEnd(of pod: Pod) -> PlanStep {
        let grace = min(max(pod.spec?.terminationGracePeriodSeconds ?? 30, 0), 24 * 3600)
        return PlanStep(
            "Wait for the end of the pod \(pod.qualifiedName)",
            .wait(
                KubernetesChecks.gone(.pod(pod), uid: pod.metadata.uid ?? ""),
                Pace(every: .seconds(1), for: .seconds(grace + 60))
            )
        )
    }
}
