public import Diagnostics

/// Something in an object by which a provider can be told.
public struct Feature: Sendable, Hashable {
    /// What it is.
    @nonexhaustive public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A CSI driver, provisioner or FlexVolume driver.
        case driver
        /// A volume type built into Kubernetes, such as `azureDisk`.
        case volumeType = "volume-type"
        /// The class of a load balancer.
        case loadBalancerClass = "load-balancer-class"
        /// The controller of an IngressClass or GatewayClass.
        case controller
        /// The class of an Ingress.
        case ingressClass = "ingress-class"
        /// The class of a Gateway.
        case gatewayClass = "gateway-class"
        /// The key of an annotation.
        case annotation
        /// The group of an object's API.
        case apiGroup = "api-group"
        /// The name of a storage class.
        case storageClass = "storage-class"
        /// The key of a label.
        case label
        /// The key of a node's label that pods ask for.
        case nodeLabel = "node-label"
        /// The name of a resource that a container asks for.
        case resource
        /// An image's reference.
        case image
    }

    /// What it is.
    public var kind: Kind
    /// The text that tells, such as `disk.csi.everest.io`.
    public var text: String
    /// The path within its object.
    public var path: String
    /// The place in the file.
    public var location: SourceLocation?
}

/// A feature together with what the catalogue says of it.
public struct Evidence: Sendable, Hashable {
    /// What was found.
    public var feature: Feature
    /// Which provider it speaks for; nil for one that several providers share.
    public var provider: CloudProvider?
    /// How much it says.
    public var strength: Strength

    /// How much a feature says.
    public enum Strength: Int, Sendable, Hashable, Comparable {
        /// The images come from the provider's registry, which others can pull from as well.
        case image
        /// Pods ask for something of the provider's nodes.
        case pod
        /// A name that the provider gives to a class, and anybody may give to another.
        case name
        /// Only the provider's own software reads it.
        case strong

        /// Orders by weight.
        public static func < (lhs: Strength, rhs: Strength) -> Bool { lhs.rawValue < rhs.rawValue }
    }
}
