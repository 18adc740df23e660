import OrderedCollections

/// Selectors of objects by their labels.
extension LabelSelector {
    /// Whether the selector has no requirement.
    var isEmpty: Bool { matchLabels.isEmpty && matchExpressions.isEmpty }

    /// - Parameters:
    ///   - allowsInvalidValues: Whether values may be such as no label can have.
    ///   - field: The selector.
    func validate(allowsInvalidValues: Bool = false, _ field: Field) {
        field["matchLabels"].labels(matchLabels)
        field["matchExpressions"].each(matchExpressions) { requirement, field in
            requirement.validate(allowsInvalidValues: allowsInvalidValues, field)
        }
    }

    /// Whether every requirement can be met: the server adds a finding about the whole selector where it is used.
    var isWellFormed: Bool {
        matchLabels.allSatisfy { NameSyntax.qualifiedName.accepts($0.key) && NameSyntax.labelValue.accepts($0.value) }
            && matchExpressions.allSatisfy(\.isWellFormed)
    }
}

extension LabelSelectorRequirement {
    fileprivate func validate(allowsInvalidValues: Bool, _ field: Field) {
        switch `operator` {
        case "In", "NotIn":
            if values.isEmpty { field["values"].required("must be specified when the operator is In or NotIn") }
        case "Exists", "DoesNotExist":
            if !values.isEmpty { field["values"].forbidden("may not be specified when the operator is \(`operator`)") }
        default:
            field["operator"].invalid(
                "not a valid selector operator",
                remedy: "Use In, NotIn, Exists or DoesNotExist."
            )
        }
        field["key"].syntax(key, .qualifiedName)
        guard !allowsInvalidValues else { return }
        field["values"].each(values) { value, field in field.syntax(value, .labelValue) }
    }

    fileprivate var isWellFormed: Bool {
        guard NameSyntax.qualifiedName.accepts(key), values.allSatisfy(NameSyntax.labelValue.accepts) else {
            return false
        }
        switch `operator` {
        case "In", "NotIn": return !values.isEmpty
        case "Exists", "DoesNotExist": return values.isEmpty
        default: return false
        }
    }
}
