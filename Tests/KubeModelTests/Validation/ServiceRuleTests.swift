import Testing

/// Rules of services and endpoints.
@Suite struct ServiceRuleTests {
    private static let sound = """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: NodePort
          clusterIP: 10.96.0.10
          externalTrafficPolicy: Local
          sessionAffinity: ClientIP
          sessionAffinityConfig: {clientIP: {timeoutSeconds: 60}}
          selector: {app: web}
          externalIPs: [192.0.2.7]
          ports:
          - {name: http, port: 80, targetPort: http, nodePort: 30080}
          - {name: dns, port: 53, protocol: UDP, appProtocol: example.com/dns}

        """

    @Test func soundService() { RuleCase.checkSound(Self.sound) }

    @Test(arguments: [
        RuleCase("name: web}", "name: 1web}", "metadata.name"),
        RuleCase("type: NodePort", "type: Public", "spec.type", "spec.externalTrafficPolicy"),
        RuleCase("type: NodePort", "type: ClusterIP", "spec.ports[0].nodePort"),
        RuleCase("clusterIP: 10.96.0.10", "clusterIP: None", "spec.clusterIPs[0]"),
        RuleCase("clusterIP: 10.96.0.10", "clusterIP: ten", "spec.clusterIPs[0]"),
        RuleCase("clusterIP: 10.96.0.10", "clusterIPs: [10.96.0.10]", "spec.clusterIPs"),
        RuleCase("externalTrafficPolicy: Local", "externalTrafficPolicy: Near", "spec.externalTrafficPolicy"),
        RuleCase("externalTrafficPolicy: Local", "internalTrafficPolicy: Near", "spec.internalTrafficPolicy"),
        RuleCase("externalTrafficPolicy: Local", "loadBalancerClass: a", "spec.loadBalancerClass"),
        RuleCase(
            "externalTrafficPolicy: Local",
            "loadBalancerSourceRanges: [10.0.0.0/33]",
            "spec.LoadBalancerSourceRanges",
            "spec.LoadBalancerSourceRanges[0]"
        ),
        RuleCase("sessionAffinity: ClientIP", "sessionAffinity: Client", "spec.sessionAffinity"),
        RuleCase(
            "timeoutSeconds: 60",
            "timeoutSeconds: 90000",
            "spec.sessionAffinityConfig.clientIP.timeoutSeconds"
        ),
        RuleCase("app: web", "app: a/b", "spec.selector"),
        RuleCase("192.0.2.7", "127.0.0.1", "spec.externalIPs[0]"),
        RuleCase("192.0.2.7", "169.254.1.1", "spec.externalIPs[0]"),
        RuleCase("name: http, port", "port", "spec.ports[0].name"),
        RuleCase("name: http", "name: dns", "spec.ports[1].name"),
        RuleCase("port: 53, protocol: UDP", "port: 80", "spec.ports[1]"),
        RuleCase("port: 53", "port: 0", "spec.ports[1].port", "spec.ports[1].targetPort"),
        RuleCase("targetPort: http", "targetPort: 80-90-100-110-120", "spec.ports[0].targetPort"),
        RuleCase("protocol: UDP", "protocol: udp", "spec.ports[1].protocol"),
        RuleCase("appProtocol: example.com/dns", "appProtocol: a/b/c", "spec.ports[1].appProtocol"),
    ])
    func services(_ rule: RuleCase) throws { try rule.check(Self.sound) }

    @Test(arguments: [
        RuleCase("externalName: db.example.com.", "externalName: ''", "spec.externalName"),
        RuleCase("externalName: db.example.com.", "externalName: db_1", "spec.externalName"),
        RuleCase("type: ExternalName", "type: ClusterIP", "spec.ports"),
        RuleCase("type: ExternalName", "type: ExternalName\n  clusterIP: 10.0.0.1", "spec.clusterIPs"),
    ])
    func externalNames(_ rule: RuleCase) throws {
        let sound = """
            apiVersion: v1
            kind: Service
            metadata: {name: db}
            spec:
              type: ExternalName
              externalName: db.example.com.

            """
        RuleCase.checkSound(sound)
        try rule.check(sound)
    }

    @Test(arguments: [
        RuleCase("ip: 10.0.0.1", "ip: localhost", "subsets[0].addresses[0].ip"),
        RuleCase("addresses: [{ip: 10.0.0.1}]", "addresses: []", "subsets[0]"),
        RuleCase("port: 80", "port: 0", "subsets[0].ports[0].port"),
        RuleCase("{port: 80}", "{port: 80}, {port: 81}", "subsets[0].ports[0].name", "subsets[0].ports[1].name"),
    ])
    func endpoints(_ rule: RuleCase) throws {
        let sound = """
            apiVersion: v1
            kind: Endpoints
            metadata: {name: db}
            subsets: [{addresses: [{ip: 10.0.0.1}], ports: [{port: 80}]}]

            """
        RuleCase.checkSound(sound)
        try rule.check(sound)
    }
}
