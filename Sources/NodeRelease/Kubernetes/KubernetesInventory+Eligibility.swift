import KubeModel
import OrderedCollections

extension KubernetesInventory: NodeInventory {
    /// The nodes in the order of their names, each with what speaks against its release.
    public func candidates(
        after released: [String],
        tolerating tolerated: Set<Obstacle.Kind>
    ) -> [ReleaseCandidate] {
        let gone = Set(released)
        let earlier = released.flatMap { evictions(on: $0) }
        let staying = nodes.filter { $0.takesPods && !gone.contains($0.metadata.name ?? "") }
        return nodes.compactMap { node in
            guard let name = node.metadata.name, !gone.contains(name) else { return nil }
            var obstacles = node.obstacles
            let evicted = evictions(on: name)
            if !evicted.isEmpty, !staying.contains(where: { $0.metadata.name != name }) {
                obstacles.append(Obstacle(.lastNode))
            }
            for pod in evicted { obstacles += pod.obstacles }
            obstacles += budgets.obstacles(evicting: evicted, after: earlier)
            if method == .scaleDown { obstacles += scalingObstacles(evicted, after: earlier) }
            return candidate(node, name, evicted, obstacles.unique.filter { !$0.isTolerated(by: tolerated) })
        }
    }

    /// The running pods that a release moves.
    func evictions(on node: String) -> [Pod] {
        pods(on: node).filter { $0.duty == .evicted }.map(\.pod)
    }

    private func candidate(
        _ node: ClusterNode,
        _ name: String,
        _ evicted: [Pod],
        _ obstacles: [Obstacle]
    ) -> ReleaseCandidate {
        let running = pods(on: name).filter { $0.duty != .finished }.map(\.pod)
        let used = running.reduce(UInt64(0)) { sum, pod in
            let (total, overflow) = sum.addingReportingOverflow(PodFootprint.memory(pod))
            return overflow ? .max : total
        }
        let memory = node.status.flatMap { $0.allocatable["memory"] ?? $0.capacity["memory"] }
        return ReleaseCandidate(
            name: name,
            capacity: UInt64(clamping: memory?.units ?? 0),
            used: used,
            load: evicted.count,
            cost: evicted.reduce(0) { $0 + PodFootprint.cost($1) },
            created: node.metadata.creationTimestamp.flatMap { Moment($0.text) },
            lastUse: evicted.compactMap(\.placed).max(),
            obstacles: obstacles
        )
    }

    /// What speaks against making the workloads of pods smaller by these pods.
    private func scalingObstacles(_ pods: [Pod], after earlier: [Pod]) -> [Obstacle] {
        var taken: [String: Int] = [:]
        for pod in earlier {
            if let workload = workloads.workload(of: pod) { taken[workload.qualifiedName, default: 0] += 1 }
        }
        var obstacles: [Obstacle] = []
        for pod in pods {
            guard let workload = workloads.workload(of: pod), workload.resourceVersion != nil else {
                obstacles.append(Obstacle(.unscalableWorkload, pod.qualifiedName))
                continue
            }
            taken[workload.qualifiedName, default: 0] += 1
            let name = workload.qualifiedName
            if !workload.isSettled { obstacles.append(Obstacle(.unsettledWorkload, name)) }
            if workloads.isAutoscaled(workload) { obstacles.append(Obstacle(.autoscaledWorkload, name)) }
            if taken[name] ?? 0 >= workload.replicas { obstacles.append(Obstacle(.wouldStopWorkload, name)) }
        }
        return obstacles
    }
}

extension ClusterNode {
    /// Whether new pods may be placed on the node.
    fileprivate var takesPods: Bool {
        isReady && spec?.unschedulable != true && metadata.deletionTimestamp == nil
            && !(spec?.taints ?? []).contains { $0.effect != "PreferNoSchedule" }
    }

    fileprivate var isReady: Bool {
        status?.conditions.contains { $0.type == "Ready" && $0.status == "True" } ?? false
    }

    /// What the node itself says against its release.
    fileprivate var obstacles: [Obstacle] {
        let annotations = metadata.annotations
        let rules: [(Bool, Obstacle.Kind)] = [
            (NodeMarks.controlPlaneLabels.contains { metadata.labels[$0] != nil }, .controlPlane),
            (!isReady, .unready),
            (
                metadata.deletionTimestamp != nil
                    || spec?.taints.contains { NodeMarks.releaseTaints.contains($0.key) } == true,
                .alreadyReleased
            ),
            (metadata.uid == nil || metadata.resourceVersion == nil, .unversioned),
            (ReleaseAnnotation.doNotDisrupt.contains { annotations[$0] == "true" }, .doNotDisrupt),
            (annotations[ReleaseAnnotation.scaleDownDisabled] == "true", .scaleDownDisabled),
            (annotations.keys.contains { $0.hasPrefix(ReleaseAnnotation.delayPrefix) }, .deletionDelayed),
        ]
        return rules.filter(\.0).map { Obstacle($0.1) }
    }
}

/// Marks of nodes that others set.
private enum NodeMarks {
    static let controlPlaneLabels = [
        WellKnownLabel.controlPlane, "node-role.kubernetes.io/master", "node-role.kubernetes.io/controlplane",
        "node-role.kubernetes.io/etcd",
    ]
    /// Taints of those who release the node at the moment.
    static let releaseTaints = ["ToBeDeletedByClusterAutoscaler", "karpenter.sh/disrupted"]
}

extension Pod {
    /// What a pod that a release would move says against it.
    fileprivate var obstacles: [Obstacle] {
        let annotations = metadata.annotations
        var obstacles: [Obstacle] = []
        if metadata.uid == nil { obstacles.append(Obstacle(.unversioned, qualifiedName)) }
        if ReleaseAnnotation.doNotDisrupt.contains(where: { annotations[$0] == "true" }) {
            obstacles.append(Obstacle(.doNotDisrupt, qualifiedName))
        }
        switch annotations[ReleaseAnnotation.safeToEvict] {
        case "true": return obstacles
        case "false": obstacles.append(Obstacle(.notSafeToEvict, qualifiedName))
        default: break
        }
        if controller == nil { obstacles.append(Obstacle(.barePod, qualifiedName)) }
        let safe = Set((annotations[ReleaseAnnotation.safeVolumes] ?? "").split(separator: ",").map(String.init))
        let isLocal = spec?.volumes.contains { ($0.emptyDir != nil || $0.hostPath != nil) && !safe.contains($0.name) }
        if isLocal == true { obstacles.append(Obstacle(.localStorage, qualifiedName)) }
        return obstacles
    }
}
