import KubeModel
import OrderedCollections
import YAMLTree

/// The requests to an API server that plans are made of, each with the `kubectl` command that does the same.
enum KubernetesRequests {
    /// Marks a node so that no pod is placed on it, or takes the mark away; only if it has the version, when one is given.
    static func cordon(_ node: String, _ isCordoned: Bool, version: String? = nil) -> PlanRequest {
        var body: Node = ["spec": ["unschedulable": .bool(isCordoned)]]
        if let version { body["metadata"] = ["resourceVersion": .string(version)] }
        return PlanRequest(
            .patch,
            RequestPath.make(["api", "v1", "nodes", node]),
            contentType: MediaType.mergePatch,
            body: body,
            stale: version == nil ? [] : [404, 409],
            command: patch(["node", node], type: "merge", body)
        )
    }

    /// Asks for the eviction of a pod.
    ///
    /// 201 means that the pod is going to end, 404 that there is none. 409 means that a pod of this name is another one: its
    /// node is looked at afterwards. 429 means that a budget allows it later; 500 that it never will, because two budgets
    /// select the pod.
    static func evict(_ pod: Pod) -> PlanRequest {
        let name = pod.metadata.name ?? ""
        let path = RequestPath.make(["api", "v1", "namespaces", pod.namespace, "pods", name, "eviction"])
        let eviction = Eviction(
            metadata: ObjectMeta(name: name, namespace: pod.namespace),
            deleteOptions: DeleteOptions(preconditions: Preconditions(uid: pod.metadata.uid))
        )
        let body = eviction.makeNode()
        return PlanRequest(
            .post,
            path,
            contentType: MediaType.json,
            body: body,
            accepted: [200, 201, 404, 409],
            retry: PlanRequest.Retry([429, 503], Pace(every: .seconds(5), for: .seconds(1800))),
            command: ShellCommand(["kubectl", "create", "--raw", path, "-f", "-"], input: text(body))
        )
    }

    /// Says which of the pods of a workload are to go first; nil takes the annotation away.
    static func deletionCost(_ pod: Pod, _ cost: String?) -> PlanRequest {
        let name = pod.metadata.name ?? ""
        var metadata: Node = [
            "annotations": [ReleaseAnnotation.deletionCost: cost.map { .string($0) } ?? .null()]
        ]
        // Of another pod with the same name nothing is known.
        metadata["uid"] = pod.metadata.uid.map { .string($0) }
        let body: Node = ["metadata": metadata]
        return PlanRequest(
            .patch,
            RequestPath.make(["api", "v1", "namespaces", pod.namespace, "pods", name]),
            contentType: MediaType.mergePatch,
            body: body,
            accepted: cost == nil ? [200, 404] : [200],
            stale: cost == nil ? [] : [404, 409, 422],
            command: patch(["pod", name, "--namespace", pod.namespace], type: "merge", body)
        )
    }

    /// Changes the number of pods of a workload, provided that it is what the plan thinks.
    static func scale(_ workload: WorkloadIndex.Workload, from old: Int, to new: Int) -> PlanRequest {
        let resource = workload.kind == "Deployment" ? "deployments" : "replicasets"
        let body: Node = [
            ["op": "test", "path": "/spec/replicas", "value": .integer(old)],
            ["op": "replace", "path": "/spec/replicas", "value": .integer(new)],
        ]
        return PlanRequest(
            .patch,
            RequestPath.make(["apis", "apps", "v1", "namespaces", workload.namespace, resource, workload.name]),
            contentType: MediaType.jsonPatch,
            body: body,
            stale: [404, 409, 422],
            command: patch([resource, workload.name, "--namespace", workload.namespace], type: "json", body)
        )
    }

    /// Deletes a node, unless another one has its name by now.
    static func delete(_ node: String, uid: String) -> PlanRequest {
        let path = RequestPath.make(["api", "v1", "nodes", node])
        let options = DeleteOptions(
            apiVersion: "v1",
            kind: "DeleteOptions",
            preconditions: Preconditions(uid: uid)
        )
        return PlanRequest(
            .delete,
            path,
            contentType: MediaType.json,
            body: options.makeNode(),
            accepted: [200, 202, 404],
            stale: [409],
            command: ShellCommand(["kubectl", "delete", "--raw", path, "-f", "-"], input: text(options.makeNode()))
        )
    }

    static func patch(_ target: [String], type: String, _ body: Node) -> ShellCommand {
        ShellCommand(["kubectl", "patch"] + target + ["--type=\(type)", "--patch", text(body)])
    }

    private static func text(_ body: Node) -> String { JSONWriter(layout: .compact).text(body) }
}
