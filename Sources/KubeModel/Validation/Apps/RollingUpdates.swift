extension Field {
    /// The number or percentage of pods that may be missing or too many during an update.
    func podShare(_ value: IntOrString) {
        nonNegative(value)
    }
}

extension IntOrString {
    /// Whether the value is no pod at all; texts that are no percentage count as none.
    var isNone: Bool { (percentage ?? intValue ?? 0) == 0 }
}

extension RollingUpdateDeployment {
    func validate(_ field: Field) {
        let unavailable = maxUnavailable ?? "25%"
        let surge = maxSurge ?? "25%"
        field["maxUnavailable"].podShare(unavailable)
        field["maxSurge"].podShare(surge)
        if unavailable.isNone, surge.isNone {
            field["maxUnavailable"].invalid("may not be 0 when maxSurge is 0")
        }
        field["maxUnavailable"].atMostAll(unavailable)
    }
}

extension RollingUpdateDaemonSet {
    func validate(_ field: Field) {
        let unavailable = maxUnavailable ?? 1
        let surge = maxSurge ?? 0
        field["maxUnavailable"].podShare(unavailable)
        field["maxSurge"].podShare(surge)
        field["maxUnavailable"].atMostAll(unavailable)
        field["maxSurge"].atMostAll(surge)
        switch (unavailable.isNone, surge.isNone) {
        case (false, false): field["maxSurge"].invalid("may not be set when maxUnavailable is not 0")
        case (true, true): field["maxUnavailable"].required("cannot be 0 when maxSurge is 0")
        default: break
        }
    }
}

extension RollingUpdateStatefulSetStrategy {
    func validate(_ field: Field) {
        field["partition"].nonNegative(partition)
        guard let maxUnavailable, field.options.version >= KubernetesVersion(1, 35) else { return }
        field["maxUnavailable"].podShare(maxUnavailable)
        if maxUnavailable.isNone { field["maxUnavailable"].invalid("cannot be 0") }
        field["maxUnavailable"].atMostAll(maxUnavailable)
    }
}
