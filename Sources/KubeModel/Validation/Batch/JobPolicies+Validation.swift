extension PodFailurePolicy {
    func validate(_ job: JobSpec, _ field: Field) {
        let field = field["rules"]
        if rules.count > 20 { field.tooMany(20) }
        let pods = job.template.spec ?? PodSpec()
        let names = Set((pods.containers + pods.initContainers).map(\.name))
        field.each(rules) { rule, field in
            field["action"].requiredOneOf(rule.action, ["Count", "FailIndex", "FailJob", "Ignore"])
            if rule.action == "FailIndex", job.backoffLimitPerIndex == nil {
                field["action"].invalid("requires backoffLimitPerIndex")
            }
            rule.onExitCodes?.validate(names, field["onExitCodes"])
            if rule.onPodConditions.count > 20 { field["onPodConditions"].tooMany(20) }
            field["onPodConditions"].each(rule.onPodConditions) { pattern, field in
                field["type"].syntax(pattern.type, .qualifiedName)
                field["status"].oneOf(pattern.status.orDefault("True"), ["False", "True", "Unknown"])
            }
            if (rule.onExitCodes == nil) == rule.onPodConditions.isEmpty {
                field.invalid("must specify one of onExitCodes and onPodConditions")
            }
        }
    }
}

extension PodFailurePolicyOnExitCodesRequirement {
    fileprivate func validate(_ containers: Set<String>, _ field: Field) {
        field["operator"].requiredOneOf(`operator`, ["In", "NotIn"])
        if let containerName, !containers.contains(containerName) {
            field["containerName"].invalid("must be the name of a container or init container of the template")
        }
        let list = field["values"]
        if values.isEmpty { list.invalid("at least one value is required") }
        if values.count > 255 { list.tooMany(255) }
        var seen: Set<Int> = []
        list.each(values) { value, field in
            if `operator` == "In", value == 0 { field.invalid("must not be 0 for the operator In") }
            if !seen.insert(value).inserted { field.duplicate() }
        }
        if zip(values, values.dropFirst()).contains(where: { $0 > $1 }) { list.invalid("must be ordered") }
    }
}

extension SuccessPolicy {
    func validate(_ job: JobSpec, _ field: Field) {
        let field = field["rules"]
        if rules.isEmpty { field.required("at least one rule is required") }
        if rules.count > 20 { field.tooMany(20) }
        let completions = job.completions ?? 0
        field.each(rules) { $0.validate(completions, $1) }
    }
}

extension SuccessPolicyRule {
    fileprivate func validate(_ completions: Int, _ field: Field) {
        if succeededCount == nil, succeededIndexes == nil {
            field.required("at least one of succeededCount and succeededIndexes is required")
        }
        var total: Int?
        if let succeededIndexes {
            if succeededIndexes.utf8.count > 64 * 1024 { field["succeededIndexes"].tooLong(64 * 1024) }
            total = SuccessPolicyRule.count(succeededIndexes, below: completions)
            if total == nil {
                field["succeededIndexes"].invalid("must be rising indexes and ranges below completions, such as 0,2-4")
            }
        }
        guard let succeededCount else { return }
        field["succeededCount"].nonNegative(succeededCount)
        if succeededCount > completions { field["succeededCount"].invalid("must not be greater than completions") }
        if let total, succeededCount > total {
            field["succeededCount"].invalid("must not be greater than the number of succeededIndexes")
        }
    }

    /// How many indexes a text such as `0,2-4` names; nil for other texts.
    private static func count(_ text: String, below bound: Int) -> Int? {
        guard !text.isEmpty else { return 0 }
        var (last, total) = (-1, 0)
        for interval in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = interval.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard 1...2 ~= ends.count, let first = ends[0], let end = ends[ends.count - 1], first > last, end < bound,
                ends.count == 1 || first < end
            else { return nil }
            total += end - first + 1
            last = end
        }
        return total
    }
}
