import KubeModel
import YAMLTree

/// A class of values in kompose's output that ours says otherwise, as `Documentation/KomposeDifferences.md` explains under a
/// heading of the same name.
struct KomposeDifference: Sendable {
    /// The heading.
    let name: String
    /// Whether a leaf is of the class: its kind with the path, without positions, and its value.
    let covers: @Sendable (_ path: String, _ value: String) -> Bool

    private init(_ name: String, _ covers: @escaping @Sendable (_ path: String, _ value: String) -> Bool) {
        self.name = name
        self.covers = covers
    }

    /// Leaves whose path contains one of `parts`.
    private static func paths(_ name: String, _ parts: String...) -> KomposeDifference {
        KomposeDifference(name) { path, _ in parts.contains { path.contains($0) } }
    }

    /// Leaves whose path ends in one of the keys, with its value.
    private static func values(_ name: String, _ values: (end: String, value: String)...) -> KomposeDifference {
        KomposeDifference(name) { path, value in values.contains { path.hasSuffix($0.end) && $0.value == value } }
    }

    /// The classes of values in objects that both have.
    static let ofValues: [KomposeDifference] = [
        paths("labels", "io.kompose.", "metadata.annotations.com."),
        values(
            "defaults",
            (".replicas", "1"),
            (".restartPolicy", "Always"),
            (".protocol", "TCP"),
            (".type", "ClusterIP")
        ),
        KomposeDifference("service ports") { path, _ in
            path == "Service.spec.ports[].name" || path == "Service.spec.ports[].targetPort"
        },
        KomposeDifference("headless services") { path, value in
            path == "Service.spec.ports[].port" && value == "55555"
                || path == "Service.spec.clusterIP" && value == "None"
        },
        paths("env files", ".envFrom[]"),
        paths("bind mounts", "ConfigMap.metadata.annotations.use-subpath"),
        KomposeDifference("images that are built") { path, value in
            path.hasSuffix(".containers[].image") && !value.contains(where: { "/:".contains($0) })
        },
        paths("names of volumes", ".volumeMounts[].", ".volumes[]."),
        values("rollouts", (".strategy.type", "Recreate")),
        values("sizes of volumes", (".requests.storage", "\(100 << 20)000")),
        paths("storage of instances", ".volumeClaimTemplates[]."),
        paths("constraints", ".matchExpressions[].", ".maxSkew"),
        paths("networks", "network-policies"),
    ]

    /// The classes of objects that only kompose has, by kind and name.
    static let ofObjects: [KomposeDifference] = [
        KomposeDifference("env files and bind mounts") { kind, _ in
            kind == "ConfigMap" || kind == "PersistentVolumeClaim"
        },
        KomposeDifference("service ports") { kind, name in
            kind == "Service" && (name.hasSuffix("-tcp") || name.hasSuffix("-udp"))
        },
        KomposeDifference("names of objects") { _, name in name.contains("_") },
        KomposeDifference("networks") { kind, _ in kind == "NetworkPolicy" },
        KomposeDifference("namespaces") { kind, _ in kind == "Namespace" },
    ]
}
