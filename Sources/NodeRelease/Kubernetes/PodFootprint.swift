import KubeModel
import OrderedCollections

/// What a pod takes of its node.
enum PodFootprint {
    /// The memory that the scheduler reserves, in bytes: of the containers and sidecars together, or of the largest init
    /// container if that is more, and the overhead.
    static func memory(_ pod: Pod) -> UInt64 {
        guard let spec = pod.spec else { return 0 }
        var sum = spec.containers.reduce(Quantity.zero) { $0 + memory($1) }
        var largest = Quantity.zero
        for container in spec.initContainers {
            if container.restartPolicy == "Always" { sum = sum + memory(container) }
            largest = max(largest, memory(container))
        }
        let total = max(sum, largest) + (spec.overhead["memory"] ?? .zero)
        return UInt64(clamping: total.units)
    }

    /// What the disruption of a pod costs, as Karpenter weighs it: 1 for an ordinary pod, between -10 and 10.
    static func cost(_ pod: Pod) -> Double {
        let deletion = pod.metadata.annotations[ReleaseAnnotation.deletionCost].flatMap { Int32($0) } ?? 0
        let priority = pod.spec?.priority ?? 0
        let cost = 1 + Double(deletion) / Double(1 << 27) + Double(priority) / Double(1 << 25)
        return min(10, max(-10, cost))
    }

    private static func memory(_ container: Container) -> Quantity { container.resources?.requests["memory"] ?? .zero }
}
