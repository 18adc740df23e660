import KubeModel
import OrderedCollections

extension MachineInventory: NodeInventory {
    /// The machines under the names of their nodes, in order, each with what speaks against its release.
    public func candidates(
        after released: [String],
        tolerating tolerated: Set<Obstacle.Kind>
    ) -> [ReleaseCandidate] {
        let gone = Set(released)
        let nodes = cluster?.candidates(after: released, tolerating: tolerated) ?? []
        let byName = Dictionary(nodes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let earlier = machines.filter { gone.contains($0.candidateName) }
        return machines.filter { !gone.contains($0.candidateName) }.map { machine in
            var candidate = byName[machine.candidateName] ?? ReleaseCandidate(name: machine.candidateName)
            candidate.created =
                candidate.created ?? machine.metadata.creationTimestamp.flatMap { Moment($0.text) }
            let own = obstacles(machine, after: earlier).filter { !$0.isTolerated(by: tolerated) }
            candidate.obstacles = (candidate.obstacles + own).unique
            return candidate
        }
    }

    private func obstacles(_ machine: Machine, after earlier: [Machine]) -> [Obstacle] {
        var obstacles = machine.obstacles
        if let (cluster, pool) = pool(of: machine) {
            let taken = earlier.filter { $0.pool == pool.name && $0.cluster == cluster.name }.count
            obstacles += self.obstacles(cluster, pool, taken: taken)
            if let deployment = deployment(of: machine), activeSets(of: deployment) > 1 {
                obstacles.append(Obstacle(.rolloutInProgress, deployment.name))
            }
        } else if let deployment = deployment(of: machine) {
            let uid = deployment.metadata.uid
            let taken = earlier.filter { self.deployment(of: $0)?.metadata.uid == uid }.count
            obstacles += self.obstacles(deployment, taken: taken)
        } else if !machine.isControlPlane {
            obstacles.append(Obstacle(.machineMissing, machine.name))
        }
        return obstacles
    }

    private func obstacles(
        _ cluster: ProvisionedCluster,
        _ pool: ProvisionedCluster.Pool,
        taken: Int
    ) -> [Obstacle] {
        let rules: [(Bool, Obstacle)] = [
            (cluster.metadata.resourceVersion == nil || !pool.hasQuantity, Obstacle(.unversioned, cluster.name)),
            (pool.isControlPlane, Obstacle(.controlPlane, pool.name)),
            (!cluster.isSettled, Obstacle(.rolloutInProgress, cluster.name)),
            (pool.quantity - taken <= max(pool.minimum ?? 0, 0), Obstacle(.poolMinimum, pool.name)),
            (!pool.isDrained, Obstacle(.notDrained, pool.name)),
        ]
        return rules.filter(\.0).map(\.1)
    }

    private func obstacles(_ deployment: MachineDeployment, taken: Int) -> [Obstacle] {
        let minimum = deployment.metadata.annotations[MachineAnnotation.minimum].flatMap { Int($0) } ?? 0
        let rules: [(Bool, Obstacle)] = [
            (deployment.metadata.resourceVersion == nil, Obstacle(.unversioned, deployment.name)),
            (!deployment.isSettled || activeSets(of: deployment) > 1, Obstacle(.rolloutInProgress, deployment.name)),
            (deployment.replicas - taken <= max(minimum, 0), Obstacle(.poolMinimum, deployment.name)),
        ]
        return rules.filter(\.0).map(\.1)
    }
}

extension Machine {
    /// What the machine itself says against its release.
    fileprivate var obstacles: [Obstacle] {
        let rules: [(Bool, Obstacle)] = [
            (isControlPlane, Obstacle(.controlPlane)),
            (
                metadata.deletionTimestamp != nil || metadata.annotations[ReleaseAnnotation.deleteMachine] != nil,
                Obstacle(.alreadyReleased)
            ),
            (metadata.uid == nil || metadata.resourceVersion == nil, Obstacle(.unversioned)),
            (phase.map { $0 != "Running" } ?? false, Obstacle(.unready)),
            (metadata.annotations[MachineAnnotation.undrained] != nil, Obstacle(.notDrained)),
        ]
        return rules.filter(\.0).map(\.1)
    }
}

/// Annotations of Cluster API.
private enum MachineAnnotation {
    static let minimum = "cluster.x-k8s.io/cluster-api-autoscaler-node-group-min-size"
    static let undrained = "machine.cluster.x-k8s.io/exclude-node-draining"
}
