import KubeModel
import Testing

@Suite struct ClusterRuleTests {
    @Test(arguments: [
        storageClass, driver, attachment, autoscaler, oldAutoscaler, priority, lease, runtimeClass, apiService, event,
    ])
    func rules(_ fixture: RuleFixture) { fixture.check() }

    static let storageClass = RuleFixture(
        "StorageClass",
        """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: a}
        provisioner: example.com/disk
        parameters: {type: fast}
        reclaimPolicy: Retain
        allowedTopologies: [{matchLabelExpressions: [{key: zone, values: [a, b]}]}]
        """,
        [
            ("example.com/disk", "''", ["provisioner required"]),
            ("example.com/disk", "a/b/c", ["provisioner invalid"]),
            ("{type: fast}", "{'': fast}", ["parameters invalid"]),
            ("Retain", "Recycle", ["reclaimPolicy not-supported"]),
            ("reclaimPolicy: Retain", "volumeBindingMode: Later", ["volumeBindingMode not-supported"]),
            ("[a, b]", "[]", ["allowedTopologies.matchLabelExpressions[0].values required"]),
            ("[a, b]", "[a, a]", ["allowedTopologies.matchLabelExpressions[0].values[1] duplicate"]),
        ]
    )

    static let driver = RuleFixture(
        "CSIDriver",
        """
        apiVersion: storage.k8s.io/v1
        kind: CSIDriver
        metadata: {name: disk.example.com}
        spec:
          fsGroupPolicy: File
          volumeLifecycleModes: [Persistent]
          tokenRequests: [{audience: a, expirationSeconds: 600}]
        """,
        [
            ("File", "Always", ["spec.fsGroupPolicy not-supported"]),
            ("[Persistent]", "[Lasting]", ["spec.volumeLifecycleModes not-supported"]),
            ("600", "599", ["spec.tokenRequests[0].expirationSeconds invalid"]),
            ("600}", "600}, {audience: a}", ["spec.tokenRequests[1].audience duplicate"]),
        ]
    )

    static let attachment = RuleFixture(
        "VolumeAttachment",
        """
        apiVersion: storage.k8s.io/v1
        kind: VolumeAttachment
        metadata: {name: a}
        spec: {attacher: disk.example.com, nodeName: node, source: {persistentVolumeName: v}}
        """,
        [
            ("disk.example.com", "''", ["spec.attacher required"]),
            ("disk.example.com", "a/b", ["spec.attacher invalid"]),
            ("persistentVolumeName: v", "", ["spec.source required"]),
            ("nodeName: node", "nodeName: Node", ["spec.nodeName invalid"]),
        ]
    )

    static let autoscaler = RuleFixture(
        "HorizontalPodAutoscaler v2",
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: a}
        spec:
          minReplicas: 2
          maxReplicas: 4
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
          - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}
          - {type: Pods, pods: {metric: {name: hits}, target: {type: AverageValue, averageValue: 1k}}}
          behavior: {scaleUp: {stabilizationWindowSeconds: 60, policies: [{type: Pods, value: 1, periodSeconds: 60}]}}
        """,
        [
            ("minReplicas: 2", "minReplicas: 0", ["spec.minReplicas invalid"]),
            ("minReplicas: 2", "minReplicas: 5", ["spec.maxReplicas invalid"]),
            ("kind: Deployment", "kind: ''", ["spec.scaleTargetRef.kind required"]),
            ("name: web", "name: a/b", ["spec.scaleTargetRef.name invalid"]),
            ("type: Resource", "type: Pods", ["spec.metrics[0].pods required"]),
            ("name: cpu", "name: ''", ["spec.metrics[0].resource.name required"]),
            ("averageUtilization: 80", "", ["spec.metrics[0].resource.target.averageUtilization required"]),
            (
                "averageUtilization: 80", "averageUtilization: 0",
                ["spec.metrics[0].resource.target.averageUtilization invalid"]
            ),
            ("type: Utilization", "type: Half", ["spec.metrics[0].resource.target.type invalid"]),
            ("averageValue: 1k", "", ["spec.metrics[1].pods.target.averageValue required"]),
            ("name: hits", "name: ''", ["spec.metrics[1].pods.metric.name required"]),
            ("Seconds: 60, pol", "Seconds: 3601, pol", ["spec.behavior.scaleUp.stabilizationWindowSeconds invalid"]),
            ("[{type: Pods, value: 1, periodSeconds: 60}]", "[]", ["spec.behavior.scaleUp.policies required"]),
            ("value: 1,", "value: 0,", ["spec.behavior.scaleUp.policies[0].value invalid"]),
            ("periodSeconds: 60", "periodSeconds: 1801", ["spec.behavior.scaleUp.policies[0].periodSeconds invalid"]),
        ]
    )

    static let oldAutoscaler = RuleFixture(
        "HorizontalPodAutoscaler v1",
        """
        apiVersion: autoscaling/v1
        kind: HorizontalPodAutoscaler
        metadata: {name: a}
        spec: {maxReplicas: 2, targetCPUUtilizationPercentage: 50, scaleTargetRef: {kind: Deployment, name: a}}
        """,
        [
            ("Percentage: 50", "Percentage: 0", ["spec.metrics[0].resource.target.averageUtilization invalid"]),
            ("kind: Deployment,", "", ["spec.scaleTargetRef.kind required"]),
        ]
    )

    static let priority = RuleFixture(
        "PriorityClass",
        "apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {name: high}\nvalue: 1000\npreemptionPolicy: Never\n",
        [
            ("name: high", "name: system-high", ["metadata.name forbidden"]),
            ("value: 1000", "value: 1000000001", ["value forbidden"]),
            ("Never", "Maybe", ["preemptionPolicy not-supported"]),
        ]
    )

    static let lease = RuleFixture(
        "Lease",
        """
        apiVersion: coordination.k8s.io/v1
        kind: Lease
        metadata: {name: a}
        spec: {leaseDurationSeconds: 40, leaseTransitions: 0, renewTime: "2026-05-04T12:30:00.000000Z"}
        """,
        [
            ("Seconds: 40", "Seconds: 0", ["spec.leaseDurationSeconds invalid"]),
            ("Transitions: 0", "Transitions: -1", ["spec.leaseTransitions invalid"]),
            (".000000Z", "Z", ["spec.renewTime time"]),
        ]
    )

    static let runtimeClass = RuleFixture(
        "RuntimeClass",
        "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {name: a}\nhandler: runsc\noverhead: {podFixed: {memory: 1Mi}}\n",
        [
            ("runsc", "Runsc", ["handler invalid"]), ("runsc", "''", ["handler invalid"]),
            ("1Mi", "-1Mi", ["overhead.podFixed[memory] invalid"]),
        ]
    )

    static let apiService = RuleFixture(
        "APIService",
        """
        apiVersion: apiregistration.k8s.io/v1
        kind: APIService
        metadata: {name: v1.example.com}
        spec:
          group: example.com
          version: v1
          groupPriorityMinimum: 100
          versionPriority: 100
          service: {namespace: ns, name: s, port: 443}
        """,
        [
            ("name: v1.example.com", "name: v2.example.com", ["metadata.name invalid"]),
            ("Minimum: 100", "Minimum: 20001", ["spec.groupPriorityMinimum invalid"]),
            ("namespace: ns,", "", ["spec.service.namespace required"]),
            ("port: 443", "port: 0", ["spec.service.port invalid"]),
            ("{namespace: ns, name: s, port: 443}", "null\n  caBundle: QUJD", ["spec.caBundle invalid"]),
            ("  service:", "  caBundle: '*'\n  service:", ["spec.caBundle invalid"]),
        ]
    )

    static let event = RuleFixture(
        "Event",
        """
        apiVersion: events.k8s.io/v1
        kind: Event
        metadata: {name: a}
        eventTime: "2026-05-04T12:30:00.000000Z"
        reportingController: example.com/controller
        reportingInstance: one
        action: Start
        reason: Started
        type: Normal
        """,
        [
            ("Normal", "Odd", ["type invalid"]),
            ("action: Start\n", "", ["action required"]),
            ("example.com/controller", "a b", ["reportingController invalid"]),
            (
                "type:", "series: {count: 1, lastObservedTime: \"2026-05-04T12:30:00.000000Z\"}\ntype:",
                ["series.count invalid"]
            ),
        ]
    )
}
