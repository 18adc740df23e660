import Foundation
import Testing

@Suite struct ReleaseCommandTests {
    private let folder: TemporaryFolder
    private let run: Transload

    /// Three nodes; `a` is of the control plane, `b` has a pod with local storage, `c` is empty.
    private static let cluster = #"""
        {"apiVersion": "v1", "kind": "List", "items": [
          {"apiVersion": "v1", "kind": "Node",
           "metadata": {"name": "a", "uid": "ua", "resourceVersion": "1",
             "labels": {"node-role.kubernetes.io/control-plane": ""}},
           "status": {"allocatable": {"memory": "2Gi"}, "conditions": [{"type": "Ready", "status": "True"}]}},
          {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "b", "uid": "ub", "resourceVersion": "2"},
           "status": {"allocatable": {"memory": "2Gi"}, "conditions": [{"type": "Ready", "status": "True"}]}},
          {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "c", "uid": "uc", "resourceVersion": "3"},
           "status": {"allocatable": {"memory": "2Gi"}, "conditions": [{"type": "Ready", "status": "True"}]}},
          {"apiVersion": "v1", "kind": "Pod",
           "metadata": {"name": "web-1", "namespace": "shop", "uid": "up", "ownerReferences": [
             {"apiVersion": "apps/v1", "kind": "ReplicaSet", "name": "web", "uid": "ur", "controller": true}]},
           "spec": {"nodeName": "b", "volumes": [{"name": "scratch", "emptyDir": {}}],
             "containers": [{"name": "web", "image": "nginx", "resources": {"requests": {"memory": "512Mi"}}}]},
           "status": {"phase": "Running"}}
        ]}
        """#

    init() throws {
        folder = try TemporaryFolder()
        run = Transload(folder: folder)
        try folder.write("cluster.json", Self.cluster)
    }

    @Test func printsTheInventoryTheChoiceAndTheSteps() async throws {
        let outcome = try await run("release", "-f", "cluster.json")
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(
            outcome.output.hasPrefix(
                """
                NODE  WORKLOADS  MEMORY FREE       RELEASE
                a     0          2048 of 2048 MiB  control-plane
                b     1          1536 of 2048 MiB  local-storage (shop/web-1)
                c     0          2048 of 2048 MiB  possible

                Release c: it has been unused for longest
                  1. Cordon the node c (can be undone)

                """
            ),
            "\(outcome.output)"
        )
    }

    @Test func printsTheSameForPrograms() async throws {
        let outcome = try await run(
            "release",
            "-f",
            "-",
            "--allow",
            "local-storage",
            "--node",
            "b",
            "--format",
            "json",
            input: Self.cluster
        )
        #expect(outcome.status == 0, "\(outcome.error)")
        let report = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let nodes = try #require(report["nodes"] as? [[String: Any]])
        #expect(nodes.map { $0["eligible"] as? Bool } == [false, true, true])
        let releases = try #require(report["releases"] as? [[String: Any]])
        #expect((releases.first?["plan"] as? [String: Any])?["node"] as? String == "b")
    }

    @Test func printsScripts() async throws {
        let outcome = try await run("release", "-f", "cluster.json", "--format", "commands")
        #expect(
            outcome.output.hasPrefix("#!/bin/sh\n") && outcome.output.contains("kubectl delete --raw /api/v1/nodes/c")
        )
        let undo = try await run("release", "-f", "cluster.json", "--format", "commands", "--undo")
        #expect(undo.output.contains(#"{"spec":{"unschedulable":false}}"#))
    }

    @Test func usesComeFromAFile() async throws {
        try folder.write("uses", "c\nb\n")
        let outcome = try await run("release", "-f", "cluster.json", "--allow", "local-storage", "--uses", "uses")
        #expect(outcome.output.contains("Release c: "))
        try folder.write("uses", "b\nc\n")
        let other = try await run("release", "-f", "cluster.json", "--allow", "local-storage", "--uses", "uses")
        #expect(other.output.contains("Release b: "))
        try folder.write("uses", "z")
        let unknown = try await run("release", "-f", "cluster.json", "--uses", "uses")
        #expect(unknown.status == 1 && unknown.error.contains("the node z"))
    }

    @Test func saysWhatStandsInTheWay() async throws {
        let outcome = try await run("release", "-f", "cluster.json", "--node", "a")
        #expect(outcome.status == 1 && outcome.error.contains("control-plane"), "\(outcome.error)")
        #expect(outcome.output.contains("local-storage (shop/web-1)"))
        let none = try await run("release", "-f", "cluster.json", "--count", "3")
        #expect(none.status == 1 && none.error.contains("no node may be released"))
    }

    @Test(arguments: [
        ["--count", "0"], ["--undo"], ["--node", "a", "--count", "2"], ["--allow", "everything"], ["--policy", "dice"],
    ])
    func wrongUsageIsRefused(_ arguments: [String]) async throws {
        let outcome = try await run(["release", "-f", "cluster.json"] + arguments)
        #expect(outcome.status == 2 && outcome.output.isEmpty)
    }

    @Test func wrongInventoriesAreRefusedWithThePlace() async throws {
        try folder.write("swarm.json", #"[{"ID": "x", "Spec": {"Role": "worker"}}]"#)
        let outcome = try await run("release", "-f", "swarm.json")
        #expect(outcome.status == 1 && outcome.error.contains("swarm.json:1:2: error:"), "\(outcome.error)")
        try folder.write("hosts.json", #"{"type": "collection", "data": []}"#)
        let empty = try await run("release", "-f", "hosts.json")
        #expect(empty.status == 1 && empty.error.contains("release.no-nodes"), "\(empty.error)")
    }
}
