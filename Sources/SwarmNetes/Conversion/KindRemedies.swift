/// What to do about objects of kinds that Compose has nothing like. All are kept for the way back.
enum KindRemedies {
    static func remedy(for kind: String) -> String {
        let kept = "The object is kept under x-transload for the way back."
        return remedies[kind].map { "\($0) \(kept)" } ?? kept
    }

    private static let remedies: [String: String] = [
        "HorizontalPodAutoscaler": "Set deploy.replicas to the number of instances that the usual load needs.",
        "PodDisruptionBudget": "Let deploy.update_config replace few instances at a time.",
        "NetworkPolicy": "Put services that may reach each other on networks of their own.",
        "ServiceAccount": "Give services that talk to an API the credentials as secrets.",
        "Role": "Give services that talk to an API the credentials as secrets.",
        "ClusterRole": "Give services that talk to an API the credentials as secrets.",
        "RoleBinding": "Give services that talk to an API the credentials as secrets.",
        "ClusterRoleBinding": "Give services that talk to an API the credentials as secrets.",
        "PersistentVolume": "Name the place of the data in the driver options of the volume.",
        "StorageClass": "Choose a volume driver.",
        "Namespace": "Use a project for each namespace.",
        "ResourceQuota": "Limit each service under deploy.resources.",
        "LimitRange": "Limit each service under deploy.resources.",
        "IngressClass": "Put a reverse proxy in front of the services.",
        "HTTPRoute": "Publish the port of the service, or put a reverse proxy in front of it.",
        "Gateway": "Put a reverse proxy in front of the services.",
    ]
}
