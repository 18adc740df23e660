import Diagnostics
import YAMLTree

/// Images, processes, life and names of services.
extension ComposeCoverage {
    static let images: [CoverageTable.Row] = [
        .init("services.*.image", .kept),
        .init(
            "services.*.build.**",
            .decision(
                "compose.build",
                "Kubernetes does not build images",
                remedy: "Build the image, push it to a registry that the cluster reaches, and name it with image."
            )
        ),
        .init(
            "services.*.provider.**",
            .dropped(
                "compose.provider",
                "a provider is a program on the machine of whoever runs Compose, and nothing of it runs in a cluster",
                remedy: "Provide what it provides in the cluster, and set the variables that services get from it."
            )
        ),
        .init("services.*.pull_policy", .kept, when: oneOf("always", "missing", "never")),
        .init(
            "services.*.pull_policy",
            .approximated("compose.pull-policy", "Kubernetes has no such pull policy", remedy: nil)
        ),
        .init(
            "services.*.platform",
            .dropped(
                "compose.platform",
                "the platform is not requested",
                remedy: "Constrain the pods to nodes with the label kubernetes.io/arch."
            )
        ),
    ]

    static let processes: [CoverageTable.Row] = [
        .init("services.*.command[*]", .kept),
        .init("services.*.entrypoint[*]", .kept),
        .init("services.*.command", .implied, when: isNull),
        .init("services.*.entrypoint", .implied, when: isNull),
        .init(
            "services.*.command",
            .approximated(
                "compose.empty-command",
                "an empty list means the image's own command to Kubernetes",
                remedy: nil
            )
        ),
        .init(
            "services.*.entrypoint",
            .approximated(
                "compose.empty-command",
                "an empty list means the image's own entry point to Kubernetes",
                remedy: nil
            )
        ),
        .init("services.*.working_dir", .kept),
        .init(
            "services.*.environment.*",
            .approximated(
                "compose.environment-from-caller",
                "the variable has no value and is left out",
                remedy: "Give it a value, or set it while converting."
            ),
            when: isNull
        ),
        .init("services.*.environment.*", .kept),
        .init("services.*.tty", .kept),
        .init("services.*.stdin_open", .kept),
        .init("services.*.init", .dropped("compose.init", "no init process is added to the container", remedy: nil)),
    ]

    static let life: [CoverageTable.Row] = [
        .init("services.*.restart", .kept, when: { _, service in isJob(service) }),
        .init("services.*.restart", .kept, when: oneOf("always", "no", "on-failure")),
        .init(
            "services.*.restart",
            .approximated(
                "compose.restart",
                "Kubernetes starts the container again whenever it ends",
                remedy: nil
            )
        ),
        .init(
            "services.*.depends_on.*.condition",
            .kept,
            when: oneOf("service_healthy", "service_completed_successfully")
        ),
        .init(
            "services.*.depends_on.*.condition",
            .approximated(
                "compose.start-order",
                "Kubernetes starts all workloads at once and restarts those that fail",
                remedy: "Let the application wait for what it needs, or add an init container."
            )
        ),
        .init("services.*.depends_on.*.required", .implied),
        .init(
            "services.*.depends_on.*.restart",
            .dropped("compose.start-order", "a restart of the other service does not restart this one", remedy: nil)
        ),
        .init("services.*.healthcheck.test[*]", .kept, when: { node, parent in parent?[0]?.text != "NONE" }),
        .init("services.*.healthcheck.test[*]", .implied),
        .init("services.*.healthcheck.disable", .implied),
        .init("services.*.healthcheck.interval", .kept, when: isWholeSeconds),
        .init("services.*.healthcheck.timeout", .kept, when: isWholeSeconds),
        .init("services.*.healthcheck.start_period", .kept, when: isWholeSeconds),
        .init(
            "services.*.healthcheck.start_interval",
            .dropped("compose.start-interval", "Kubernetes probes at one interval", remedy: nil)
        ),
        .init("services.*.healthcheck.retries", .kept),
        .init("services.*.healthcheck.**", rounded),
        .init("services.*.stop_grace_period", .kept, when: isWholeSeconds),
        .init("services.*.stop_grace_period", rounded),
        .init(
            "services.*.stop_signal",
            .dropped(
                "compose.stop-signal",
                "the image's own stop signal is sent",
                remedy: "Set STOPSIGNAL in the image."
            )
        ),
        .init("services.*.profiles[*]", .implied),
        .init("services.*.scale", .implied),
    ]

    static let rounded = Verdict.approximated(
        "compose.duration-rounded",
        "Kubernetes counts whole seconds",
        remedy: nil
    )

    static let names: [CoverageTable.Row] = [
        .init(
            "services.*.container_name",
            .approximated(
                "compose.container-name",
                "the container has the name inside its pod, which gets a name of its own",
                remedy: "Let clients use the name of the service."
            )
        ),
        .init("services.*.hostname", .kept, when: isDNSLabel),
        .init("services.*.labels.*", .kept, when: isLabel),
        .init(
            "services.*.labels.*",
            .approximated(
                "compose.label-annotation",
                "the value breaks Kubernetes' rules for labels; it becomes an annotation",
                remedy: nil
            )
        ),
        .init("services.*.annotations.*", .kept),
    ]
}
