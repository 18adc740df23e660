import YAMLTree

extension VersionUpgrade {
    /// Every version that was served, by default, and is no more (Kubernetes deprecated API migration guide), and the
    /// alphas and betas of kinds that have a stable version.
    package static let rows: [VersionUpgrade] =
        workloads
        + restated.flatMap { upgrades(of: $0.kinds, in: $0.group, $0.versions, $0.change) }
        + sameShape.flatMap { upgrades(of: $0.kinds, in: $0.group, $0.versions) { _, _ in } }

    private typealias Change = @Sendable (inout Node, ReadingContext) -> Void

    private static let workloads: [VersionUpgrade] = [
        VersionUpgrade("extensions/v1beta1", "Deployment", to: "apps/v1", upgradeFirstDeployment),
        VersionUpgrade("extensions/v1beta1", "ReplicaSet", to: "apps/v1", upgradeWorkload),
        VersionUpgrade("extensions/v1beta1", "DaemonSet", to: "apps/v1", upgradeWorkloadUpdatedOnDelete),
        VersionUpgrade("apps/v1beta1", "Deployment", to: "apps/v1", upgradeSecondDeployment),
        VersionUpgrade("apps/v1beta1", "StatefulSet", to: "apps/v1", upgradeWorkloadUpdatedOnDelete),
        VersionUpgrade("apps/v1beta1", "ControllerRevision", to: "apps/v1"),
        VersionUpgrade("apps/v1beta2", "Deployment", to: "apps/v1"),
        VersionUpgrade("apps/v1beta2", "DaemonSet", to: "apps/v1"),
        VersionUpgrade("apps/v1beta2", "ReplicaSet", to: "apps/v1"),
        VersionUpgrade("apps/v1beta2", "StatefulSet", to: "apps/v1"),
        VersionUpgrade("apps/v1beta2", "ControllerRevision", to: "apps/v1"),
        VersionUpgrade("batch/v1beta1", "CronJob", to: "batch/v1"),
        VersionUpgrade("batch/v2alpha1", "CronJob", to: "batch/v1"),
        VersionUpgrade("policy/v1beta1", "PodDisruptionBudget", to: "policy/v1", upgradeDisruptionBudget),
        VersionUpgrade("policy/v1beta1", "Eviction", to: "policy/v1"),
        VersionUpgrade("autoscaling/v2beta1", "HorizontalPodAutoscaler", to: "autoscaling/v2", upgradeMetrics),
        VersionUpgrade("autoscaling/v2beta2", "HorizontalPodAutoscaler", to: "autoscaling/v2"),
        VersionUpgrade("extensions/v1beta1", "Ingress", to: "networking.k8s.io/v1", upgradeIngress),
        VersionUpgrade("extensions/v1beta1", "NetworkPolicy", to: "networking.k8s.io/v1"),
    ]

    /// Kinds that moved to `v1` of their group and are written otherwise there.
    private static let restated: [(group: String, versions: [String], kinds: [String], change: Change)] = [
        ("networking.k8s.io", ["v1beta1"], ["Ingress"], upgradeIngress),
        ("discovery.k8s.io", ["v1beta1", "v1alpha1"], ["EndpointSlice"], upgradeEndpointSlice),
        ("apiextensions.k8s.io", ["v1beta1"], ["CustomResourceDefinition"], upgradeCustomResourceDefinition),
        (
            "admissionregistration.k8s.io", ["v1beta1"],
            ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"], upgradeWebhooks
        ),
        ("certificates.k8s.io", ["v1beta1"], ["CertificateSigningRequest"], upgradeCertificateRequest),
        ("rbac.authorization.k8s.io", ["v1alpha1"], ["RoleBinding", "ClusterRoleBinding"], upgradeSubjects),
        ("node.k8s.io", ["v1alpha1"], ["RuntimeClass"], upgradeRuntimeClass),
        (
            "authorization.k8s.io", ["v1beta1"], ["SubjectAccessReview", "LocalSubjectAccessReview"],
            upgradeAccessReview
        ),
        (
            "flowcontrol.apiserver.k8s.io", ["v1beta3", "v1beta2", "v1beta1", "v1alpha1"],
            ["PriorityLevelConfiguration"], upgradePriorityLevel
        ),
        ("resource.k8s.io", ["v1beta1"], ["ResourceClaim", "ResourceClaimTemplate", "ResourceSlice"], upgradeDevices),
    ]

    /// Kinds that `v1` of their group writes as the versions before did.
    private static let sameShape: [(group: String, versions: [String], kinds: [String])] = [
        ("networking.k8s.io", ["v1beta1"], ["IngressClass", "IPAddress", "ServiceCIDR"]),
        ("rbac.authorization.k8s.io", ["v1beta1"], ["Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"]),
        ("rbac.authorization.k8s.io", ["v1alpha1"], ["Role", "ClusterRole"]),
        (
            "storage.k8s.io", ["v1beta1", "v1alpha1"],
            [
                "StorageClass", "CSIDriver", "CSINode", "CSIStorageCapacity", "VolumeAttachment",
                "VolumeAttributesClass",
            ]
        ),
        ("scheduling.k8s.io", ["v1beta1", "v1alpha1"], ["PriorityClass"]),
        ("coordination.k8s.io", ["v1beta1"], ["Lease"]),
        ("node.k8s.io", ["v1beta1"], ["RuntimeClass"]),
        ("apiregistration.k8s.io", ["v1beta1"], ["APIService"]),
        ("events.k8s.io", ["v1beta1"], ["Event"]),
        ("flowcontrol.apiserver.k8s.io", ["v1beta3", "v1beta2", "v1beta1", "v1alpha1"], ["FlowSchema"]),
        ("authentication.k8s.io", ["v1beta1", "v1alpha1"], ["TokenReview", "SelfSubjectReview"]),
        ("authorization.k8s.io", ["v1beta1"], ["SelfSubjectAccessReview", "SelfSubjectRulesReview"]),
        (
            "admissionregistration.k8s.io", ["v1beta1", "v1alpha1"],
            [
                "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "MutatingAdmissionPolicy",
                "MutatingAdmissionPolicyBinding",
            ]
        ),
        ("resource.k8s.io", ["v1beta1"], ["DeviceClass"]),
        (
            "resource.k8s.io", ["v1beta2"],
            ["DeviceClass", "ResourceClaim", "ResourceClaimTemplate", "ResourceSlice"]
        ),
        ("storagemigration.k8s.io", ["v1beta1"], ["StorageVersionMigration"]),
    ]

    private static func upgrades(
        of kinds: [String],
        in group: String,
        _ versions: [String],
        _ change: @escaping Change
    ) -> [VersionUpgrade] {
        versions.flatMap { version in
            kinds.map { VersionUpgrade("\(group)/\(version)", $0, to: "\(group)/v1", change) }
        }
    }
}
