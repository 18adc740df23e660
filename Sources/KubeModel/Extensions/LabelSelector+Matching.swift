public import OrderedCollections

extension LabelSelector {
    /// Whether the selector selects an object with these labels; an empty one selects every object.
    ///
    /// An expression with an operator other than `In`, `NotIn`, `Exists` and `DoesNotExist` selects nothing.
    public func matches(_ labels: OrderedDictionary<String, String>) -> Bool {
        matchLabels.allSatisfy { labels[$0.key] == $0.value } && matchExpressions.allSatisfy { $0.matches(labels) }
    }

    /// Whether the selector selects an object.
    public func matches(_ object: some KubernetesObject) -> Bool { matches(object.metadata.labels) }
}

extension LabelSelectorRequirement {
    /// Whether labels meet the requirement.
    public func matches(_ labels: OrderedDictionary<String, String>) -> Bool {
        let value = labels[key]
        switch `operator` {
        case "In": return value.map(values.contains) ?? false
        case "NotIn": return !(value.map(values.contains) ?? false)
        case "Exists": return value != nil
        case "DoesNotExist": return value == nil
        default: return false
        }
    }
}
