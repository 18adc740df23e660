import KubeModel
import YAMLTree

/// What tells objects apart: kind, namespace and name, printed as `Deployment/web` or `Deployment/shop/web`.
struct ObjectKey: Hashable, CustomStringConvertible {
    let kind: String
    let namespace: String?
    let name: String

    init(_ object: AnyKubernetesObject) {
        let metadata = object.metadata
        kind = object.groupVersionKind.kind
        namespace = metadata.namespace.flatMap { $0.isEmpty ? nil : $0 }
        name = metadata.name ?? metadata.generateName ?? ""
    }

    var description: String {
        namespace.map { "\(kind)/\($0)/\(name)" } ?? "\(kind)/\(name)"
    }

    /// The kinds that say what runs.
    static let workloadKinds: Set<String> = [
        "Deployment", "ReplicaSet", "ReplicationController", "StatefulSet", "DaemonSet", "Pod", "Job", "CronJob",
    ]

    /// The kinds that conversions read; all others are kept as they are.
    static let convertedKinds: Set<String> = workloadKinds.union([
        "ConfigMap", "Secret", "PersistentVolumeClaim", "Service", "Ingress",
    ])
}
