extension ValidatingWebhookConfiguration: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        field["webhooks"].each(webhooks) { webhook, field in WebhookRules(webhook).validate(field) }
        field["webhooks"].uniqueNames(webhooks.map(\.name))
    }
}

extension MutatingWebhookConfiguration: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        field["webhooks"].each(webhooks) { webhook, field in
            WebhookRules(webhook).validate(field)
            field["reinvocationPolicy"].oneOf(webhook.reinvocationPolicy, ["IfNeeded", "Never"])
        }
        field["webhooks"].uniqueNames(webhooks.map(\.name))
    }
}

extension Field {
    /// The items of this list have names that differ.
    func uniqueNames(_ names: [String]) {
        var seen: Set<String> = []
        for (index, name) in names.enumerated() where !seen.insert(name).inserted { self[index]["name"].duplicate() }
    }
}

/// What webhooks of both kinds have in common.
private struct WebhookRules {
    let name: String
    let admissionReviewVersions: [String]
    let clientConfig: WebhookClientConfig
    let failurePolicy: String?
    let matchConditions: [MatchCondition]
    let matchPolicy: String?
    let selectors: [(field: String, selector: LabelSelector?)]
    let rules: [RuleWithOperations]
    let sideEffects: String
    let timeoutSeconds: Int?

    init(_ webhook: ValidatingWebhook) {
        self.name = webhook.name
        self.admissionReviewVersions = webhook.admissionReviewVersions
        self.clientConfig = webhook.clientConfig
        self.failurePolicy = webhook.failurePolicy
        self.matchConditions = webhook.matchConditions
        self.matchPolicy = webhook.matchPolicy
        self.selectors = [
            ("namespaceSelector", webhook.namespaceSelector), ("objectSelector", webhook.objectSelector),
        ]
        self.rules = webhook.rules
        self.sideEffects = webhook.sideEffects
        self.timeoutSeconds = webhook.timeoutSeconds
    }

    init(_ webhook: MutatingWebhook) {
        self.name = webhook.name
        self.admissionReviewVersions = webhook.admissionReviewVersions
        self.clientConfig = webhook.clientConfig
        self.failurePolicy = webhook.failurePolicy
        self.matchConditions = webhook.matchConditions
        self.matchPolicy = webhook.matchPolicy
        self.selectors = [
            ("namespaceSelector", webhook.namespaceSelector), ("objectSelector", webhook.objectSelector),
        ]
        self.rules = webhook.rules
        self.sideEffects = webhook.sideEffects
        self.timeoutSeconds = webhook.timeoutSeconds
    }

    func validate(_ field: Field) {
        field["name"].requiredSyntax(name, .fullyQualifiedName)
        field["rules"].each(rules) { rule, field in AdmissionRule(rule).validate(field) }
        field["failurePolicy"].oneOf(failurePolicy, ["Fail", "Ignore"])
        field["matchPolicy"].oneOf(matchPolicy, ["Equivalent", "Exact"])
        field["sideEffects"].requiredOneOf(sideEffects, ["None", "NoneOnDryRun"])
        field["timeoutSeconds"].range(timeoutSeconds, 1...30)
        for (name, selector) in selectors { selector?.validate(field[name]) }
        field["matchConditions"].matchConditions(matchConditions)
        WebhookClient(clientConfig).validate(field["clientConfig"])
        field["admissionReviewVersions"].reviewVersions(admissionReviewVersions)
    }
}

extension Field {
    /// The versions of reviews that a webhook understands, at least one of which the server does too.
    func reviewVersions(_ versions: [String]) {
        let known = ["v1", "v1beta1"]
        if versions.isEmpty { return required("must have one of \(known.joined(separator: ", "))") }
        var seen: Set<String> = []
        each(versions) { version, field in
            if !seen.insert(version).inserted { return field.invalid("the version occurs more than once") }
            field.syntax(version, .dns1035Label)
        }
        if seen.isDisjoint(with: known) { invalid("must include one of \(known.joined(separator: ", "))") }
    }

    /// Expressions that decide whether a webhook or policy is asked. What they compute is not checked.
    func matchConditions(_ conditions: [MatchCondition]) {
        if conditions.count > 64 { tooMany(64) }
        each(conditions) { condition, field in
            field["name"].requiredSyntax(condition.name, .qualifiedName)
            field["expression"].expression(condition.expression)
        }
        uniqueNames(conditions.map(\.name))
    }

    /// An expression, which must not be blank.
    func expression(_ text: String?) {
        if (text ?? "").allSatisfy(\.isWhitespace) { required("an expression is required") }
    }
}
