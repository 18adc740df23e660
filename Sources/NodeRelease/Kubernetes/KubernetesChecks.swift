import KubeModel

/// The questions to an API server that plans ask, each with the `kubectl` command that asks the same.
enum KubernetesChecks {
    /// A node, a workload or a machine has not changed since the inventory was made.
    static func unchanged(_ object: KubernetesReference, _ metadata: ObjectMeta) -> [PlanCheck] {
        [
            metadata.uid.map { field(object, "metadata.uid", $0, "\(object.words) is the one in the inventory") },
            metadata.resourceVersion.map {
                field(object, "metadata.resourceVersion", $0, "\(object.words) is as it was in the inventory")
            },
        ].compactMap { $0 }
    }

    /// A field of an object has a value.
    static func field(
        _ object: KubernetesReference,
        _ field: String,
        _ value: String,
        _ statement: String
    ) -> PlanCheck {
        PlanCheck(
            statement,
            path: object.path,
            .equals(JSONPointer(keys: field.split(separator: ".").map(String.init)), value),
            command: ShellCheck(object.get + ["-o", "jsonpath={.\(field)}"], .prints(value))
        )
    }

    /// An object is gone: there is none of its name, or a new one.
    static func gone(_ object: KubernetesReference, uid: String) -> PlanCheck {
        PlanCheck(
            "\(object.words) is gone",
            path: object.path,
            .differs("/metadata/uid", uid),
            acceptsAbsence: true,
            command: ShellCheck(
                object.get + ["--ignore-not-found", "-o", "jsonpath={.metadata.uid}"],
                .printsOther(uid)
            )
        )
    }

    /// On a node are no pods but those of the inventory.
    static func onlyPods(_ pods: [Pod], on node: String) -> PlanCheck {
        let uids = pods.compactMap(\.metadata.uid)
        let selector = "spec.nodeName=\(node)"
        return PlanCheck(
            "on the node \(node) are no pods but those in the inventory",
            path: RequestPath.make(["api", "v1", "pods"], query: [("fieldSelector", selector)]),
            .hasOnly("/items", member: "/metadata/uid", uids),
            command: ShellCheck(
                [
                    "kubectl", "get", "pods", "--all-namespaces", "--field-selector", selector, "-o",
                    "jsonpath={range .items[*]}{.metadata.uid}{\"\\n\"}{end}",
                ],
                .printsOnly(uids)
            )
        )
    }
}

/// An object of the API: its path, how `kubectl` names it, and how people do.
struct KubernetesReference: Sendable {
    let path: String
    let get: [String]
    let words: String

    /// A node.
    static func node(_ name: String) -> KubernetesReference {
        KubernetesReference(
            path: RequestPath.make(["api", "v1", "nodes", name]),
            get: ["kubectl", "get", "node", name],
            words: "the node \(name)"
        )
    }

    /// A pod.
    static func pod(_ pod: Pod) -> KubernetesReference {
        let name = pod.metadata.name ?? ""
        return KubernetesReference(
            path: RequestPath.make(["api", "v1", "namespaces", pod.namespace, "pods", name]),
            get: ["kubectl", "get", "pod", name, "--namespace", pod.namespace],
            words: "the pod \(pod.qualifiedName)"
        )
    }

    /// An object of an API group, in a namespace.
    static func object(
        group: String,
        version: String,
        _ resource: String,
        _ namespace: String,
        _ name: String,
        words: String
    ) -> KubernetesReference {
        KubernetesReference(
            path: RequestPath.make(["apis", group, version, "namespaces", namespace, resource, name]),
            get: ["kubectl", "get", "\(resource).\(version).\(group)", name, "--namespace", namespace],
            words: "the \(words) \(namespace)/\(name)"
        )
    }
}
