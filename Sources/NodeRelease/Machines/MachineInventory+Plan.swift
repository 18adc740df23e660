import KubeModel
import OrderedCollections
import YAMLTree

extension MachineInventory {
    /// The plan that marks a machine as the first to go and makes its deployment or pool smaller by one.
    ///
    /// When the second request fails, the mark is taken away again: left alone, it would let this machine go when somebody
    /// else makes the deployment smaller. Throws a `ReleaseError` when there is no such machine, or obstacles in spite of
    /// which no plan could work.
    public func plan(releasing node: String, after released: [String]) throws(ReleaseError) -> ReleasePlan {
        let all = Set(Obstacle.Kind.allCases)
        let candidate = candidates(after: released, tolerating: all).first { $0.name == node }
        guard let candidate, let machine = machines.first(where: { $0.candidateName == node }) else {
            throw ReleaseError(.unknownNode, node: node)
        }
        guard candidate.obstacles.isEmpty, let uid = machine.metadata.uid, let shrinking = shrinking(machine, released)
        else {
            let missing = [Obstacle(.machineMissing, machine.name)]
            throw ReleaseError(.obstructed(candidate.obstacles.isEmpty ? missing : candidate.obstacles), node: node)
        }
        return ReleasePlan(
            orchestrator: .kubernetes,
            node: node,
            method: shrinking.method,
            preconditions: KubernetesChecks.unchanged(machine.reference, machine.metadata)
                + (released.isEmpty ? KubernetesChecks.unchanged(shrinking.owner, shrinking.metadata) : []),
            steps: [
                mark(machine), shrinking.step,
                PlanStep(
                    "Wait for the end of the machine \(machine.name)",
                    .wait(
                        KubernetesChecks.gone(machine.reference, uid: uid),
                        Pace(every: .seconds(5), for: .seconds(3600))
                    )
                ),
            ],
            failureResponse: .undo
        )
    }

    private func mark(_ machine: Machine) -> PlanStep {
        PlanStep(
            "Let the machine \(machine.name) go first",
            .send(annotate(machine, "true", version: machine.metadata.resourceVersion)),
            settled: PlanCheck(
                "\(machine.reference.words) is marked",
                path: machine.reference.path,
                .equals(JSONPointer(keys: ["metadata", "annotations", ReleaseAnnotation.deleteMachine]), "true"),
                command: ShellCheck(
                    machine.reference.get + [
                        "-o", "jsonpath={.metadata.annotations.cluster\\.x-k8s\\.io/delete-machine}",
                    ],
                    .prints("true")
                )
            ),
            reversal: .send(annotate(machine, nil, version: nil))
        )
    }

    private func annotate(_ machine: Machine, _ value: String?, version: String?) -> PlanRequest {
        var metadata: Node = ["annotations": [ReleaseAnnotation.deleteMachine: value.map { .string($0) } ?? .null()]]
        if let version { metadata["resourceVersion"] = .string(version) }
        let body: Node = ["metadata": metadata]
        let target = Array(machine.reference.get.dropFirst(2))
        return PlanRequest(
            .patch,
            machine.reference.path,
            contentType: MediaType.mergePatch,
            body: body,
            accepted: value == nil ? [200, 404] : [200],
            stale: value == nil ? [] : [404, 409],
            command: KubernetesRequests.patch(target, type: "merge", body)
        )
    }

    /// The step that makes the owner of a machine smaller.
    private func shrinking(_ machine: Machine, _ released: [String]) -> Shrinking? {
        let gone = Set(released)
        let earlier = machines.filter { gone.contains($0.candidateName) }
        if let (cluster, pool) = pool(of: machine) {
            let taken = earlier.filter { $0.pool == pool.name && $0.cluster == cluster.name }.count
            return Shrinking(cluster, pool, taken: taken)
        }
        guard let deployment = deployment(of: machine) else { return nil }
        let taken = earlier.filter { self.deployment(of: $0)?.metadata.uid == deployment.metadata.uid }.count
        return Shrinking(deployment, taken: taken)
    }
}
