import KubeModel
import YAMLTree

/// Making the owner of machines smaller by one.
struct Shrinking {
    let method: String
    let owner: KubernetesReference
    let metadata: ObjectMeta
    let step: PlanStep

    /// Scales a MachineDeployment.
    init(_ deployment: MachineDeployment, taken: Int) {
        let replicas = deployment.replicas - taken
        method = "machine-deployment"
        owner = deployment.reference
        metadata = deployment.metadata
        step = Self.step(owner, field: ["spec", "replicas"], from: replicas, tests: [])
    }

    /// Lowers the quantity of a pool of a cluster that Rancher provisions.
    init(_ cluster: ProvisionedCluster, _ pool: ProvisionedCluster.Pool, taken: Int) {
        let place = ["spec", "rkeConfig", "machinePools", String(pool.index)]
        method = "machine-pool"
        owner = cluster.reference
        metadata = cluster.metadata
        // Pools have no identity but their name: the place in the list must still be that of this one.
        let name: Node = [
            "op": "test", "path": .string(JSONPointer(keys: place + ["name"]).description),
            "value": .string(pool.name),
        ]
        step = Self.step(owner, field: place + ["quantity"], from: pool.quantity - taken, tests: [name])
    }

    private static func step(
        _ owner: KubernetesReference,
        field: [String],
        from old: Int,
        tests: [Node]
    ) -> PlanStep {
        let new = old - 1
        let jsonPath = field.map { Int($0) == nil ? ".\($0)" : "[\($0)]" }.joined()
        return PlanStep(
            "Make \(owner.words) smaller, from \(old) to \(new)",
            .send(patch(owner, field: field, from: old, to: new, tests: tests)),
            settled: PlanCheck(
                "\(owner.words) has the size \(new)",
                path: owner.path,
                .equals(JSONPointer(keys: field), String(new)),
                command: ShellCheck(owner.get + ["-o", "jsonpath={\(jsonPath)}"], .prints(String(new)))
            ),
            reversal: .send(patch(owner, field: field, from: new, to: old, tests: tests))
        )
    }

    private static func patch(
        _ owner: KubernetesReference,
        field: [String],
        from old: Int,
        to new: Int,
        tests: [Node]
    ) -> PlanRequest {
        let place = Node.string(JSONPointer(keys: field).description)
        let body = Node.sequence(
            tests + [
                ["op": "test", "path": place, "value": .integer(old)],
                ["op": "replace", "path": place, "value": .integer(new)],
            ]
        )
        return PlanRequest(
            .patch,
            owner.path,
            contentType: MediaType.jsonPatch,
            body: body,
            stale: [404, 409, 422],
            command: KubernetesRequests.patch(Array(owner.get.dropFirst(2)), type: "json", body)
        )
    }
}
