/// Labels with a meaning that Kubernetes or common practice gives them.
public enum WellKnownLabel {
    /// The name of an application.
    public static let appName = "app.kubernetes.io/name"
    /// The name of one installation of an application.
    public static let appInstance = "app.kubernetes.io/instance"
    /// The version of an application.
    public static let appVersion = "app.kubernetes.io/version"
    /// The part that an object plays in an application.
    public static let appComponent = "app.kubernetes.io/component"
    /// The larger application that an application belongs to.
    public static let appPartOf = "app.kubernetes.io/part-of"
    /// The tool that manages an object.
    public static let appManagedBy = "app.kubernetes.io/managed-by"
    /// The host name of a node.
    public static let hostname = "kubernetes.io/hostname"
    /// The operating system of a node, such as `linux`.
    public static let operatingSystem = "kubernetes.io/os"
    /// The processor architecture of a node, such as `arm64`.
    public static let architecture = "kubernetes.io/arch"
    /// The zone of a node or a volume.
    public static let zone = "topology.kubernetes.io/zone"
    /// The region of a node or a volume.
    public static let region = "topology.kubernetes.io/region"
    /// The machine type of a node.
    public static let instanceType = "node.kubernetes.io/instance-type"
    /// Marks nodes of the control plane.
    public static let controlPlane = "node-role.kubernetes.io/control-plane"
    /// The name of a namespace, which every namespace carries.
    public static let namespaceName = "kubernetes.io/metadata.name"
    /// The service to which an endpoint slice belongs.
    public static let serviceName = "kubernetes.io/service-name"
}

/// Annotations with a meaning that Kubernetes gives them.
public enum WellKnownAnnotation {
    /// What `kubectl apply` applied last.
    public static let lastApplied = "kubectl.kubernetes.io/last-applied-configuration"
    /// The container whose logs `kubectl logs` shows.
    public static let defaultContainer = "kubectl.kubernetes.io/default-container"
    /// Why an object changed, for the history of a rollout.
    public static let changeCause = "kubernetes.io/change-cause"
    /// Marks the storage class that claims without a class get.
    public static let defaultStorageClass = "storageclass.kubernetes.io/is-default-class"
    /// Marks the ingress class that ingresses without a class get.
    public static let defaultIngressClass = "ingressclass.kubernetes.io/is-default-class"
    /// The ingress class, before `spec.ingressClassName`.
    public static let ingressClass = "kubernetes.io/ingress.class"
    /// The revision of a deployment.
    public static let deploymentRevision = "deployment.kubernetes.io/revision"
}
