import KubeModel
import OrchestrationIR

extension HorizontalPodAutoscalerSpec {
    /// The limits and targets for the object `name` of a kind of the group `apps`.
    init(_ scaling: Autoscaling, kind: String, name: String) {
        self.init(
            scaleTargetRef: CrossVersionObjectReference(apiVersion: "apps/v1", kind: kind, name: name),
            minReplicas: scaling.minimum,
            maxReplicas: scaling.maximum
        )
        if let percent = scaling.processorPercent { metrics.append(.use(of: "cpu", percent: percent)) }
        if let percent = scaling.memoryPercent {
            metrics.append(.use(of: "memory", percent: percent))
        } else if let bytes = scaling.memoryBytes {
            let target = MetricTarget(averageValue: .bytes(Int(bytes)), type: "AverageValue")
            metrics.append(MetricSpec(resource: ResourceMetricSource(name: "memory", target: target), type: "Resource"))
        }
    }
}

extension MetricSpec {
    fileprivate static func use(of resource: String, percent: Int) -> MetricSpec {
        let target = MetricTarget(averageUtilization: percent, type: "Utilization")
        return MetricSpec(resource: ResourceMetricSource(name: resource, target: target), type: "Resource")
    }
}
