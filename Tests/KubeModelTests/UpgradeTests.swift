import Diagnostics
import KubeModel
import OrderedCollections
import Testing
import YAMLTree

@Suite struct UpgradeTests {
    func read(_ text: String) throws -> (AnyKubernetesObject, [Finding]) {
        let result = try ManifestStream().read(text, file: "old.yaml")
        return (try #require(result.value.first), result.report.findings)
    }

    @Test func workloadsGetTheirSelectors() throws {
        let (object, findings) = try read(
            """
            apiVersion: extensions/v1beta1
            kind: DaemonSet
            metadata: {name: a}
            spec:
              templateGeneration: 3
              template:
                metadata: {labels: {app: a}}
                spec: {containers: [{name: a, image: a}]}
            """
        )
        let daemons = try #require(object.as(DaemonSet.self))
        #expect(daemons.spec.selector.matchLabels == ["app": "a"])
        #expect(daemons.spec.updateStrategy?.type == "OnDelete")
        #expect(daemons.spec.fields.unknown.isEmpty)
        #expect(
            findings.map(\.path) == ["spec.selector", "spec.updateStrategy", "apiVersion"]
                && findings.map(\.severity) == [.notice, .notice, .notice]
        )
        #expect(findings.last?.code == .kubernetesUpgradedVersion)
        #expect(findings.last?.location?.description == "old.yaml:1:13")
    }

    @Test func selectorsThatAreThereStay() throws {
        let (object, _) = try read(
            """
            apiVersion: apps/v1beta1
            kind: StatefulSet
            spec:
              selector: {matchLabels: {app: b}}
              updateStrategy: {type: RollingUpdate}
              template: {metadata: {labels: {app: b, x: z}}}
            """
        )
        let set = try #require(object.as(StatefulSet.self))
        #expect(set.spec.selector.matchLabels == ["app": "b"])
        #expect(set.spec.updateStrategy?.type == "RollingUpdate")
    }

    @Test func ingresses() throws {
        let (object, _) = try read(
            """
            apiVersion: networking.k8s.io/v1beta1
            kind: Ingress
            metadata: {name: a}
            spec:
              backend: {serviceName: fallback, servicePort: http}
              rules:
              - host: example.com
                http:
                  paths:
                  - path: /a
                    backend: {serviceName: web, servicePort: 80}
                  - path: /b
                    pathType: Exact
                    backend: {resource: {kind: Bucket, name: b}}
            """
        )
        let spec = try #require(object.as(Ingress.self)?.spec)
        #expect(spec.defaultBackend?.service?.name == "fallback")
        #expect(spec.defaultBackend?.service?.port?.name == "http")
        let paths = try #require(spec.rules.first?.http?.paths)
        #expect(paths.map(\.pathType) == ["ImplementationSpecific", "Exact"])
        #expect(paths[0].backend.service?.port?.number == 80)
        #expect(paths[1].backend.resource?.kind == "Bucket")
        #expect(spec.fields.unknown.isEmpty && paths[0].backend.fields.unknown.isEmpty)
    }

    @Test func metrics() throws {
        let (object, _) = try read(
            """
            apiVersion: autoscaling/v2beta1
            kind: HorizontalPodAutoscaler
            spec:
              maxReplicas: 3
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}
              metrics:
              - {type: Resource, resource: {name: cpu, targetAverageUtilization: 80}}
              - {type: Pods, pods: {metricName: packets, targetAverageValue: 1k}}
              - {type: Object, object: {metricName: hits, target: {kind: Ingress, name: i}, targetValue: 2k}}
              - {type: External, external: {metricName: depth, metricSelector: {matchLabels: {q: a}}, targetValue: 30}}
            """
        )
        let metrics = try #require(object.as(HorizontalPodAutoscaler.self)?.spec.metrics)
        #expect(metrics[0].resource?.target == MetricTarget(averageUtilization: 80, type: "Utilization"))
        #expect(metrics[1].pods?.metric.name == "packets")
        #expect(metrics[1].pods?.target.averageValue == "1k")
        #expect(metrics[2].object?.describedObject.kind == "Ingress")
        #expect(metrics[2].object?.target == MetricTarget(type: "Value", value: "2k"))
        #expect(metrics[3].external?.metric.selector?.matchLabels == ["q": "a"])
        #expect(metrics[3].external?.target.value == 30)
        #expect(metrics[2].object?.fields.unknown.isEmpty == true)
    }

    @Test func emptySelectorsOfBudgets() throws {
        let (object, findings) = try read(
            "apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nspec: {selector: {}, minAvailable: 1}\n"
        )
        #expect(object.as(PodDisruptionBudget.self) != nil)
        #expect(findings.map(\.code) == [.kubernetesEmptySelector, .kubernetesUpgradedVersion])
    }

    @Test(
        arguments: [
            ("batch/v1beta1", "CronJob", "batch/v1"), ("apps/v1beta2", "Deployment", "apps/v1"),
            ("extensions/v1beta1", "NetworkPolicy", "networking.k8s.io/v1"),
            ("rbac.authorization.k8s.io/v1beta1", "RoleBinding", "rbac.authorization.k8s.io/v1"),
            ("autoscaling/v2beta2", "HorizontalPodAutoscaler", "autoscaling/v2"),
            ("extensions/v1beta1", "ReplicaSet", "apps/v1"), ("apps/v1beta2", "StatefulSet", "apps/v1"),
            ("extensions/v1beta1", "Ingress", "networking.k8s.io/v1"),
            ("networking.k8s.io/v1beta1", "IngressClass", "networking.k8s.io/v1"),
            ("policy/v1beta1", "PodDisruptionBudget", "policy/v1"),
            ("autoscaling/v2beta1", "HorizontalPodAutoscaler", "autoscaling/v2"),
            ("rbac.authorization.k8s.io/v1alpha1", "ClusterRole", "rbac.authorization.k8s.io/v1"),
            ("storage.k8s.io/v1beta1", "StorageClass", "storage.k8s.io/v1"),
            ("storage.k8s.io/v1alpha1", "VolumeAttachment", "storage.k8s.io/v1"),
            ("scheduling.k8s.io/v1alpha1", "PriorityClass", "scheduling.k8s.io/v1"),
            ("coordination.k8s.io/v1beta1", "Lease", "coordination.k8s.io/v1"),
            ("discovery.k8s.io/v1beta1", "EndpointSlice", "discovery.k8s.io/v1"),
            ("node.k8s.io/v1beta1", "RuntimeClass", "node.k8s.io/v1"),
            ("events.k8s.io/v1beta1", "Event", "events.k8s.io/v1"),
            ("flowcontrol.apiserver.k8s.io/v1beta2", "FlowSchema", "flowcontrol.apiserver.k8s.io/v1"),
            ("authentication.k8s.io/v1beta1", "TokenReview", "authentication.k8s.io/v1"),
            ("apiregistration.k8s.io/v1beta1", "APIService", "apiregistration.k8s.io/v1"),
            ("resource.k8s.io/v1beta2", "DeviceClass", "resource.k8s.io/v1"),
        ]
    )
    func others(_ old: String, _ kind: String, _ new: String) throws {
        let text = "apiVersion: \(old)\nkind: \(kind)\nmetadata: {name: a}\n"
        let (object, findings) = try read(text)
        #expect(object.groupVersionKind == GroupVersionKind(apiVersion: new, kind: kind))
        guard case .typed = object.content else {
            Issue.record("\(kind) is not typed")
            return
        }
        #expect(findings.map(\.severity) == [.notice])
        let asWritten = try ManifestStream(upgradesVersions: false).read(text, file: "old.yaml")
        #expect(asWritten.value.first?.groupVersionKind.apiVersion == old)
    }

    @Test(
        arguments: [
            ("policy/v1beta1", "PodSecurityPolicy"), ("extensions/v1beta1", "PodSecurityPolicy"),
            ("settings.k8s.io/v1alpha1", "PodPreset"), ("batch/v2alpha1", "ScheduledJob"),
        ]
    )
    func removedKindsAreKept(_ version: String, _ kind: String) throws {
        let (object, findings) = try read("apiVersion: \(version)\nkind: \(kind)\nspec: {privileged: no}\n")
        #expect(object.makeNode()[NodePath("spec.privileged")]?.text == "no")
        #expect(findings.map(\.code) == [.kubernetesRemovedVersion])
    }

    /// Every upgrade leads to a kind that a type models, and odd shapes come through it.
    @Test(arguments: [
        "[]", "3", "{rules: [1, {http: 2}], backend: x, metrics: [1, {resource: 2}], template: [], versions: [1, {}]}",
        "{strategy: 1, updateStrategy: [], limited: x, conversion: 2, devices: [{basic: 3}], group: {}}",
    ])
    func oddShapesDoNotTrap(_ shape: String) {
        for upgrade in VersionUpgrade.rows {
            #expect(KindRegistry.builtIn.type(for: upgrade.to) != nil, "\(upgrade.to)")
            let text = """
                apiVersion: \(upgrade.from.apiVersion)
                kind: \(upgrade.from.kind)
                spec: \(shape)
                webhooks: \(shape)
                subjects: [\(shape)]
                endpoints: [\(shape), {topology: \(shape)}]
                """
            #expect(ManifestStream().readable(Array(text.utf8), file: "t").value.count == 1)
        }
    }
}
