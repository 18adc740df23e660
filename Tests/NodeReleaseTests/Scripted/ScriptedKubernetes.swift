import Diagnostics
import KubeModel
import NodeRelease
import YAMLTree

/// The part of an API server that plans use: reading, patching with versions and tests, evictions under budgets, deletions,
/// and the controllers that follow. Bodies and patched objects must be what KubeModel reads strictly.
enum ScriptedKubernetes {
    static func api(_ objects: [AnyKubernetesObject], faults: [String: [Fault]] = [:]) -> ScriptedAPI {
        var stored = Objects()
        for object in objects { stored[path(of: object)] = object.makeNode() }
        return ScriptedAPI(stored, faults: faults) { answer(&$0, $1) }
    }

    static func path(of object: AnyKubernetesObject) -> String {
        let kind = object.groupVersionKind
        let group = kind.group.isEmpty ? "/api/\(kind.version)" : "/apis/\(kind.group)/\(kind.version)"
        let namespace = kind.kind == "Node" ? "" : "/namespaces/\(object.metadata.namespace ?? "default")"
        return "\(group)\(namespace)/\(kind.kind.lowercased())s/\(object.metadata.name ?? "")"
    }

    private static func answer(_ objects: inout Objects, _ request: PlanRequest) -> StepAnswer {
        switch request.method {
        case .get: get(objects, request.path)
        case .patch: patch(&objects, request)
        case .post: evict(&objects, request)
        case .delete: delete(&objects, request)
        }
    }

    private static func get(_ objects: Objects, _ path: String) -> StepAnswer {
        let list = "/api/v1/pods?fieldSelector=spec.nodeName%3D"
        if path.hasPrefix(list) {
            let node = String(path.dropFirst(list.count))
            let pods = objects.paths.compactMap { objects[$0] }.filter {
                $0["kind"]?.text == "Pod" && $0["spec"]?["nodeName"]?.text == node
            }
            return StepAnswer(200, ["items": .sequence(pods)])
        }
        return objects[path].map { StepAnswer(200, $0) } ?? StepAnswer(404)
    }

    private static func patch(_ objects: inout Objects, _ request: PlanRequest) -> StepAnswer {
        guard let present = objects[request.path] else { return StepAnswer(404) }
        guard let body = request.body else { return StepAnswer(400) }
        var changed: Node
        switch request.contentType {
        case "application/merge-patch+json":
            for field in ["resourceVersion", "uid"] {
                if let wanted = body["metadata"]?[field], wanted != present["metadata"]?[field] {
                    return StepAnswer(409)
                }
            }
            changed = Patches.merged(present, body)
        case "application/json-patch+json":
            guard let result = Patches.patched(present, body) else { return StepAnswer(422) }
            changed = result
        default: return StepAnswer(415)
        }
        guard isValid(changed) else { return StepAnswer(422) }
        changed["metadata"]?["resourceVersion"] = .string(objects.nextVersion())
        objects[request.path] = changed
        ScriptedControllers.follow(&objects, request.path)
        return StepAnswer(200, changed)
    }

    private static func evict(_ objects: inout Objects, _ request: PlanRequest) -> StepAnswer {
        let suffix = "/eviction"
        guard request.path.hasSuffix(suffix), let body = request.body, isValid(body),
            let eviction = object(body)?.as(Eviction.self)
        else { return StepAnswer(400) }
        let path = String(request.path.dropLast(suffix.count))
        guard let pod = objects[path] else { return StepAnswer(404) }
        guard eviction.metadata.name == pod["metadata"]?["name"]?.text else { return StepAnswer(400) }
        if let uid = eviction.deleteOptions?.preconditions?.uid, uid != pod["metadata"]?["uid"]?.text {
            return StepAnswer(409)
        }
        let budgets = objects.paths.filter { path in
            guard let budget = objects[path].flatMap(object)?.as(PodDisruptionBudget.self),
                let pod = object(pod)?.as(Pod.self)
            else { return false }
            return budget.spec?.selector?.matches(pod) ?? false
        }
        if budgets.count > 1 { return StepAnswer(500) }
        if let path = budgets.first {
            let allowed = objects[path]?["status"]?["disruptionsAllowed"]?.text.flatMap { Int($0) } ?? 0
            guard allowed > 0 else { return StepAnswer(429) }
            objects[path]?["status"]?["disruptionsAllowed"] = .integer(allowed - 1)
        }
        objects[path] = nil
        return StepAnswer(201)
    }

    private static func delete(_ objects: inout Objects, _ request: PlanRequest) -> StepAnswer {
        guard let present = objects[request.path] else { return StepAnswer(404) }
        if let body = request.body {
            let context = ReadingContext(schema: .kubernetes, unknownFieldCode: .kubernetesUnknownField)
            guard let options = DeleteOptions(reading: body, context), context.problemCount == 0 else {
                return StepAnswer(400)
            }
            if let uid = options.preconditions?.uid, uid != present["metadata"]?["uid"]?.text { return StepAnswer(409) }
        }
        objects[request.path] = nil
        return StepAnswer(200)
    }

    private static func object(_ node: Node) -> AnyKubernetesObject? {
        AnyKubernetesObject(reading: node, ReadingContext(schema: .kubernetes))
    }

    /// Whether KubeModel reads the object without a problem, unknown fields being one.
    private static func isValid(_ node: Node) -> Bool {
        let context = ReadingContext(schema: .kubernetes, unknownFieldCode: .kubernetesUnknownField)
        return AnyKubernetesObject(reading: node, context) != nil && context.problemCount == 0
    }
}

/// What controllers do after a change, at once.
enum ScriptedControllers {
    static func follow(_ objects: inout Objects, _ path: String) {
        guard let object = objects[path], let kind = object["kind"]?.text else { return }
        switch kind {
        case "Deployment": scale(&objects, object)
        case "MachineDeployment": removeMachine(&objects) { _ in true }
        case "Cluster":
            for pool in object["spec"]?["rkeConfig"]?["machinePools"]?.sequence ?? [] {
                let name = pool["name"]?.text
                let machines = objects.paths.compactMap { objects[$0] }.filter {
                    $0["kind"]?.text == "Machine"
                        && $0["metadata"]?["labels"]?["rke.cattle.io/rke-machine-pool-name"]?.text == name
                }
                if machines.count > pool["quantity"]?.text.flatMap({ Int($0) }) ?? 0 {
                    removeMachine(&objects) {
                        $0["metadata"]?["labels"]?["rke.cattle.io/rke-machine-pool-name"]?.text == name
                    }
                }
            }
        default: break
        }
    }

    /// Removes pods until there are as many as the Deployment wants, those with the least deletion cost first.
    private static func scale(_ objects: inout Objects, _ deployment: Node) {
        let wanted = deployment["spec"]?["replicas"]?.text.flatMap { Int($0) } ?? 1
        let app = deployment["metadata"]?["name"]?.text
        let pods = objects.paths.filter {
            objects[$0]?["kind"]?.text == "Pod" && objects[$0]?["metadata"]?["labels"]?["app"]?.text == app
        }
        let byCost = pods.sorted { cost(objects[$0]) < cost(objects[$1]) }
        for path in byCost.prefix(max(0, pods.count - wanted)) { objects[path] = nil }
    }

    private static func cost(_ pod: Node?) -> Int {
        pod?["metadata"]?["annotations"]?["controller.kubernetes.io/pod-deletion-cost"]?.text.flatMap { Int($0) } ?? 0
    }

    /// Removes the machine that is marked, else the first.
    private static func removeMachine(_ objects: inout Objects, _ matches: (Node) -> Bool) {
        let machines = objects.paths.filter { objects[$0]?["kind"]?.text == "Machine" && matches(objects[$0] ?? [:]) }
        let marked = machines.first {
            objects[$0]?["metadata"]?["annotations"]?["cluster.x-k8s.io/delete-machine"] != nil
        }
        if let path = marked ?? machines.first { objects[path] = nil }
    }
}
