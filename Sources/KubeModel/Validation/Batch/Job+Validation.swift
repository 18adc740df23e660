import OrderedCollections

extension Job: ValidatedKind {
    func validate(_ field: Field) {
        let spec = spec ?? JobSpec()
        spec.validate(field["spec"])
        spec.validateSelector(field["spec"])
        if spec.isIndexed, let completions = spec.completions, completions > 0 {
            field["metadata"]["name"].syntax(
                "\(metadata.name ?? "")-\(completions - 1)",
                .dnsLabel,
                "the name of the last pod"
            )
        }
    }

    func validate(replacing old: Job, _ field: Field) {
        let (new, former) = (spec ?? JobSpec(), old.spec ?? JobSpec())
        let field = field["spec"]
        let canScale = new.isIndexed && new.completions == new.parallelism
        if !canScale { field["completions"].immutable(new.completions ?? 1, former.completions ?? 1) }
        if new.manualSelector == true { field["selector"].immutable(new.selector, former.selector) }
        field["completionMode"].immutable(new.isIndexed, former.isIndexed)
        field["podFailurePolicy"].immutable(new.podFailurePolicy, former.podFailurePolicy)
        field["backoffLimitPerIndex"].immutable(new.backoffLimitPerIndex, former.backoffLimitPerIndex)
        field["managedBy"].immutable(new.managedBy, former.managedBy)
        field["successPolicy"].immutable(new.successPolicy, former.successPolicy)
        guard former.suspend != true else { return }
        field["template"].kept(
            new.template,
            former.template,
            "the field is immutable",
            remedy: "Delete the job and make another."
        )
    }
}

extension JobSpec {
    /// Whether each pod has a number.
    var isIndexed: Bool { completionMode == "Indexed" }

    /// What holds for jobs and for the templates of cron jobs.
    func validate(_ field: Field) {
        field["parallelism"].nonNegative(parallelism)
        field["completions"].nonNegative(completions)
        field["activeDeadlineSeconds"].nonNegative(activeDeadlineSeconds)
        field["backoffLimit"].nonNegative(backoffLimit)
        field["ttlSecondsAfterFinished"].nonNegative(ttlSecondsAfterFinished)
        field["backoffLimitPerIndex"].nonNegative(backoffLimitPerIndex)
        field["maxFailedIndexes"].nonNegative(maxFailedIndexes)
        if maxFailedIndexes != nil, backoffLimitPerIndex == nil {
            field["backoffLimitPerIndex"].required("is needed with maxFailedIndexes")
        }
        if let managedBy {
            field["managedBy"].syntax(managedBy, .domainPath)
            if managedBy.utf8.count > 63 { field["managedBy"].tooLong(63) }
        }
        field["completionMode"].oneOf(completionMode, ["Indexed", "NonIndexed"])
        if isIndexed { validateIndexes(field) } else { validateNoIndexes(field) }
        podFailurePolicy?.validate(self, field["podFailurePolicy"])
        if let successPolicy {
            if isIndexed {
                successPolicy.validate(self, field["successPolicy"])
            } else {
                field["successPolicy"].invalid("requires the completion mode Indexed")
            }
        }
        field["podReplacementPolicy"].oneOf(
            podReplacementPolicy,
            podFailurePolicy == nil ? ["Failed", "TerminatingOrFailed"] : ["Failed"]
        )
        template.validate(field["template"])
        validateRestartPolicy(field["template"]["spec"]["restartPolicy"])
    }

    private func validateRestartPolicy(_ field: Field) {
        switch (template.spec?.restartPolicy).orDefault("Always") {
        case "Always": field.required("must be set for pods of jobs", remedy: "Use OnFailure or Never.")
        case "Never": break
        case "OnFailure":
            if podFailurePolicy != nil { field.invalid("must be Never when podFailurePolicy is specified") }
        default: field.notSupported(["OnFailure", "Never"])
        }
    }

    private func validateNoIndexes(_ field: Field) {
        let reason = "requires the completion mode Indexed"
        if backoffLimitPerIndex != nil { field["backoffLimitPerIndex"].invalid(reason) }
        if maxFailedIndexes != nil { field["maxFailedIndexes"].invalid(reason) }
    }

    private func validateIndexes(_ field: Field) {
        func bound(_ value: Int?, _ limit: Int, _ name: String, _ reason: String) {
            if let value, value > limit { field[name].invalid("must be less than or equal to \(limit) \(reason)") }
        }
        guard let completions else {
            return field["completions"].required("is needed when the completion mode is Indexed")
        }
        bound(parallelism, 100_000, "parallelism", "when the completion mode is Indexed")
        bound(maxFailedIndexes, completions, "maxFailedIndexes", "like completions")
        bound(maxFailedIndexes, 100_000, "maxFailedIndexes", "")
        guard completions > 100_000, backoffLimitPerIndex != nil else { return }
        if maxFailedIndexes == nil { field["maxFailedIndexes"].required("is needed with so many completions") }
        bound(parallelism, 10_000, "parallelism", "with so many completions")
        bound(maxFailedIndexes, 10_000, "maxFailedIndexes", "with so many completions")
    }

    /// A selector of one's own needs `manualSelector`, and has to select the template; else the server makes one.
    fileprivate func validateSelector(_ field: Field) {
        selector?.validate(field["selector"])
        if manualSelector == true {
            guard let selector else { return field["selector"].required("is needed with manualSelector") }
            if selector.isWellFormed, !selector.matches(template.metadata?.labels ?? [:]) {
                field["template"]["metadata"]["labels"].invalid(
                    "the selector does not match the labels of the template"
                )
            }
        } else if let selector, !selector.isEmpty {
            field["selector"].invalid("is made by the server", remedy: "Remove it, or set manualSelector.")
        }
    }
}

extension NameSyntax {
    /// A domain, `/`, and a path: `example.com/controller`.
    static let domainPath = NameSyntax { text in
        guard let slash = text.firstIndex(of: "/"), text.index(after: slash) < text.endIndex else {
            return "must be a domain followed by '/' and a path"
        }
        return dnsSubdomain.problem(String(text[..<slash]))
    }
}
