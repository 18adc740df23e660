import Diagnostics
import KubeModel

/// The kinds of objects that inventories are made of, and what each object must have.
enum InventoryKinds {
    private static let kinds: Set<String> = [
        "Node", "Pod", "PodDisruptionBudget", "ReplicaSet", "Deployment", "HorizontalPodAutoscaler", "Machine",
        "MachineSet", "MachineDeployment", "Cluster",
    ]

    /// Whether the object is of such a kind.
    static func matter(_ object: AnyKubernetesObject) -> Bool { kinds.contains(object.groupVersionKind.kind) }

    /// Reports what the object lacks.
    static func check(_ object: AnyKubernetesObject, _ report: inout ConversionReport) {
        let kind = object.groupVersionKind.kind
        guard let name = object.metadata.name, !name.isEmpty else {
            report.add(
                Finding(
                    .releaseMissingField,
                    .invalid,
                    "the \(kind) has no name",
                    remedy: "Use the objects as a server lists them.",
                    location: object.location,
                    path: "metadata.name"
                )
            )
            return
        }
        for (text, field) in [(name, "name"), (object.metadata.namespace ?? "default", "namespace")]
        where !SafeName.accepts(text) {
            report.add(
                Finding(
                    .releaseName,
                    .invalid,
                    "the \(field) of the \(kind) is none that a server accepts",
                    remedy: "Use the objects as a server lists them.",
                    location: object.location,
                    path: "metadata.\(field)"
                )
            )
        }
    }

    /// Two nodes have one name.
    static func duplicate(_ location: SourceLocation?) -> Finding {
        Finding(
            .releaseDuplicateNode,
            .invalid,
            "another node has the same name",
            remedy: "List the nodes of one cluster once.",
            location: location
        )
    }
}
