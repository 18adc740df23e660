import Diagnostics
import KubeModel
import Testing
import YAMLTree

/// Kinds of the cluster's own parts, and what absent fields of old workloads meant.
@Suite struct UpgradeOfClusterKindsTests {
    /// The tree of an upgraded object, and the codes and paths of the findings about more than its version.
    func upgrade(_ text: String) throws -> (Node, [String]) {
        let result = try ManifestStream().read(text, file: "old.yaml")
        let object = try #require(result.value.first)
        guard case .typed = object.content else {
            Issue.record("\(object.groupVersionKind) is not typed")
            return (object.makeNode(), [])
        }
        let others = result.report.findings.filter { $0.code != .kubernetesUpgradedVersion }
        return (object.makeNode(), others.map { "\($0.code) \($0.path ?? "")" })
    }

    func tree(_ text: String) throws -> Node { try YAMLReader().document(in: text, file: "expected") }

    @Test(
        arguments: [
            ("", "{type: RollingUpdate, rollingUpdate: {maxUnavailable: 1, maxSurge: 1}}", 3),
            (
                "strategy: {type: RollingUpdate}",
                "{type: RollingUpdate, rollingUpdate: {maxUnavailable: 1, maxSurge: 1}}", 3
            ),
            (
                "strategy: {rollingUpdate: {maxSurge: 2}}", "{rollingUpdate: {maxSurge: 2, maxUnavailable: 1}}", 3
            ),
            ("strategy: {type: Recreate}", "{type: Recreate}", 2),
            (
                "revisionHistoryLimit: 3\n  progressDeadlineSeconds: 9\n  strategy: {type: Recreate}",
                "{type: Recreate}", 0
            ),
        ]
    )
    func firstDeployments(_ spec: String, _ strategy: String, _ notices: Int) throws {
        let (object, findings) = try upgrade(
            "apiVersion: extensions/v1beta1\nkind: Deployment\nspec:\n  replicas: 1\n  \(spec)\n"
        )
        #expect(object[NodePath("spec.strategy")] == (try tree(strategy)))
        #expect(findings.count == notices)
    }

    @Test func webhooks() throws {
        let (object, findings) = try upgrade(
            """
            apiVersion: admissionregistration.k8s.io/v1beta1
            kind: ValidatingWebhookConfiguration
            webhooks:
            - {name: a.example.com, clientConfig: {url: "https://a"}, timeoutSeconds: 5, sideEffects: None}
            - {name: b.example.com, clientConfig: {url: "https://a"}, failurePolicy: Fail, matchPolicy: Exact, admissionReviewVersions: [v1]}
            """
        )
        let first = try #require(object[NodePath("webhooks[0]")])
        #expect(first["failurePolicy"] == "Ignore" && first["matchPolicy"] == "Exact")
        #expect(first["timeoutSeconds"]?.text == "5" && first["admissionReviewVersions"] == ["v1beta1"])
        #expect(object[NodePath("webhooks[1].timeoutSeconds")] == 30)
        #expect(
            findings == [
                "kubernetes.changed-default webhooks[0].failurePolicy",
                "kubernetes.changed-default webhooks[0].matchPolicy",
                "kubernetes.changed-default webhooks[0].admissionReviewVersions",
                "kubernetes.changed-default webhooks[1].timeoutSeconds",
                "kubernetes.upgrade-incomplete webhooks[1].sideEffects",
            ]
        )
    }

    @Test func customResourceDefinitions() throws {
        let (object, findings) = try upgrade(
            """
            apiVersion: apiextensions.k8s.io/v1beta1
            kind: CustomResourceDefinition
            metadata: {name: widgets.example.com}
            spec:
              group: example.com
              version: v1
              names: {kind: Widget, plural: widgets}
              subresources: {status: {}}
              additionalPrinterColumns: [{name: Size, type: integer, JSONPath: .spec.size}]
              conversion: {strategy: Webhook, webhookClientConfig: {url: "https://a"}}
              validation: {openAPIV3Schema: {properties: {spec: {type: object}}}}
            """
        )
        #expect(
            try #require(object["spec"]).normalized
                == (try tree(
                    """
                    group: example.com
                    names: {kind: Widget, plural: widgets}
                    conversion:
                      strategy: Webhook
                      webhook: {clientConfig: {url: "https://a"}, conversionReviewVersions: ["v1beta1"]}
                    versions:
                    - name: v1
                      served: true
                      storage: true
                      schema:
                        openAPIV3Schema:
                          properties: {spec: {type: object}}
                          type: "object"
                          x-kubernetes-preserve-unknown-fields: true
                      subresources: {status: {}}
                      additionalPrinterColumns: [{name: Size, type: integer, "jsonPath": .spec.size}]
                    scope: "Namespaced"
                    """
                )).normalized
        )
        #expect(findings == ["kubernetes.changed-default spec.scope", "kubernetes.upgrade-incomplete spec.versions"])
    }

    @Test(
        arguments: [
            (
                "apiVersion: discovery.k8s.io/v1beta1\nkind: EndpointSlice\naddressType: IPv4\nendpoints:\n"
                    + "- {addresses: [10.0.0.1], topology: {kubernetes.io/hostname: a, topology.kubernetes.io/zone: z, r: s}}",
                "endpoints", "[{addresses: [10.0.0.1], nodeName: a, zone: z, deprecatedTopology: {r: s}}]"
            ),
            (
                "apiVersion: flowcontrol.apiserver.k8s.io/v1beta2\nkind: PriorityLevelConfiguration\n"
                    + "spec: {type: Limited, limited: {assuredConcurrencyShares: 7}}",
                "spec", "{type: Limited, limited: {nominalConcurrencyShares: 7}}"
            ),
            (
                "apiVersion: rbac.authorization.k8s.io/v1alpha1\nkind: RoleBinding\n"
                    + "subjects: [{kind: User, apiVersion: rbac.authorization.k8s.io/v1alpha1, name: jane}]",
                "subjects", "[{kind: User, name: jane, apiGroup: rbac.authorization.k8s.io}]"
            ),
            (
                "apiVersion: authorization.k8s.io/v1beta1\nkind: SubjectAccessReview\nspec: {user: a, group: [b]}",
                "spec", "{user: a, groups: [b]}"
            ),
            (
                "apiVersion: node.k8s.io/v1alpha1\nkind: RuntimeClass\nspec: {runtimeHandler: runsc}", "handler",
                "runsc"
            ),
            (
                "apiVersion: resource.k8s.io/v1beta1\nkind: ResourceClaim\n"
                    + "spec: {devices: {requests: [{name: a, deviceClassName: gpu}]}}",
                "spec", "{devices: {requests: [{name: a, exactly: {deviceClassName: gpu}}]}}"
            ),
            (
                "apiVersion: certificates.k8s.io/v1beta1\nkind: CertificateSigningRequest\nspec: {request: YQ==, signerName: a.b/c}",
                "spec", "{request: YQ==, signerName: a.b/c, usages: [digital signature, key encipherment]}"
            ),
        ]
    )
    func restated(_ text: String, _ field: String, _ expected: String) throws {
        let (object, _) = try upgrade(text)
        #expect(try #require(object[field]).normalized == (try tree(expected)).normalized)
    }
}

extension Node {
    /// The tree with all strings quoted alike.
    fileprivate var normalized: Node {
        switch content {
        case .scalar(let scalar): string() == nil ? .plain(scalar.text) : .string(scalar.text)
        case .sequence(let items): .sequence(items.map(\.normalized))
        case .mapping(let mapping): .mapping(mapping.mapValues { $0.value.normalized })
        }
    }
}
