import KubeModel
import Testing

@Suite struct NetworkRuleTests {
    @Test(arguments: [networkPolicy, ingress, ingressClass, serviceCIDR, endpointSlice])
    func rules(_ fixture: RuleFixture) { fixture.check() }

    static let networkPolicy = RuleFixture(
        "NetworkPolicy",
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: a}
        spec:
          podSelector: {matchLabels: {app: web}}
          policyTypes: [Ingress, Egress]
          ingress:
          - ports: [{port: 80, endPort: 90, protocol: TCP}, {port: http}]
            from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}, {podSelector: {}, namespaceSelector: {}}]
          egress:
          - to: [{podSelector: {matchExpressions: [{key: app, operator: In, values: [db]}]}}]
        """,
        [
            ("[Ingress, Egress]", "[ingress]", ["spec.policyTypes[0] not-supported"]),
            ("[Ingress, Egress]", "[Ingress, Egress, Ingress]", ["spec.policyTypes invalid"]),
            ("port: 80,", "port: 0,", ["spec.ingress[0].ports[0].port invalid"]),
            ("endPort: 90", "endPort: 70", ["spec.ingress[0].ports[0].endPort invalid"]),
            ("port: 80,", "", ["spec.ingress[0].ports[0].endPort invalid"]),
            ("TCP", "tcp", ["spec.ingress[0].ports[0].protocol not-supported"]),
            ("port: http}", "port: HTTP}", ["spec.ingress[0].ports[1].port invalid"]),
            ("10.0.0.0/8", "10.0.0.0", ["spec.ingress[0].from[0].ipBlock.cidr invalid"]),
            ("10.1.0.0/16", "11.0.0.0/16", ["spec.ingress[0].from[0].ipBlock.except[0] invalid"]),
            ("10.1.0.0/16", "10.0.0.0/8", ["spec.ingress[0].from[0].ipBlock.except[0] invalid"]),
            ("{podSelector: {}, namespaceSelector: {}}", "{}", ["spec.ingress[0].from[1] required"]),
            ("podSelector: {}, names", "ipBlock: {cidr: 1.0.0.0/8}, names", ["spec.ingress[0].from[1] forbidden"]),
            ("app: web", "app: -", ["spec.podSelector.matchLabels invalid"]),
            (", values: [db]", "", ["spec.egress[0].to[0].podSelector.matchExpressions[0].values required"]),
        ]
    )

    static let ingress = RuleFixture(
        "Ingress",
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: a}
        spec:
          ingressClassName: nginx
          tls: [{hosts: ["*.example.com"], secretName: cert}]
          rules:
          - host: a.example.com
            http:
              paths:
              - {path: /a, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
              - {pathType: ImplementationSpecific, backend: {resource: {kind: Bucket, name: b}}}
        """,
        [
            ("a.example.com", "A.example.com", ["spec.rules[0].host invalid"]),
            ("host: a.example.com", "host: 10.0.0.1", ["spec.rules[0].host invalid"]),
            ("*.example.com", "a.*.com", ["spec.tls[0].hosts[0] invalid"]),
            ("cert", "Cert", ["spec.tls[0].secretName invalid"]),
            ("nginx", "Nginx", ["spec.ingressClassName invalid"]),
            ("path: /a", "path: a", ["spec.rules[0].http.paths[0].path invalid"]),
            ("path: /a", "path: /a//b", ["spec.rules[0].http.paths[0].path invalid"]),
            ("path: /a", "path: /a/..", ["spec.rules[0].http.paths[0].path invalid"]),
            ("Prefix", "prefix", ["spec.rules[0].http.paths[0].pathType not-supported"]),
            (" pathType: Prefix,", "", ["spec.rules[0].http.paths[0].pathType required"]),
            ("name: web", "name: 1web", ["spec.rules[0].http.paths[0].backend.service.name invalid"]),
            ("{number: 80}", "{}", ["spec.rules[0].http.paths[0].backend required"]),
            ("{number: 80}", "{number: 80, name: a}", ["spec.rules[0].http.paths[0].backend invalid"]),
            (
                "{number: 80}", "{number: 70000}",
                ["spec.rules[0].http.paths[0].backend.service.port.number invalid"]
            ),
            ("resource: {kind: Bucket, name: b}", "", ["spec.rules[0].http.paths[1].backend invalid"]),
            ("kind: Bucket", "kind: a/b", ["spec.rules[0].http.paths[1].backend.resource.kind invalid"]),
            (
                "metadata: {name: a}", "metadata: {name: a, annotations: {kubernetes.io/ingress.class: other}}",
                ["annotations.kubernetes.io/ingress.class invalid"]
            ),
        ]
    )

    static let ingressClass = RuleFixture(
        "IngressClass",
        """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: a}
        spec:
          controller: example.com/controller
          parameters: {apiGroup: example.com, kind: Parameters, name: p, scope: Namespace, namespace: ns}
        """,
        [
            ("example.com/controller", "controller", ["spec.controller invalid"]),
            ("example.com/controller", "example.com/a b", ["spec.controller invalid"]),
            ("example.com/controller", "''", ["spec.controller required"]),
            (", namespace: ns", "", ["spec.parameters.namespace required"]),
            ("scope: Namespace", "scope: Cluster", ["spec.parameters.namespace forbidden"]),
            ("scope: Namespace", "scope: World", ["spec.parameters.scope not-supported"]),
        ]
    )

    static let serviceCIDR = RuleFixture(
        "ServiceCIDR",
        "apiVersion: networking.k8s.io/v1\nkind: ServiceCIDR\nmetadata: {name: a}\nspec: {cidrs: [10.0.0.0/8, 'fd00::/64']}\n",
        [
            ("10.0.0.0/8", "10.0.0.1/8", ["spec.cidrs[0] invalid"]),
            ("10.0.0.0/8, 'fd00::/64'", "", ["spec.cidrs required"]),
            ("'fd00::/64'", "11.0.0.0/8", ["spec.cidrs invalid"]),
        ]
    )

    static let endpointSlice = RuleFixture(
        "EndpointSlice",
        """
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: a}
        addressType: IPv4
        endpoints: [{addresses: [10.0.0.1], nodeName: node, hints: {forZones: [{name: z}]}}]
        ports: [{name: http, port: 80, protocol: TCP}]
        """,
        [
            ("IPv4", "IPv5", ["addressType not-supported"]),
            ("10.0.0.1", "127.0.0.1", ["endpoints[0].addresses[0] invalid"]),
            ("10.0.0.1", "'fd00::1'", ["endpoints[0].addresses[0] invalid"]),
            ("[10.0.0.1]", "[]", ["endpoints[0].addresses required"]),
            ("nodeName: node", "nodeName: Node", ["endpoints[0].nodeName invalid"]),
            ("[{name: z}]", "[{name: z}, {name: z}]", ["endpoints[0].hints.forZones[1].name duplicate"]),
            ("TCP}", "TCP}, {name: http}", ["ports[1].name duplicate"]),
        ]
    )
}
