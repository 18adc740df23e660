extension SwarmInventory: NodeInventory {
    /// The nodes in the order of their names, each with what speaks against its release.
    public func candidates(
        after released: [String],
        tolerating tolerated: Set<Obstacle.Kind>
    ) -> [ReleaseCandidate] {
        let gone = Set(released)
        let named = nodes.map { (node: $0, name: name(of: $0)) }
        let staying = named.filter { !gone.contains($0.name) }
        let managers = ManagerQuorum(staying.map(\.node))
        var room = TaskRoom(staying.map(\.node))
        return staying.map { node, name in
            let movable = movable(on: node)
            var obstacles = node.obstacles
            if node.isManager, !managers.survives(without: node) { obstacles.append(Obstacle(.managerQuorum)) }
            if !movable.isEmpty, !room.exists(for: [], besides: node) { obstacles.append(Obstacle(.lastNode)) }
            for task in movable {
                let service = serviceNames[task.service] ?? task.service
                if task.keepsData { obstacles.append(Obstacle(.localStorage, service)) }
                if !task.constraints.isEmpty, !room.exists(for: task.constraints, besides: node) {
                    obstacles.append(Obstacle(.pinnedWorkload, service))
                }
            }
            return ReleaseCandidate(
                name: name,
                capacity: node.memory,
                used: (tasks[node.id] ?? []).reduce(0) { sum, task in
                    let (total, overflow) = sum.addingReportingOverflow(task.reserved)
                    return overflow ? .max : total
                },
                load: movable.count,
                cost: Double(movable.count),
                created: node.created,
                lastUse: movable.compactMap(\.created).max(),
                obstacles: obstacles.unique.filter { !$0.isTolerated(by: tolerated) }
            )
        }
    }
}

extension SwarmNode {
    /// What the node itself says against its release.
    fileprivate var obstacles: [Obstacle] {
        let rules: [(Bool, Obstacle.Kind)] = [
            (isManager, .controlPlane), (!isReady, .unready), (version == nil, .unversioned),
        ]
        return rules.filter(\.0).map { Obstacle($0.1) }
    }
}

/// The managers of a Swarm, of whom more than half must be reachable (Raft).
struct ManagerQuorum {
    private let count: Int
    private let reachable: Int

    init(_ nodes: [SwarmNode]) {
        count = nodes.count { $0.isManager }
        reachable = nodes.count { $0.isManager && $0.isReachable }
    }

    /// Whether the managers have a majority now, and without one of them.
    func survives(without manager: SwarmNode) -> Bool {
        let left = reachable - (manager.isReachable ? 1 : 0)
        return reachable > count / 2 && count > 1 && left > (count - 1) / 2
    }
}

/// Where the tasks of a node could go. Each set of constraints is looked at once.
private struct TaskRoom {
    private let nodes: [SwarmNode]
    /// For each set of constraints two nodes that meet it, if there are so many.
    private var places: [[SwarmConstraint]: [String]] = [:]

    init(_ nodes: [SwarmNode]) {
        self.nodes = nodes.filter(\.takesTasks)
    }

    /// Whether some other node takes a task with these constraints.
    mutating func exists(for constraints: [SwarmConstraint], besides node: SwarmNode) -> Bool {
        if let known = places[constraints] { return known.contains { $0 != node.id } }
        let found = nodes.lazy.filter { other in constraints.allSatisfy { $0.isMet(by: other) } }.prefix(2).map(\.id)
        places[constraints] = Array(found)
        return found.contains { $0 != node.id }
    }
}
