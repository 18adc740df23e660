/// Selectors of nodes, in affinities of pods and of volumes.
extension NodeSelector {
    func validate(_ field: Field) {
        let field = field["nodeSelectorTerms"]
        if nodeSelectorTerms.isEmpty { return field.required("must have at least one node selector term") }
        field.each(nodeSelectorTerms) { $0.validate(allowsInvalidValues: false, $1) }
    }
}

extension NodeSelectorTerm {
    /// - Parameters:
    ///   - allowsInvalidValues: Whether values may be such as no label can have.
    ///   - field: The term.
    func validate(allowsInvalidValues: Bool, _ field: Field) {
        field["matchExpressions"].each(matchExpressions) { requirement, field in
            requirement.validateOperator(field)
            field["key"].syntax(requirement.key, .qualifiedName)
            guard !allowsInvalidValues else { return }
            field["values"].each(requirement.values) { $1.syntax($0, .labelValue) }
        }
        field["matchFields"].each(matchFields) { requirement, field in requirement.validateField(field) }
    }
}

extension NodeSelectorRequirement {
    fileprivate func validateOperator(_ field: Field) {
        switch `operator` {
        case "In", "NotIn":
            if values.isEmpty { field["values"].required("must be specified when the operator is In or NotIn") }
        case "Exists", "DoesNotExist":
            if !values.isEmpty { field["values"].forbidden("may not be specified when the operator is \(`operator`)") }
        case "Gt", "Lt":
            if values.count != 1 { field["values"].required("must be a single value when the operator is Gt or Lt") }
        default:
            field["operator"].invalid(
                "not a valid selector operator",
                remedy: "Use In, NotIn, Exists, DoesNotExist, Gt or Lt."
            )
        }
    }

    fileprivate func validateField(_ field: Field) {
        if `operator` != "In", `operator` != "NotIn" {
            field["operator"].invalid("not a valid selector operator", remedy: "Use In or NotIn.")
        } else if values.count != 1 {
            field["values"].required("must be only one value")
        }
        if key != "metadata.name" {
            field["key"].invalid("not a valid field selector key", remedy: "Use metadata.name.")
        } else {
            field["values"].each(values) { $1.syntax($0, .dnsSubdomain) }
        }
    }
}
