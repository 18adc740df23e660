import KubeModel
import Testing

@Suite struct WebhookRuleTests {
    @Test(arguments: [validating, mutating, policy, binding])
    func rules(_ fixture: RuleFixture) { fixture.check() }

    static let validating = RuleFixture(
        "ValidatingWebhookConfiguration",
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata: {name: a}
        webhooks:
        - name: a.example.com
          admissionReviewVersions: [v1]
          sideEffects: None
          timeoutSeconds: 5
          clientConfig: {service: {namespace: ns, name: s, path: /validate}}
          rules: [{operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods, pods/status]}]
          matchConditions: [{name: c, expression: "true"}]
        """,
        [
            ("a.example.com", "a.b", ["webhooks[0].name invalid"]),
            ("[v1]\n", "[]\n", ["webhooks[0].admissionReviewVersions required"]),
            ("[v1]\n", "[v2]\n", ["webhooks[0].admissionReviewVersions invalid"]),
            ("[v1]\n", "[v1, V1]\n", ["webhooks[0].admissionReviewVersions[1] invalid"]),
            ("None", "Some", ["webhooks[0].sideEffects not-supported"]),
            ("  sideEffects: None\n", "", ["webhooks[0].sideEffects required"]),
            ("timeoutSeconds: 5", "timeoutSeconds: 31", ["webhooks[0].timeoutSeconds invalid"]),
            ("/validate", "validate", ["webhooks[0].clientConfig.service.path invalid"]),
            ("/validate", "/a//b", ["webhooks[0].clientConfig.service.path invalid"]),
            ("{service: {namespace: ns, name: s, path: /validate}}", "{}", ["webhooks[0].clientConfig required"]),
            (
                "{service: {namespace: ns, name: s, path: /validate}}", "{url: 'http://a.example.com'}",
                ["webhooks[0].clientConfig.url invalid"]
            ),
            (
                "{service: {namespace: ns, name: s, path: /validate}}", "{url: 'https://me@a.example.com/?q#f'}",
                Array(repeating: "webhooks[0].clientConfig.url invalid", count: 3)
            ),
            ("{service:", "{caBundle: '*', service:", ["webhooks[0].clientConfig.caBundle invalid"]),
            ("[CREATE]", "[create]", ["webhooks[0].rules[0].operations[0] not-supported"]),
            ("[CREATE]", "['*', CREATE]", ["webhooks[0].rules[0].operations invalid"]),
            ("apiVersions: [v1]", "apiVersions: []", ["webhooks[0].rules[0].apiVersions required"]),
            ("[pods, pods/status]", "['pods/*', pods/status]", ["webhooks[0].rules[0].resources[1] invalid"]),
            ("[pods, pods/status]", "['*', pods]", ["webhooks[0].rules[0].resources invalid"]),
            ("name: c,", "name: '',", ["webhooks[0].matchConditions[0].name required"]),
            ("\"true\"", "\" \"", ["webhooks[0].matchConditions[0].expression required"]),
        ]
    )

    static let mutating = RuleFixture(
        "MutatingWebhookConfiguration",
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingWebhookConfiguration
        metadata: {name: a}
        webhooks:
        - {name: a.example.com, admissionReviewVersions: [v1], sideEffects: None, clientConfig: {url: "https://a"}}
        - {name: b.example.com, admissionReviewVersions: [v1], sideEffects: None, clientConfig: {url: "https://a"}, reinvocationPolicy: Never}
        """,
        [
            ("b.example.com", "a.example.com", ["webhooks[1].name duplicate"]),
            ("Never", "Always", ["webhooks[1].reinvocationPolicy not-supported"]),
        ]
    )

    static let policy = RuleFixture(
        "ValidatingAdmissionPolicy",
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata: {name: a.example.com}
        spec:
          paramKind: {apiVersion: example.com/v1, kind: Limit}
          matchConstraints: {resourceRules: [{operations: [CREATE], apiGroups: [apps], apiVersions: [v1], resources: [deployments]}]}
          variables: [{name: limit, expression: params.limit}]
          validations: [{expression: "object.spec.replicas <= variables.limit", message: too many, reason: Invalid}]
        """,
        [
            ("example.com/v1,", "example.com/v1/a,", ["spec.paramKind.apiVersion invalid"]),
            ("kind: Limit", "kind: 1Limit", ["spec.paramKind.kind invalid"]),
            ("name: limit", "name: 1-limit", ["spec.variables[0].name invalid"]),
            ("too many", "' '", ["spec.validations[0].message invalid"]),
            ("reason: Invalid", "reason: Wrong", ["spec.validations[0].reason not-supported"]),
            ("  matchConstraints:", "  #", ["spec.matchConstraints required"]),
        ]
    )

    static let binding = RuleFixture(
        "ValidatingAdmissionPolicyBinding",
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata: {name: a}
        spec: {policyName: a.example.com, validationActions: [Deny], paramRef: {name: p, parameterNotFoundAction: Deny}}
        """,
        [
            ("a.example.com", "''", ["spec.policyName required"]),
            ("[Deny]", "[Deny, Warn]", ["spec.validationActions invalid"]),
            ("[Deny]", "[Audit, Audit]", ["spec.validationActions[1] duplicate"]),
            ("name: p, ", "", ["spec.paramRef required"]),
            (", parameterNotFoundAction: Deny", "", ["spec.paramRef.parameterNotFoundAction required"]),
        ]
    )
}
