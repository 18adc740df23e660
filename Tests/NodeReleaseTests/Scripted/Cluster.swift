import Diagnostics
import KubeModel
import NodeRelease
import YAMLTree

/// Kubernetes objects of tests, written in few words.
enum Cluster {
    static func read(_ texts: String...) throws -> [AnyKubernetesObject] {
        try texts.flatMap { try ManifestStream().read($0, file: "cluster.yaml").value }
    }

    static func node(_ name: String, memory: String = "4Gi", extra: String = "", spec: String = "{}") -> String {
        """
        apiVersion: v1
        kind: Node
        metadata: {name: \(name), uid: uid-\(name), resourceVersion: "7", \
        creationTimestamp: "2026-01-01T00:00:00Z"\(extra.isEmpty ? "" : ", " + extra)}
        spec: \(spec)
        status:
          allocatable: {memory: \(memory), pods: "110"}
          conditions: [{type: Ready, status: "True"}]

        """
    }

    /// A pod of the ReplicaSet `APP-1` unless `owner` says otherwise.
    static func pod(
        _ name: String,
        on node: String,
        app: String = "web",
        owner: String? = nil,
        extra: String = "",
        spec: String = "",
        memory: String = "256Mi"
    ) -> String {
        let owner =
            owner ?? "{apiVersion: apps/v1, kind: ReplicaSet, name: \(app)-1, uid: uid-rs-\(app), controller: true}"
        return """
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: \(name)
              namespace: shop
              uid: uid-\(name)
              labels: {app: \(app)}
              ownerReferences: [\(owner)]
            \(extra.isEmpty ? "" : "  " + extra)
            spec:
              nodeName: \(node)
              terminationGracePeriodSeconds: 10
              containers: [{name: main, image: nginx, resources: {requests: {memory: \(memory)}}}]
            \(spec.isEmpty ? "" : "  " + spec)
            status:
              phase: Running
              startTime: "2026-02-01T00:00:00Z"
              conditions: [{type: Ready, status: "True"}]

            """
    }

    static func budget(_ name: String, app: String = "web", allowed: Int, extra: String = "") -> String {
        """
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: \(name), namespace: shop, resourceVersion: "1"}
        spec: {minAvailable: 1, selector: {matchLabels: {app: \(app)}}\(extra)}
        status: {disruptionsAllowed: \(allowed), currentHealthy: 3, desiredHealthy: 2, expectedPods: 3}

        """
    }

    /// A Deployment with its ReplicaSet, settled.
    static func deployment(_ app: String = "web", replicas: Int, ready: Int? = nil) -> String {
        """
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: \(app), namespace: shop, uid: uid-\(app), resourceVersion: "5", generation: 2}
        spec:
          replicas: \(replicas)
          selector: {matchLabels: {app: \(app)}}
          template: {metadata: {labels: {app: \(app)}}, spec: {containers: [{name: main, image: nginx}]}}
        status: {replicas: \(replicas), updatedReplicas: \(replicas), readyReplicas: \(ready ?? replicas), \
        observedGeneration: 2}
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: \(app)-1
          namespace: shop
          uid: uid-rs-\(app)
          ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: \(app), uid: uid-\(app), controller: true}]
        spec: {replicas: \(replicas), selector: {matchLabels: {app: \(app)}}}

        """
    }

    /// Two nodes; three pods, a daemon and a mirror pod on the first.
    static func small() throws -> [AnyKubernetesObject] {
        try read(
            node("a") + "---\n" + node("b") + pod("web-1", on: "a") + pod("web-2", on: "a") + pod("web-3", on: "b")
                + pod(
                    "logs-a",
                    on: "a",
                    app: "logs",
                    owner: "{apiVersion: apps/v1, kind: DaemonSet, name: logs, uid: uid-logs, controller: true}"
                )
                + pod(
                    "proxy-a",
                    on: "a",
                    app: "proxy",
                    owner: "{apiVersion: v1, kind: Node, name: a, uid: uid-a, controller: true}",
                    extra: "annotations: {kubernetes.io/config.mirror: abc}"
                )
                + deployment(replicas: 3)
        )
    }
}

extension NodeInventory {
    func obstacles(of node: String, after released: [String] = []) -> [String] {
        candidates(after: released, tolerating: []).first { $0.name == node }?.obstacles.map(\.description) ?? ["?"]
    }
}
