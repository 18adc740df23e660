import OrchestrationIR

// Kubernetes has nothing that runs once on each node. A DaemonSet comes close: the containers run as init containers, which
// Kubernetes starts again until they succeed, and a container that does nothing stays behind on the node.

extension Workload {
    /// The container that stays behind.
    private static let remainder = Container(name: "ended", image: "registry.k8s.io/pause:3.10")

    /// The workload as a DaemonSet can say it.
    var asDaemon: Workload {
        guard kind == .onceOnEachNode else { return self }
        var workload = self
        workload.kind = .onePerNode
        workload.restart = nil
        workload.initContainers += containers
        workload.containers = [Self.remainder]
        return workload
    }

    /// The workload that a DaemonSet says, which may be one that runs once on each node.
    var fromDaemon: Workload {
        guard kind == .onePerNode, containers == [Self.remainder], let main = initContainers.last else { return self }
        var workload = self
        workload.kind = .onceOnEachNode
        workload.restart = nil
        workload.initContainers.removeLast()
        workload.containers = [main]
        return workload
    }
}
