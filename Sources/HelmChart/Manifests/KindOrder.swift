/// The order in which Helm installs objects, by kind.
struct KindOrder {
    private let ranks: [String: Int]

    init(_ version: HelmVersion) {
        let kinds = Self.kinds + (version == .v4 ? Self.kindsOfHelm4 : [])
        ranks = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    }

    /// The elements by kind, those of one kind as they were. Unknown kinds come last, by name.
    func sorted<Element>(_ elements: [Element], kind: (Element) -> String) -> [Element] {
        elements.enumerated().map { (index: $0, kind: kind($1), element: $1) }
            .sorted { a, b in
                switch (ranks[a.kind], ranks[b.kind]) {
                case (let first?, let second?): first != second ? first < second : a.index < b.index
                case (nil, nil):
                    a.kind != b.kind
                        ? a.kind.utf8.lexicographicallyPrecedes(b.kind.utf8) : a.index < b.index
                case (let first, _): first != nil
                }
            }
            .map(\.element)
    }

    private static let kinds = [
        "PriorityClass", "Namespace", "NetworkPolicy", "ResourceQuota", "LimitRange", "PodSecurityPolicy",
        "PodDisruptionBudget", "ServiceAccount", "Secret", "SecretList", "ConfigMap", "StorageClass",
        "PersistentVolume", "PersistentVolumeClaim", "CustomResourceDefinition", "ClusterRole", "ClusterRoleList",
        "ClusterRoleBinding", "ClusterRoleBindingList", "Role", "RoleList", "RoleBinding", "RoleBindingList",
        "Service", "DaemonSet", "Pod", "ReplicationController", "ReplicaSet", "Deployment",
        "HorizontalPodAutoscaler", "StatefulSet", "Job", "CronJob", "IngressClass", "Ingress", "APIService",
    ]
    private static let kindsOfHelm4 = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"]
}
