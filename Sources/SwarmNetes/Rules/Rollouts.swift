import ComposeModel
import KubeModel
import OrchestrationIR

// `update_config`: how many instances are replaced at a time, and whether new ones start before old ones stop.

extension Rollout {
    /// What `update_config` says.
    init?(_ config: UpdateConfig?) {
        guard let config else { return nil }
        let all = config.parallelism == 0
        self.init(
            order: config.order == "start-first" ? .startFirst : all ? .stopAllFirst : .stopFirst,
            parallelism: all ? (config.order == "start-first" ? .percent(100) : nil) : .count(config.parallelism ?? 1),
            minimumReady: config.delay.map(Duration.init)
        )
    }

    /// What a Deployment says.
    init?(_ spec: DeploymentSpec) {
        let minimumReady = spec.minReadySeconds.map { Duration.seconds($0) }
        let deadline = spec.progressDeadlineSeconds.map { Duration.seconds($0) }
        if spec.strategy?.type == "Recreate" {
            self.init(order: .stopAllFirst, minimumReady: minimumReady, progressDeadline: deadline)
            return
        }
        guard spec.strategy?.rollingUpdate != nil || minimumReady != nil || deadline != nil else { return nil }
        let surge = spec.strategy?.rollingUpdate?.maxSurge.flatMap(Amount.init)
        let unavailable = spec.strategy?.rollingUpdate?.maxUnavailable.flatMap(Amount.init)
        if let surge, !surge.isZero {
            self.init(order: .startFirst, parallelism: surge, minimumReady: minimumReady, progressDeadline: deadline)
        } else {
            self.init(
                order: .stopFirst,
                parallelism: unavailable,
                minimumReady: minimumReady,
                progressDeadline: deadline
            )
        }
    }

    /// What a DaemonSet or StatefulSet says: old instances always stop first.
    init?(maxUnavailable: IntOrString?, minReadySeconds: Int?) {
        guard maxUnavailable != nil || minReadySeconds != nil else { return nil }
        self.init(
            order: .stopFirst,
            parallelism: maxUnavailable.flatMap(Amount.init),
            minimumReady: minReadySeconds.map { .seconds($0) }
        )
    }
}

extension Rollout.Amount {
    init?(_ value: IntOrString) {
        if let count = value.intValue {
            self = .count(count)
        } else if let percentage = value.percentage {
            self = .percent(percentage)
        } else {
            return nil
        }
    }

    var isZero: Bool { self == .count(0) || self == .percent(0) }

    /// The amount as Kubernetes writes it.
    var kubernetes: IntOrString {
        switch self {
        case .count(let count): .int(count)
        case .percent(let percent): .string("\(percent)%")
        }
    }
}

extension UpdateConfig {
    /// The rollout in Compose's words.
    ///
    /// - Parameters:
    ///   - rollout: The rollout.
    ///   - replicas: The number of instances, of which a percentage is taken.
    init(_ rollout: Rollout, replicas: Int) {
        let parallelism: Int? =
            switch rollout.parallelism {
            case .count(let count): count
            case .percent(100): 0
            case .percent(let percent): max(1, Self.share(percent, of: replicas))
            case nil: rollout.order == .stopAllFirst ? 0 : nil
            }
        self.init(
            parallelism: parallelism,
            delay: rollout.minimumReady.map(ComposeDuration.init),
            order: rollout.order == .startFirst ? "start-first" : "stop-first"
        )
    }

    /// So many hundredths of `count`, rounded down, and cut to the range of the type.
    private static func share(_ percent: Int, of count: Int) -> Int {
        let (high, low) = count.multipliedFullWidth(by: percent)
        return high == 0 && low <= UInt(Int.max) ? Int(low) / 100 : high < 0 ? .min : .max
    }
}

extension DeploymentStrategy {
    /// The strategy of a Deployment; nil leaves Kubernetes' default.
    init?(_ rollout: Rollout) {
        switch rollout.order {
        case .stopAllFirst: self.init(type: "Recreate")
        case .startFirst:
            self.init(
                rollingUpdate: RollingUpdateDeployment(
                    maxSurge: (rollout.parallelism ?? .count(1)).kubernetes,
                    maxUnavailable: .int(0)
                ),
                type: "RollingUpdate"
            )
        case .stopFirst:
            guard let parallelism = rollout.parallelism else { return nil }
            self.init(
                rollingUpdate: RollingUpdateDeployment(maxSurge: .int(0), maxUnavailable: parallelism.kubernetes),
                type: "RollingUpdate"
            )
        }
    }
}
