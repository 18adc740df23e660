/// Whose Kubernetes the objects were made for.
@frozen public enum CloudProvider: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Huawei Cloud Container Engine.
    case huawei
    /// Alibaba Cloud Container Service for Kubernetes.
    case alibaba
    /// Amazon Elastic Kubernetes Service.
    case aws
    /// Azure Kubernetes Service.
    case azure
    /// Google Kubernetes Engine.
    case gcp
    /// Tencent Kubernetes Engine.
    case tencent
    /// A cluster on one's own premises, with software that runs anywhere: MetalLB, Longhorn, Rook, ingress-nginx.
    case generic

    /// Orders by name.
    public static func < (lhs: CloudProvider, rhs: CloudProvider) -> Bool { lhs.rawValue < rhs.rawValue }
}
