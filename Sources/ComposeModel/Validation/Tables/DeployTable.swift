/// The keys that say where and how many containers run.
enum DeployTable {
    static let deploy = MappingShape(
        [
            "endpoint_mode": .text,
            "labels": .pairs,
            "mode": .text,
            "placement": .mapping(placement),
            "replicas": .count,
            "resources": .mapping(
                MappingShape(["limits": .mapping(limits), "reservations": .mapping(reservations)], section: section)
            ),
            "restart_policy": .mapping(
                MappingShape(
                    ["condition": .text, "delay": .text, "max_attempts": .count, "window": .text],
                    section: section
                )
            ),
            "rollback_config": .mapping(update),
            "update_config": .mapping(update),
        ],
        section: section
    )

    private static let section = "Compose Deploy Specification"

    private static let limits = MappingShape(
        ["cpus": .amount, "memory": .text, "pids": .count],
        section: section
    )

    private static let reservations = MappingShape(
        [
            "cpus": .amount,
            "memory": .text,
            "generic_resources": .list(
                of: .mapping(
                    MappingShape([
                        "discrete_resource_spec": .mapping(MappingShape(["kind": .text, "value": .amount]))
                    ])
                )
            ),
            "devices": .list(of: .mapping(DeviceTable.request)),
        ],
        section: section
    )

    private static let placement = MappingShape(
        [
            "constraints": .texts,
            "max_replicas_per_node": .count,
            "preferences": .list(of: .mapping(MappingShape(["spread": .text]))),
        ],
        section: section
    )

    private static let update = MappingShape(
        [
            "delay": .text,
            "failure_action": .text,
            "max_failure_ratio": .amount,
            "monitor": .text,
            "order": .words("start-first", "stop-first"),
            "parallelism": .count,
        ],
        section: section
    )
}
