import YAMLTree

extension SwarmInventory {
    /// The plan that drains a node, waits until its tasks run elsewhere, lets it leave and removes it. A manager becomes a
    /// worker first.
    ///
    /// Throws a `ReleaseError` when there is no such node, or obstacles in spite of which no plan could work.
    public func plan(releasing node: String, after released: [String]) throws(ReleaseError) -> ReleasePlan {
        let all = Set(Obstacle.Kind.allCases)
        let candidate = candidates(after: released, tolerating: all).first { $0.name == node }
        guard let candidate, let object = nodes.first(where: { name(of: $0) == node }) else {
            throw ReleaseError(.unknownNode, node: node)
        }
        guard candidate.obstacles.isEmpty, let version = object.version else {
            throw ReleaseError(.obstructed(candidate.obstacles), node: node)
        }
        let api = SwarmAPI(object)
        return ReleasePlan(
            orchestrator: .swarm,
            node: node,
            method: "drain",
            preconditions: [api.isUnchanged(version)],
            steps: [
                PlanStep(
                    object.isManager ? "Drain the node \(node), and make it a worker" : "Drain the node \(node)",
                    .send(api.update(availability: "drain", role: "worker", version: version)),
                    settled: api.isDrained,
                    reversal: api.isDrainedWorker
                        ? .nothing
                        : .send(api.update(availability: object.availability, role: object.role, version: nil))
                ),
                PlanStep("Wait until its tasks have gone", .wait(api.hasNoTasks, .tasks)),
            ] + (object.isManager ? [PlanStep("Wait until it is a worker", .wait(api.isNoManager, .tasks))] : []) + [
                PlanStep(
                    "Let the node \(node) leave",
                    .send(api.leave),
                    settled: api.isDown,
                    reversal: .impossible("let the node join again, with docker swarm join and a token")
                ),
                PlanStep("Wait until the managers know that it has left", .wait(api.isDown, .leaving)),
                PlanStep(
                    "Remove the node \(node)",
                    .send(api.remove),
                    reversal: .impossible("let the node join again, with docker swarm join and a token")
                ),
            ]
        )
    }
}

extension Pace {
    fileprivate static var tasks: Pace { Pace(every: .seconds(1), for: .seconds(900)) }
    fileprivate static var leaving: Pace { Pace(every: .seconds(1), for: .seconds(120)) }
}

extension SwarmNode {
    var role: String { isManager ? "manager" : "worker" }
}
