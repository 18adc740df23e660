import YAMLTree

extension VersionUpgrade {
    /// `autoscaling/v2beta1` wrote the target of a metric as fields of its source; since `v2beta2` it is a structure.
    @Sendable static func upgradeMetrics(_ object: inout Node, _ context: ReadingContext) {
        guard let metrics = object["spec"]?["metrics"]?.sequence else { return }
        let upgraded = metrics.map { metric -> Node in
            guard let mapping = metric.mapping else { return metric }
            return .mapping(
                mapping.mapValues { entry in
                    sources[entry.name].map { upgradeSource(entry.value, $0) } ?? entry.value
                },
                location: metric.location
            )
        }
        object[NodePath("spec.metrics")] = .sequence(upgraded, location: object["spec"]?["metrics"]?.location)
    }

    /// How `v2beta1` writes one kind of source.
    private struct Source {
        /// The fields that give a target: the type of the target, and the field for the value in its structure.
        let targets: [(key: String, type: String, value: String)]
        /// The field with the selector of the metric.
        var selector = "selector"
        /// Whether the source names a metric, rather than a resource.
        var namesMetric = true
    }

    private static let sources: [String: Source] = [
        "resource": resource,
        "containerResource": resource,
        "pods": Source(targets: [("targetAverageValue", "AverageValue", "averageValue")]),
        "object": Source(
            targets: [("averageValue", "AverageValue", "averageValue"), ("targetValue", "Value", "value")]
        ),
        "external": Source(
            targets: [("targetAverageValue", "AverageValue", "averageValue"), ("targetValue", "Value", "value")],
            selector: "metricSelector"
        ),
    ]

    private static let resource = Source(
        targets: [
            ("targetAverageUtilization", "Utilization", "averageUtilization"),
            ("targetAverageValue", "AverageValue", "averageValue"),
        ],
        namesMetric: false
    )

    private static func upgradeSource(_ node: Node, _ source: Source) -> Node {
        guard let old = node.mapping else { return node }
        var new = old
        // The described object stood where the target stands now.
        if source.namesMetric, let described = old["target"] {
            new["target"] = nil
            new["describedObject"] = described
        }
        if source.namesMetric {
            var metric = Mapping()
            metric["name"] = old["metricName"]
            metric["selector"] = old[source.selector]
            new["metricName"] = nil
            new[source.selector] = nil
            new["metric"] = .mapping(metric, location: node.location)
        }
        guard let target = source.targets.first(where: { !isAbsent(old[$0.key]) }) else {
            return .mapping(new, location: node.location)
        }
        for other in source.targets { new[other.key] = nil }
        new["target"] = .mapping(
            ["type": .string(target.type), target.value: old[target.key] ?? .null()],
            location: node.location
        )
        return .mapping(new, location: node.location)
    }
}
