import YAMLTree

extension VersionUpgrade {
    /// Every version that was served, by default, and is no more (Kubernetes deprecated API migration guide).
    static let rows: [VersionUpgrade] =
        workloads + [
            VersionUpgrade("extensions/v1beta1", "Ingress", to: "networking.k8s.io/v1", upgradeIngress),
            VersionUpgrade("networking.k8s.io/v1beta1", "Ingress", to: "networking.k8s.io/v1", upgradeIngress),
            VersionUpgrade("networking.k8s.io/v1beta1", "IngressClass", to: "networking.k8s.io/v1"),
            VersionUpgrade("extensions/v1beta1", "NetworkPolicy", to: "networking.k8s.io/v1"),
            VersionUpgrade("batch/v1beta1", "CronJob", to: "batch/v1"),
            VersionUpgrade("batch/v2alpha1", "CronJob", to: "batch/v1"),
            VersionUpgrade("policy/v1beta1", "PodDisruptionBudget", to: "policy/v1", upgradeDisruptionBudget),
            VersionUpgrade("policy/v1beta1", "Eviction", to: "policy/v1"),
            VersionUpgrade("autoscaling/v2beta1", "HorizontalPodAutoscaler", to: "autoscaling/v2", upgradeMetrics),
            VersionUpgrade("autoscaling/v2beta2", "HorizontalPodAutoscaler", to: "autoscaling/v2"),
        ]
        + sameShape.flatMap { group, kinds in
            kinds.map { VersionUpgrade("\(group)/v1beta1", $0, to: "\(group)/v1") }
        }

    private static let workloads: [VersionUpgrade] = [
        VersionUpgrade("extensions/v1beta1", "Deployment", to: "apps/v1", upgradeWorkload),
        VersionUpgrade("extensions/v1beta1", "ReplicaSet", to: "apps/v1", upgradeWorkload),
        VersionUpgrade("extensions/v1beta1", "DaemonSet", to: "apps/v1", upgradeWorkloadUpdatedOnDelete),
        VersionUpgrade("apps/v1beta1", "Deployment", to: "apps/v1", upgradeWorkload),
        VersionUpgrade("apps/v1beta1", "StatefulSet", to: "apps/v1", upgradeWorkloadUpdatedOnDelete),
        VersionUpgrade("apps/v1beta1", "ControllerRevision", to: "apps/v1"),
        VersionUpgrade("apps/v1beta2", "Deployment", to: "apps/v1"),
        VersionUpgrade("apps/v1beta2", "DaemonSet", to: "apps/v1"),
        VersionUpgrade("apps/v1beta2", "ReplicaSet", to: "apps/v1"),
        VersionUpgrade("apps/v1beta2", "StatefulSet", to: "apps/v1"),
        VersionUpgrade("apps/v1beta2", "ControllerRevision", to: "apps/v1"),
    ]

    /// Groups whose `v1` writes these kinds as `v1beta1` did.
    private static let sameShape: [(String, [String])] = [
        ("rbac.authorization.k8s.io", ["Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"]),
        ("storage.k8s.io", ["StorageClass", "CSIDriver", "CSINode", "CSIStorageCapacity", "VolumeAttachment"]),
        ("scheduling.k8s.io", ["PriorityClass"]),
        ("coordination.k8s.io", ["Lease"]),
        ("node.k8s.io", ["RuntimeClass"]),
        ("apiregistration.k8s.io", ["APIService"]),
        ("events.k8s.io", ["Event"]),
    ]
}
