import Diagnostics
import YAMLTree

/// From where the objects let an application be reached.
struct AccessRecognition {
    private let provider: CloudProvider?

    init(provider: CloudProvider?) { self.provider = provider }

    /// Kinds that route HTTP requests, or belong to such a one.
    private static let layer7Kinds: Set<String> = [
        "Ingress", "IngressClass", "IngressClassParams", "HTTPRoute", "GRPCRoute", "AlbConfig", "BackendConfig",
        "FrontendConfig", "ManagedCertificate", "GCPBackendPolicy", "GCPGatewayPolicy", "GCPTrafficDistributionPolicy",
        "GCPSessionAffinityPolicy", "GCPHTTPFilter", "HealthCheckPolicy", "MultiClusterIngress",
        "AzureIngressProhibitedTarget", "AzureApplicationGatewayRewrite", "AzureApplicationGatewayBackendPool",
        "NginxIngressController", "LoadbalancerRule", "HTTPListenerPolicy", "IngressRoute",
    ]
    /// Kinds that expose something, by which it cannot be told where.
    private static let unknownKinds: Set<String> = [
        "TCPRoute", "UDPRoute", "TLSRoute", "GatewayClass", "TargetGroupBinding", "LoadBalancerConfiguration",
        "TargetGroupConfiguration", "ListenerRuleConfiguration", "ServiceExport", "ServiceImport",
        "MultiClusterService",
        "IPAddressPool", "L2Advertisement", "BGPAdvertisement", "BGPPeer", "AddressPool",
    ]

    /// The kinds of access, all objects of a file together.
    func kinds(_ objects: [Node]) -> Set<AccessKind> {
        var kinds: Set<AccessKind> = []
        var services: Set<AccessKind> = []
        for object in objects {
            let kind = object["kind"]?.text ?? ""
            switch kind {
            case "Service":
                guard let access = access(ofService: object) else { continue }
                // What stands behind an Ingress or a load balancer is reached through it.
                if access.isFallback { services.insert(access.kind) } else { kinds.insert(access.kind) }
            case "Gateway": if isGateway(object) { kinds.insert(access(ofGateway: object)) }
            case "TkeServiceConfig": kinds.insert(access(ofTencent: object))
            case _ where Self.layer7Kinds.contains(kind): kinds.insert(.layer7)
            case _ where Self.unknownKinds.contains(kind) || kind.hasPrefix("CLB"): kinds.insert(.unknown)
            default: break
            }
        }
        guard kinds.isEmpty else { return kinds }
        return services.contains(.inCluster) ? [.inCluster] : services
    }

    private func isGateway(_ object: Node) -> Bool {
        let version = object["apiVersion"]?.text ?? ""
        return version.hasPrefix("gateway.networking.k8s.io/") || version.hasPrefix("networking.x-k8s.io/")
    }

    private func access(ofGateway gateway: Node) -> AccessKind {
        let protocols = (gateway["spec"]?["listeners"]?.sequence ?? []).compactMap { $0["protocol"]?.text }
        return !protocols.isEmpty && protocols.allSatisfy { $0 == "HTTP" || $0 == "HTTPS" } ? .layer7 : .unknown
    }

    private func access(ofTencent config: Node) -> AccessKind {
        let balancer = config["spec"]?["loadBalancer"]
        return balancer?["l7Listeners"] != nil && balancer?["l4Listeners"] == nil ? .layer7 : .unknown
    }

    /// How a Service is reached, and whether that counts only where nothing else does.
    private func access(ofService service: Node) -> (kind: AccessKind, isFallback: Bool)? {
        switch service["spec"]?["type"]?.text ?? "ClusterIP" {
        case "LoadBalancer": return (access(ofLoadBalancer: service), false)
        case "ClusterIP": return (.inCluster, true)
        case "NodePort": return (.unknown, true)
        default: return nil
        }
    }

    /// From where a load balancer takes connections: by what its annotations say, and where they say nothing by what the
    /// provider makes of that.
    private func access(ofLoadBalancer service: Node) -> AccessKind {
        let annotations = Annotations(service["metadata"]?["annotations"]?.mapping)
        let balancerClass = service["spec"]?["loadBalancerClass"]?.text ?? ""
        return switch provider {
        case .huawei: huawei(annotations)
        case .alibaba: alibaba(annotations)
        case .aws: aws(annotations, balancerClass)
        case .azure:
            annotations["service.beta.kubernetes.io/azure-load-balancer-internal"] == "true"
                ? .privateLayer4 : .publicLayer4
        case .gcp: google(annotations, balancerClass)
        case .tencent: tencent(annotations)
        case .generic, nil: .unknown
        }
    }

    private func huawei(_ annotations: Annotations) -> AccessKind {
        let prefix = "kubernetes.io/elb."
        if annotations[prefix + "class"] == "dnat" || annotations["kubernetes.io/natgateway.id"] != nil {
            return .publicLayer4
        }
        if let text = annotations[prefix + "autocreate"] {
            let fields = try? JSONReader().document(in: text, file: "elb.autocreate")
            switch fields?["type"]?.text {
            case "public": return .publicLayer4
            case "inner": return .privateLayer4
            default: return fields == nil ? .unknown : .privateLayer4
            }
        }
        if annotations[prefix + "eip-id"] != nil || annotations[prefix + "eip-auto-create-option"] != nil {
            return .publicLayer4
        }
        return .unknown
    }

    private func alibaba(_ annotations: Annotations) -> AccessKind {
        let type = annotations.first { $0.hasSuffix("-loadbalancer-address-type") }
        switch type {
        case "intranet": return .privateLayer4
        case "internet": return .publicLayer4
        default: break
        }
        // An existing load balancer is as it is.
        return annotations.first { $0.hasSuffix("-loadbalancer-id") } == nil ? .publicLayer4 : .unknown
    }

    private func aws(_ annotations: Annotations, _ balancerClass: String) -> AccessKind {
        let prefix = "service.beta.kubernetes.io/aws-load-balancer-"
        switch (annotations[prefix + "scheme"], annotations[prefix + "internal"]) {
        case ("internal", _), (_, "true"), (_, "0.0.0.0/0"): return .privateLayer4
        case ("internet-facing", _), (_, "false"): return .publicLayer4
        default: break
        }
        // The AWS Load Balancer Controller makes internal ones unless told otherwise; the one built in, public ones.
        let isController =
            ["external", "nlb-ip"].contains(annotations[prefix + "type"])
            || annotations[prefix + "nlb-target-type"] != nil || balancerClass.hasSuffix("/nlb")
        return isController ? .privateLayer4 : .unknown
    }

    private func google(_ annotations: Annotations, _ balancerClass: String) -> AccessKind {
        let type =
            annotations["networking.gke.io/load-balancer-type"] ?? annotations["cloud.google.com/load-balancer-type"]
        if type == "Internal" || balancerClass.contains("l4-regional-internal") { return .privateLayer4 }
        let isPublic =
            type == "External" || annotations["cloud.google.com/l4-rbs"] != nil
            || annotations["cloud.google.com/network-tier"] != nil || balancerClass.contains("l4-regional-external")
        return isPublic ? .publicLayer4 : .unknown
    }

    private func tencent(_ annotations: Annotations) -> AccessKind {
        if annotations.first(where: { $0.hasSuffix("internal-subnetid") || $0.hasSuffix("internal-subnet-id") }) != nil
        {
            return .privateLayer4
        }
        if annotations.first(where: { $0.hasSuffix("tencentcloud-loadbalancer-type") }) == "private" {
            return .privateLayer4
        }
        let isExisting =
            annotations["service.kubernetes.io/tke-existed-lbid"] != nil
            || annotations["service.kubernetes.io/loadbalance-id"] != nil
        return isExisting ? .unknown : .publicLayer4
    }
}

/// The annotations of an object.
private struct Annotations {
    private let entries: [(key: String, value: String)]

    init(_ mapping: Mapping?) {
        entries = (mapping?.entries ?? []).map { ($0.name, $0.value.text ?? "") }
    }

    subscript(_ key: String) -> String? { entries.first { $0.key == key }?.value }

    /// The value of the first annotation whose key fits.
    func first(where fits: (String) -> Bool) -> String? { entries.first { fits($0.key) }?.value }
}
