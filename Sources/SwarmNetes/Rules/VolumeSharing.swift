import OrchestrationIR

/// What follows from several instances using one volume.
enum VolumeSharing {
    /// How many instances mount each volume at the same time, at least.
    static func instances(in application: Application) -> [String: Int] {
        var counts: [String: Int] = [:]
        for workload in application.workloads {
            for name in Set(volumes(of: workload)) {
                let (sum, overflow) = counts[name, default: 0].addingReportingOverflow(workload.instanceCount)
                counts[name] = overflow ? .max : sum
            }
        }
        return counts
    }

    /// The rollout of a workload that states none: if its volumes can be mounted on one node only, all old instances
    /// have to stop before new ones start, or the new ones would wait for the volume forever.
    static func derivedRollout(_ workload: Workload, in application: Application) -> Rollout? {
        guard case .replicated = workload.kind, workload.instanceCount == 1 else { return nil }
        return volumes(of: workload).isEmpty ? nil : Rollout(order: .stopAllFirst)
    }

    private static func volumes(of workload: Workload) -> [String] {
        (workload.initContainers + workload.containers).flatMap(\.mounts).compactMap { mount in
            if case .volume(let name) = mount.source { name } else { nil }
        }
    }
}

extension Workload {
    /// The number of instances that run at the same time; for one on each node, at least two.
    var instanceCount: Int {
        switch kind {
        case .replicated(let count), .stableIdentity(let count, _), .runToCompletion(let count, _): count ?? 1
        case .onePerNode, .onceOnEachNode: 2
        case .single: 1
        }
    }
}
