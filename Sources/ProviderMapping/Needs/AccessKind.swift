/// From where, and at which layer, an application is reached.
@frozen public enum AccessKind: String, Sendable, Hashable, CaseIterable, Comparable {
    /// From within the cluster only.
    case inCluster = "in-cluster"
    /// From the cluster's private network, by a load balancer for connections (layer 4).
    case privateLayer4 = "vpc-l4"
    /// From the internet, by a load balancer for connections (layer 4).
    case publicLayer4 = "public-l4"
    /// By hosts and paths of HTTP requests (layer 7).
    case layer7 = "l7"
    /// From outside the cluster, in a way that the objects do not tell.
    case unknown

    /// Orders by name.
    public static func < (lhs: AccessKind, rhs: AccessKind) -> Bool { lhs.rawValue < rhs.rawValue }
}
