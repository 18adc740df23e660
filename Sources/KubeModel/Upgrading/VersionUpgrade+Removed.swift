import Diagnostics
import YAMLTree

extension VersionUpgrade {
    /// Kinds that are gone, and what to use instead.
    private static let removed: [GroupVersionKind: String] = Dictionary(
        [
            ("policy/v1beta1", "PodSecurityPolicy", podSecurity),
            ("extensions/v1beta1", "PodSecurityPolicy", podSecurity),
            ("extensions/v1beta1", "PodSecurityPolicyTemplate", podSecurity),
            ("extensions/v1beta1", "ThirdPartyResource", "Define the resource by a CustomResourceDefinition."),
            ("settings.k8s.io/v1alpha1", "PodPreset", "Write the fields into the pods, or use an admission webhook."),
            ("auditregistration.k8s.io/v1alpha1", "AuditSink", "Configure audit webhooks in the API server's flags."),
            ("extensions/v1beta1", "DeploymentRollback", "Use kubectl rollout undo."),
            ("apps/v1beta1", "DeploymentRollback", "Use kubectl rollout undo."),
            ("batch/v2alpha1", "ScheduledJob", "Write a CronJob of batch/v1."),
        ].map { (GroupVersionKind(apiVersion: $0, kind: $1), $2) },
        uniquingKeysWith: { first, _ in first }
    )

    private static let podSecurity =
        "Use the namespace labels of Pod Security Admission (pod-security.kubernetes.io/enforce)."

    /// Records that an object is of a kind or version that is gone.
    static func reportRemoved(_ kind: GroupVersionKind, _ node: Node, _ context: ReadingContext) {
        guard let advice = removed[kind] else { return }
        context.add(
            Finding(
                .kubernetesRemovedVersion,
                .notice,
                "\(kind) is not served any more, and is kept as it is",
                remedy: advice,
                location: node["apiVersion"]?.location,
                path: context.path.appending("apiVersion").description
            )
        )
    }
}
