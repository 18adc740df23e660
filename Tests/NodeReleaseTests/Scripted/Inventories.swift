import Diagnostics
import KubeModel
import NodeRelease

/// Inventories of tests, one for each way to release a node.
enum Inventories {
    static func machines(quantity: Int = 3, drained: Bool = true, minimum: Int = 1, sets: String = "") throws
        -> MachineInventory
    {
        try MachineInventory(provisioned(quantity: quantity, drained: drained, minimum: minimum, sets: sets))
    }

    /// A cluster that Rancher provisions, with three machines in the pool `workers`.
    static func provisioned(
        quantity: Int = 3,
        drained: Bool = true,
        minimum: Int = 1,
        sets: String = ""
    ) throws -> [AnyKubernetesObject] {
        let machines = ["m1", "m2", "m3"].map {
            machine($0, owner: "MachineSet", labels: "rke.cattle.io/rke-machine-pool-name: workers")
        }
        return try Cluster.read(
            """
            apiVersion: provisioning.cattle.io/v1
            kind: Cluster
            metadata: {name: prod, namespace: fleet-default, uid: uid-prod, resourceVersion: "40", generation: 3}
            spec:
              rkeConfig:
                machinePools:
                - {name: managers, quantity: 3, controlPlaneRole: true, etcdRole: true}
                - name: workers
                  quantity: \(quantity)
                  workerRole: true
                  drainBeforeDelete: \(drained)
                  machineDeploymentAnnotations: {cluster.provisioning.cattle.io/autoscaler-min-size: "\(minimum)"}
            status: {observedGeneration: 3}

            """ + machines.joined() + sets
        )
    }

    /// A MachineDeployment of Cluster API with three machines.
    static func clusterAPI(status: String = "replicas: 3, updatedReplicas: 3, observedGeneration: 2") throws
        -> [AnyKubernetesObject]
    {
        let owner =
            "{apiVersion: cluster.x-k8s.io/v1beta1, kind: MachineDeployment, name: md, uid: uid-md, controller: true}"
        return try Cluster.read(
            """
            apiVersion: cluster.x-k8s.io/v1beta1
            kind: MachineDeployment
            metadata: {name: md, namespace: fleet-default, uid: uid-md, resourceVersion: "9", generation: 2}
            spec: {clusterName: prod, replicas: 3}
            status: {\(status)}
            ---
            apiVersion: cluster.x-k8s.io/v1beta1
            kind: MachineSet
            metadata: {name: ms, namespace: fleet-default, uid: uid-ms, ownerReferences: [\(owner)]}
            spec: {replicas: 3}

            """ + ["m1", "m2", "m3"].map { machine($0, owner: "MachineSet") }.joined()
        )
    }

    static func machine(_ name: String, owner: String, labels: String = "") -> String {
        """
        ---
        apiVersion: cluster.x-k8s.io/v1beta1
        kind: Machine
        metadata:
          name: \(name)
          namespace: fleet-default
          uid: uid-\(name)
          resourceVersion: "3"
          creationTimestamp: "2026-01-0\(name.dropFirst())T00:00:00Z"
          labels: {cluster.x-k8s.io/cluster-name: prod\(labels.isEmpty ? "" : ", " + labels)}
          ownerReferences:
          - {apiVersion: cluster.x-k8s.io/v1beta1, kind: \(owner), name: ms, uid: uid-ms, controller: true}
        spec: {clusterName: prod}
        status: {phase: Running, nodeRef: {kind: Node, name: node-\(name)}}

        """
    }

    static func swarm(_ text: String) throws -> SwarmInventory {
        try SwarmInventory([InventorySource(Array(text.utf8), file: "swarm.json")])
    }

    static func swarmNode(
        _ id: String,
        role: String = "worker",
        reachable: Bool = true,
        availability: String = "active",
        state: String = "ready",
        labels: String = "{}",
        host: String? = nil
    ) -> String {
        let manager = #", "ManagerStatus": {"Reachability": "\#(reachable ? "reachable" : "unreachable")"}"#
        return #"""
            {"ID": "id\#(id)", "Version": {"Index": 41}, "CreatedAt": "2026-01-0\#(id)T08:00:00.123456789Z",
             "Spec": {"Role": "\#(role)", "Availability": "\#(availability)", "Labels": \#(labels)},
             "Description": {"Hostname": "\#(host ?? "host\(id)")", "Platform": {"OS": "linux", "Architecture": "x86_64"},
               "Resources": {"NanoCPUs": 2000000000, "MemoryBytes": 1073741824}},
             "Status": {"State": "\#(state)"}\#(role == "manager" ? manager : "")}
            """#
    }

    static func swarmTask(_ id: Int, on node: String, service: String = "web", spec: String = "{}") -> String {
        #"""
        {"ID": "task\#(id)", "CreatedAt": "2026-02-01T00:00:0\#(id)Z", "ServiceID": "\#(service)", "Slot": \#(id),
         "NodeID": "id\#(node)", "DesiredState": "running", "Status": {"State": "running"}, "Spec": \#(spec)}
        """#
    }

    static func cattle(_ hosts: String, _ instances: String = "[]") throws -> CattleInventory {
        try CattleInventory([
            InventorySource(Array(#"{"type": "collection", "data": \#(hosts)}"#.utf8), file: "hosts.json"),
            InventorySource(Array(instances.utf8), file: "instances.json"),
        ])
    }

    static func cattleHost(_ number: Int, state: String = "active", agent: String = "active") -> String {
        #"""
        {"type": "host", "id": "1h\#(number)", "accountId": "1a5", "uuid": "u-\#(number)", "hostname": "rancher\#(number)",
         "state": "\#(state)", "agentState": "\#(agent)", "created": "2026-01-0\#(number)T00:00:00Z",
         "instanceIds": ["1i\#(number)"], "info": {"memoryInfo": {"memTotal": 1024.5, "memFree": 512}}}
        """#
    }
}
