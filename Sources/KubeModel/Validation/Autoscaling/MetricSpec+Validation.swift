extension MetricSpec {
    func validate(_ field: Field) {
        let sources: [(name: String, type: String, isPresent: Bool)] = [
            ("containerResource", "ContainerResource", containerResource != nil),
            ("external", "External", external != nil),
            ("object", "Object", object != nil),
            ("pods", "Pods", pods != nil),
            ("resource", "Resource", resource != nil),
        ]
        if type.isEmpty { field["type"].required("a metric source type must be specified") }
        field["type"].oneOf(type, sources.map(\.type))
        for source in sources {
            if source.type == type, !source.isPresent { field[source.name].required("the metric source is missing") }
            if source.type != type, source.isPresent, sources.count(where: \.isPresent) > 1 {
                field[source.name].forbidden("only the source of the given type may be present")
            }
        }
        object?.validate(field["object"])
        external?.validate(field["external"])
        pods?.validate(field["pods"])
        containerResource?.validate(field["containerResource"])
        resource?.validate(field["resource"])
    }
}

extension ObjectMetricSource {
    fileprivate func validate(_ field: Field) {
        field["describedObject"].scaleTarget(kind: describedObject.kind, name: describedObject.name)
        metric.validate(field["metric"])
        target.validate(field["target"])
        target.validateValue(field["target"], "averageValue")
    }
}

extension ExternalMetricSource {
    fileprivate func validate(_ field: Field) {
        metric.validate(field["metric"])
        target.validate(field["target"])
        target.validateValue(field["target"], "value")
    }
}

extension PodsMetricSource {
    fileprivate func validate(_ field: Field) {
        metric.validate(field["metric"])
        target.validate(field["target"])
        if (target.averageValue ?? .zero) <= .zero {
            field["target"]["averageValue"].required("a positive average must be specified")
        }
    }
}

extension ContainerResourceMetricSource {
    fileprivate func validate(_ field: Field) {
        field["name"].requiredText(name, "a resource must be specified")
        field["container"].requiredText(container, "a container must be specified")
        target.validate(field["target"])
        target.validateUtilization(field["target"])
    }
}

extension ResourceMetricSource {
    fileprivate func validate(_ field: Field) {
        field["name"].requiredText(name, "a resource must be specified")
        target.validate(field["target"])
        target.validateUtilization(field["target"])
    }
}

extension MetricIdentifier {
    fileprivate func validate(_ field: Field) { field["name"].requiredSyntax(name, .pathSegment) }
}

extension MetricTarget {
    fileprivate func validate(_ field: Field) {
        if type.isEmpty { field["type"].required("a metric target type must be specified") }
        if !["Utilization", "Value", "AverageValue"].contains(type) {
            field["type"].invalid("must be Utilization, Value or AverageValue")
        }
        if let value { field["value"].positive(value) }
        if let averageValue { field["averageValue"].positive(averageValue) }
        field["averageUtilization"].positive(averageUtilization)
    }

    /// One of the value and its average, not both; `excess` is the field that the server blames for both.
    fileprivate func validateValue(_ field: Field, _ excess: String) {
        if value != nil, averageValue != nil { field[excess].forbidden("value and averageValue exclude each other") }
        if value == nil, averageValue == nil { field["averageValue"].required("value or averageValue is required") }
    }

    /// One of the utilization and the average, not both.
    fileprivate func validateUtilization(_ field: Field) {
        if averageUtilization == nil, averageValue == nil {
            field["averageUtilization"].required("averageUtilization or averageValue is required")
        }
        if averageUtilization != nil, averageValue != nil {
            field["averageValue"].forbidden("averageUtilization and averageValue exclude each other")
        }
    }
}
