import KubeModel
import Testing

@Suite struct AccessRuleTests {
    @Test(arguments: [
        role, clusterRole, roleBinding, clusterRoleBinding, budget, review, signingRequest, flowSchema, level,
    ])
    func rules(_ fixture: RuleFixture) { fixture.check() }

    static let role = RuleFixture(
        "Role",
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: "system:a"}
        rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
        """,
        [
            ("[get]", "[]", ["rules[0].verbs required"]),
            ("[pods]", "[]", ["rules[0].resources required"]),
            ("[\"\"]", "[]", ["rules[0].apiGroups required"]),
            ("apiGroups: [\"\"], resources: [pods]", "nonResourceURLs: [/a]", ["rules[0].nonResourceURLs invalid"]),
            ("system:a", "a/b", ["metadata.name invalid"]),
        ]
    )

    static let clusterRole = RuleFixture(
        "ClusterRole",
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: a}
        aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b}}]}
        rules: [{nonResourceURLs: [/healthz], verbs: [get]}]
        """,
        [
            ("[{matchLabels: {a: b}}]", "[]", ["aggregationRule.clusterRoleSelectors required"]),
            ("[/healthz]", "[/healthz], resources: [pods]", ["rules[0].nonResourceURLs invalid"]),
        ]
    )

    static let roleBinding = RuleFixture(
        "RoleBinding",
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: a}
        roleRef: {kind: Role, name: r}
        subjects: [{kind: ServiceAccount, name: s}, {kind: User, name: "jane@example.com"}]
        """,
        [
            ("kind: Role,", "kind: Rôle,", ["roleRef.kind not-supported"]),
            ("name: r}", "name: ''}", ["roleRef.name required"]),
            ("name: r}", "name: r, apiGroup: v1}", ["roleRef.apiGroup not-supported"]),
            ("name: s}", "name: S}", ["subjects[0].name invalid"]),
            ("name: s}", "name: s, apiGroup: x}", ["subjects[0].apiGroup not-supported"]),
            ("kind: User", "kind: Person", ["subjects[1].kind not-supported"]),
        ]
    )

    static let clusterRoleBinding = RuleFixture(
        "ClusterRoleBinding",
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: a}
        roleRef: {kind: ClusterRole, name: r}
        subjects: [{kind: ServiceAccount, name: s, namespace: ns}]
        """,
        [
            ("kind: ClusterRole,", "kind: Role,", ["roleRef.kind not-supported"]),
            (", namespace: ns", "", ["subjects[0].namespace required"]),
        ]
    )

    static let budget = RuleFixture(
        "PodDisruptionBudget",
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: a}
        spec: {minAvailable: 50%, selector: {matchLabels: {a: b}}, unhealthyPodEvictionPolicy: AlwaysAllow}
        """,
        [
            ("50%", "150%", ["spec.minAvailable invalid"]),
            ("50%", "half", ["spec.minAvailable invalid"]),
            ("50%", "-1", ["spec.minAvailable invalid"]),
            ("50%", "50%, maxUnavailable: 1", ["spec invalid"]),
            ("AlwaysAllow", "Always", ["spec.unhealthyPodEvictionPolicy not-supported"]),
            ("{a: b}", "{a: b/c}", ["spec.selector.matchLabels invalid"]),
        ]
    )

    static let review = RuleFixture(
        "SubjectAccessReview",
        """
        apiVersion: authorization.k8s.io/v1
        kind: SubjectAccessReview
        spec: {user: jane, resourceAttributes: {verb: get, resource: pods}}
        """,
        [
            ("user: jane,", "", ["spec.user invalid"]),
            ("resourceAttributes: {verb: get, resource: pods}", "groups: [a]", ["spec.resourceAttributes invalid"]),
            ("pods}", "pods}, nonResourceAttributes: {path: /}", ["spec.nonResourceAttributes invalid"]),
        ]
    )

    static let signingRequest = RuleFixture(
        "CertificateSigningRequest",
        """
        apiVersion: certificates.k8s.io/v1
        kind: CertificateSigningRequest
        metadata: {name: a}
        spec:
          request: \(Base64.encode(Array("-----BEGIN CERTIFICATE REQUEST-----\nAA==\n-----END CERTIFICATE REQUEST-----\n".utf8)))
          signerName: example.com/signer
          usages: [client auth]
          expirationSeconds: 600
        """,
        [
            ("example.com/signer", "signer", ["spec.signerName invalid"]),
            ("example.com/signer", "kubernetes.io/legacy-unknown", ["spec.signerName invalid"]),
            ("[client auth]", "[]", ["spec.usages required"]),
            ("[client auth]", "[client]", ["spec.usages[0] not-supported"]),
            ("[client auth]", "[any, any]", ["spec.usages[1] duplicate"]),
            ("expirationSeconds: 600", "expirationSeconds: 599", ["spec.expirationSeconds invalid"]),
            ("request: ", "request: QUJD # ", ["spec.request invalid"]),
        ]
    )

    static let flowSchema = RuleFixture(
        "FlowSchema",
        """
        apiVersion: flowcontrol.apiserver.k8s.io/v1
        kind: FlowSchema
        metadata: {name: a}
        spec:
          matchingPrecedence: 100
          distinguisherMethod: {type: ByUser}
          priorityLevelConfiguration: {name: level}
          rules:
          - subjects: [{kind: Group, group: {name: g}}]
            resourceRules: [{verbs: ["*"], apiGroups: ["*"], resources: ["*"], clusterScope: true}]
        """,
        [
            ("Precedence: 100", "Precedence: 1", ["spec.matchingPrecedence invalid"]),
            ("Precedence: 100", "Precedence: 10001", ["spec.matchingPrecedence invalid"]),
            ("ByUser", "ByAge", ["spec.distinguisherMethod.type not-supported"]),
            ("name: level", "name: ''", ["spec.priorityLevelConfiguration.name required"]),
            ("kind: Group,", "kind: Groups,", ["spec.rules[0].subjects[0].kind not-supported"]),
            (", clusterScope: true", "", ["spec.rules[0].resourceRules[0].namespaces required"]),
            ("verbs: [\"*\"]", "verbs: [\"*\", get]", ["spec.rules[0].resourceRules[0].verbs invalid"]),
        ]
    )

    static let level = RuleFixture(
        "PriorityLevelConfiguration",
        """
        apiVersion: flowcontrol.apiserver.k8s.io/v1
        kind: PriorityLevelConfiguration
        metadata: {name: a}
        spec:
          type: Limited
          limited:
            lendablePercent: 50
            limitResponse: {type: Queue, queuing: {queues: 64, handSize: 6, queueLengthLimit: 50}}
        """,
        [
            ("type: Limited", "type: Exempt", ["spec.limited forbidden"]),
            ("type: Limited", "type: Free", ["spec.type not-supported"]),
            ("lendablePercent: 50", "lendablePercent: 101", ["spec.limited.lendablePercent invalid"]),
            ("type: Queue,", "type: Reject,", ["spec.limited.limitResponse.queuing forbidden"]),
            ("handSize: 6", "handSize: 65", ["spec.limited.limitResponse.queuing.handSize invalid"]),
            ("handSize: 6", "handSize: 20", ["spec.limited.limitResponse.queuing.handSize invalid"]),
        ]
    )
}
