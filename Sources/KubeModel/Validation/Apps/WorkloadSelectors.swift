import OrderedCollections

extension LabelSelector {
    /// A selector of the pods that a workload makes: it must not be empty, and must select the template.
    ///
    /// - Parameters:
    ///   - template: The template of the pods.
    ///   - isGiven: Whether the selector is written down; an absent one selects nothing, an empty one everything.
    ///   - spec: The specification of the workload.
    func validate(selecting template: PodTemplateSpec, isGiven: Bool, _ spec: Field) {
        let field = spec["selector"]
        let labels = spec["template"]["metadata"]["labels"]
        let mismatch = "the selector does not match the labels of the template"
        validate(field)
        if isEmpty {
            if isGiven {
                field.invalid("an empty selector is not allowed", remedy: "Name labels of the template.")
            } else {
                field.required("a selector is required", remedy: "Name labels of the template.")
                labels.invalid(mismatch)
            }
        } else if !isWellFormed {
            field.invalid("not a valid label selector")
        } else if !matches(template.metadata?.labels ?? [:]) {
            labels.invalid(mismatch, remedy: "Give the template the labels that the selector names.")
        }
    }
}

extension PodTemplateSpec {
    /// What holds in addition for pods that a workload keeps running.
    func validateRunsForever(_ field: Field) {
        field["spec"]["restartPolicy"].oneOf((spec?.restartPolicy).orDefault("Always"), ["Always"])
        if spec?.activeDeadlineSeconds != nil {
            field["spec"]["activeDeadlineSeconds"].forbidden("is not supported for pods of this kind of workload")
        }
    }
}
