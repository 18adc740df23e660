package import Diagnostics
import YAMLTree

extension FindingCode {
    /// A key of a Compose file that the conversion does not know.
    package static let composeNotConverted: FindingCode = "compose.not-converted"
    /// A value that Kubernetes expresses in another form.
    package static let composeCarried: FindingCode = "compose.carried"
}

/// What the conversion to Kubernetes does with each key of a Compose project.
package enum ComposeCoverage {
    /// The table, over the canonical form.
    package static let table = CoverageTable(
        fallback: .dropped(
            .composeNotConverted,
            "Kubernetes does not act on this key",
            remedy: "It is kept as an annotation for the way back; set what you need on the objects."
        ),
        project + images + processes + life + names + networks + storage + security + resources + deploy + rest
    )

    private static let project: [CoverageTable.Row] = [
        .init("name", .kept),
        .init(
            "networks.default.**",
            .kept,
            when: { node, _ in node.mapping?.names.allSatisfy { $0 == "name" || $0 == "ipam" } ?? true }
        ),
        .init("networks.*.name", .implied),
        .init("networks.*.ipam", .implied, when: { node, _ in node.isNullOrEmpty }),
        .init(
            "networks.**",
            .approximated(
                "compose.network-open",
                "pods of all networks reach each other; membership is only a label",
                remedy: "Add NetworkPolicies that select the labels network.transload.dev/…."
            )
        ),
        .init("volumes.*.name", .implied),
        .init(
            "volumes.*.external",
            .decision(
                "compose.volume-external",
                "the claim for an external volume has to be there already",
                remedy: "Create a PersistentVolumeClaim of that name, or copy the data into a new volume."
            )
        ),
        .init("volumes.*.labels.*", .kept, when: isLabel),
        .init(
            "volumes.*.labels.*",
            .approximated("compose.label-invalid", "the label breaks Kubernetes' rules for labels", remedy: nil)
        ),
        .init(
            "volumes.*.driver",
            .implied,
            when: { node, _ in node.text == "local" }
        ),
        .init(
            "volumes.**",
            .dropped(
                "compose.volume-driver",
                "volume drivers and their options mean nothing to Kubernetes",
                remedy: "Choose a storage class for the PersistentVolumeClaim."
            )
        ),
        .init("configs.*.name", .implied),
        .init("configs.*.content", .kept),
        .init("configs.*.file", .implied),
        .init("configs.*.environment", .implied),
        .init("configs.*.external", external("ConfigMap")),
        .init("configs.*.labels.*", .kept, when: isLabel),
        .init("secrets.*.name", .implied),
        .init("secrets.*.file", .implied),
        .init("secrets.*.environment", .implied),
        .init("secrets.*.external", external("Secret")),
        .init("secrets.*.labels.*", .kept, when: isLabel),
        .init("*.x-transload.**", .implied),
    ]

    private static func external(_ kind: String) -> Verdict {
        .decision(
            "compose.asset-external",
            "the \(kind) has to be there already",
            remedy: "Create the \(kind) with the expected keys before applying the manifests."
        )
    }

    private static let images: [CoverageTable.Row] = [
        .init("services.*.image", .kept),
        .init(
            "services.*.build.**",
            .decision(
                "compose.build",
                "Kubernetes does not build images",
                remedy: "Build the image, push it to a registry that the cluster reaches, and name it with image."
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

    private static let processes: [CoverageTable.Row] = [
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

    private static let life: [CoverageTable.Row] = [
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

    private static let rounded = Verdict.approximated(
        "compose.duration-rounded",
        "Kubernetes counts whole seconds",
        remedy: nil
    )

    private static let names: [CoverageTable.Row] = [
        .init(
            "services.*.container_name",
            .dropped(
                "compose.container-name",
                "pods get names of their own",
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

    private static let networks: [CoverageTable.Row] = [
        .init("services.*.ports[*].target", .kept),
        .init(
            "services.*.ports[*].published",
            .approximated("compose.port-range", "of a range of ports the first is used", remedy: nil),
            when: { node, _ in node.text?.contains("-") ?? false }
        ),
        .init("services.*.ports[*].published", .kept),
        .init("services.*.ports[*].protocol", .kept),
        .init("services.*.ports[*].mode", .kept),
        .init("services.*.ports[*].host_ip", .kept),
        .init("services.*.ports[*].name", .kept),
        .init("services.*.ports[*].app_protocol", .kept),
        .init("services.*.expose[*]", .kept),
        .init("services.*.networks.*", .kept),
        .init("services.*.networks.*.aliases[*]", .kept),
        .init(
            "services.*.networks.*.**",
            .dropped("compose.network-address", "pods get addresses from the cluster", remedy: nil)
        ),
        .init("services.*.network_mode", .kept, when: { node, _ in node.text?.hasPrefix("service:") ?? false }),
        .init(
            "services.*.network_mode",
            .dropped(
                "compose.network-mode",
                "the pod uses the network of the cluster",
                remedy: "Set hostNetwork on the pod if it needs the node's network."
            )
        ),
        .init("services.*.extra_hosts[*]", .kept),
    ]

    private static let storage: [CoverageTable.Row] = [
        .init("services.*.volumes[*].type", .kept),
        .init("services.*.volumes[*].target", .kept),
        .init("services.*.volumes[*].read_only", .kept),
        .init(
            "services.*.volumes[*].source",
            .approximated(
                "compose.bind-mount",
                "the path has to be there on whichever node the pod runs",
                remedy: "Put the files into a config, a volume or the image."
            ),
            when: isBind
        ),
        .init("services.*.volumes[*].source", .kept),
        .init("services.*.volumes[*].bind.create_host_path", .implied),
        .init("services.*.volumes[*].bind", .implied, when: { node, _ in node.isNullOrEmpty }),
        .init("services.*.volumes[*].volume.subpath", .kept),
        .init("services.*.volumes[*].volume", .implied, when: { node, _ in node.isNullOrEmpty }),
        .init("services.*.volumes[*].tmpfs", .implied, when: { node, _ in node.isNullOrEmpty }),
        .init("services.*.volumes[*].tmpfs.size", .kept),
        .init(
            "services.*.volumes[*].**",
            .dropped("compose.mount-option", "Kubernetes has no such option of a mount", remedy: nil)
        ),
        .init(
            "services.*.tmpfs[*]",
            .approximated(
                "compose.tmpfs-options",
                "size and mode of the file system in memory are not set",
                remedy: nil
            )
        ),
        .init("services.*.configs[*].source", .kept),
        .init("services.*.configs[*].target", .kept),
        .init("services.*.configs[*].mode", .kept),
        .init("services.*.secrets[*].source", .kept),
        .init("services.*.secrets[*].target", .kept),
        .init("services.*.secrets[*].mode", .kept),
        .init(
            "services.*.configs[*].**",
            .dropped("compose.file-owner", "files of ConfigMaps belong to root", remedy: nil)
        ),
        .init(
            "services.*.secrets[*].**",
            .dropped("compose.file-owner", "files of Secrets belong to root", remedy: nil)
        ),
    ]

    private static let security: [CoverageTable.Row] = [
        .init("services.*.user", .kept, when: isNumericUser),
        .init(
            "services.*.user",
            .dropped(
                "compose.user-name",
                "Kubernetes knows users by number only",
                remedy: "Give the number, as in user: \"1000:1000\"."
            )
        ),
        .init("services.*.privileged", .kept),
        .init("services.*.read_only", .kept),
        .init("services.*.cap_add[*]", .kept),
        .init("services.*.cap_drop[*]", .kept),
    ]

    private static let resources: [CoverageTable.Row] = [
        .init("services.*.cpus", .implied),
        .init("services.*.mem_limit", .implied),
        .init("services.*.mem_reservation", .implied),
    ]

    private static let deploy: [CoverageTable.Row] = [
        .init("services.*.deploy.mode", .kept, when: oneOf("global")),
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
        .init(
            "services.*.deploy.resources.limits.pids",
            .dropped(
                "compose.pids-limit",
                "the number of processes is not limited",
                remedy: "Set podPidsLimit on the nodes."
            )
        ),
        .init("services.*.deploy.placement.constraints[*]", .kept),
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
    ]

    private static let rest: [CoverageTable.Row] = [
        .init("services.*.x-transload.**", .implied),
        .init(
            "services.*.logging.**",
            .dropped("compose.logging", "the cluster decides what becomes of logs", remedy: nil)
        ),
        .init("x-transload.**", .implied),
    ]

    // MARK: Conditions

    @Sendable private static func isNull(_ node: Node, _ parent: Node?) -> Bool { node.isNull() }

    private static func oneOf(_ texts: String...) -> @Sendable (Node, Node?) -> Bool {
        { node, _ in node.text.map(texts.contains) ?? false }
    }

    @Sendable private static func isLabel(_ node: Node, _ parent: Node?) -> Bool {
        node.text.map(ObjectNames.isLabelValue) ?? false
    }

    @Sendable private static func isDNSLabel(_ node: Node, _ parent: Node?) -> Bool {
        node.text.map { ObjectNames.label($0) == $0 } ?? false
    }

    @Sendable private static func isBind(_ node: Node, _ parent: Node?) -> Bool { parent?["type"]?.text == "bind" }

    @Sendable private static func isNumericUser(_ node: Node, _ parent: Node?) -> Bool {
        node.text?.split(separator: ":", omittingEmptySubsequences: false).allSatisfy { Int($0) != nil } ?? false
    }

    /// Whether a duration such as `1m30s` has no part below a second.
    @Sendable private static func isWholeSeconds(_ node: Node, _ parent: Node?) -> Bool {
        guard let text = node.text else { return false }
        return text.hasSuffix("s") && !text.hasSuffix("ms") && !text.hasSuffix("us") && !text.hasSuffix("ns")
            && !text.contains(".") && !text.contains("µ")
    }
}
