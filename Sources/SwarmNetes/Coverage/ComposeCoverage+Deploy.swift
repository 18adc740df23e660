import Diagnostics
import YAMLTree

/// The keys under `deploy`.
extension ComposeCoverage {
    static let deploy: [CoverageTable.Row] = [
        .init("services.*.deploy.mode", .kept, when: oneOf("global", "global-job", "replicated-job")),
        .init("services.*.deploy.mode", .implied, when: oneOf("replicated")),
        .init("services.*.deploy.replicas", .kept),
        .init("services.*.deploy.labels.*", .kept, when: isLabel),
        .init(
            "services.*.deploy.labels.*",
            .approximated("compose.label-invalid", "the label breaks Kubernetes' rules for labels", remedy: nil)
        ),
        .init("services.*.deploy.resources.limits.cpus", .kept),
        .init("services.*.deploy.resources.limits.memory", .kept),
        .init("services.*.deploy.resources.reservations.cpus", .kept),
        .init("services.*.deploy.resources.reservations.memory", .kept),
        .init("services.*.deploy.resources.limits.pids", processesUnlimited),
        .init("services.*.pids_limit", processesUnlimited),
        .init("services.*.deploy.placement.constraints[*]", .kept, when: isPlaceable),
        .init(
            "services.*.deploy.placement.constraints[*]",
            .dropped(
                "compose.placement-constraint",
                "no label of Kubernetes' nodes says this",
                remedy: "Label the nodes, and constrain the pods to the label."
            )
        ),
        .init("services.*.deploy.placement.preferences[*].spread", .kept),
        .init("services.*.deploy.update_config.parallelism", .kept),
        .init("services.*.deploy.update_config.order", .kept),
        .init("services.*.deploy.update_config.delay", .kept, when: isWholeSeconds),
        .init("services.*.deploy.update_config.delay", rounded),
        .init(
            "services.*.deploy.update_config.**",
            .dropped(
                "compose.update-config",
                "Kubernetes keeps a failed rollout as it is",
                remedy: "Undo it with kubectl rollout undo."
            )
        ),
        .init(
            "services.*.deploy.rollback_config.**",
            .dropped("compose.rollback-config", "Kubernetes rolls back as it rolls out", remedy: nil)
        ),
        .init("services.*.deploy.restart_policy.condition", .implied),
        .init(
            "services.*.deploy.restart_policy.**",
            .dropped(
                "compose.restart-policy",
                "Kubernetes waits ever longer between restarts, without a limit",
                remedy: nil
            )
        ),
        .init("services.*.deploy.endpoint_mode", .implied, when: oneOf("vip")),
        .init("services.*.deploy.endpoint_mode", .kept, when: oneOf("dnsrr")),
    ]

    private static let processesUnlimited = Verdict.dropped(
        "compose.pids-limit",
        "the number of processes is not limited",
        remedy: "Set podPidsLimit on the nodes."
    )
}
