import OrderedCollections

extension ServiceSpec {
    private static let sourceRanges = "service.beta.kubernetes.io/load-balancer-source-ranges"

    /// What only load balancers have.
    func validateBalancing(annotations: OrderedDictionary<String, String>, _ metadata: Field, _ field: Field) {
        let isBalanced = kind == "LoadBalancer"
        let reason = "may only be used when the type is LoadBalancer"
        if !loadBalancerSourceRanges.isEmpty {
            // The server spells the field with a capital.
            let field = field["LoadBalancerSourceRanges"]
            if !isBalanced { field.forbidden(reason) }
            field.each(loadBalancerSourceRanges) { $1.cidr(String($0.trimmed)) }
        } else if let text = annotations[ServiceSpec.sourceRanges] {
            let field = metadata.key(ServiceSpec.sourceRanges)
            if !isBalanced { field.forbidden(reason) }
            guard !text.trimmed.isEmpty else { return }
            for range in text.split(separator: ",", omittingEmptySubsequences: false) {
                field.cidr(String(range.trimmed))
            }
        }
        if !isBalanced {
            if allocateLoadBalancerNodePorts != nil { field["allocateLoadBalancerNodePorts"].forbidden(reason) }
            if loadBalancerClass != nil { field["loadBalancerClass"].forbidden(reason) }
        } else if let loadBalancerClass {
            field["loadBalancerClass"].syntax(loadBalancerClass, .qualifiedName)
        }
    }

    /// How traffic from outside and inside is spread.
    func validateTraffic(_ field: Field) {
        let isReachable =
            kind == "LoadBalancer" || kind == "NodePort" || kind == "ClusterIP" && !externalIPs.isEmpty
        if isReachable {
            field["externalTrafficPolicy"].oneOf(externalTrafficPolicy.orDefault("Cluster"), ["Cluster", "Local"])
        } else if externalTrafficPolicy.isSet {
            field["externalTrafficPolicy"].invalid("may only be set for services that are reachable from outside")
        }
        if let port = healthCheckNodePort, port != 0 {
            if kind == "LoadBalancer", externalTrafficPolicy == "Local" {
                field["healthCheckNodePort"].port(port)
            } else {
                field["healthCheckNodePort"].invalid(
                    "may only be set when the type is LoadBalancer and externalTrafficPolicy is Local"
                )
            }
        }
        field["internalTrafficPolicy"].oneOf(internalTrafficPolicy, ["Cluster", "Local"])
        let distributions =
            field.options.version < KubernetesVersion(1, 34)
            ? ["PreferClose"] : ["PreferClose", "PreferSameNode", "PreferSameZone"]
        field["trafficDistribution"].oneOf(trafficDistribution, distributions)
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    fileprivate var trimmed: SubSequence {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return self[startIndex..<startIndex]
        }
        return self[first...last]
    }
}
