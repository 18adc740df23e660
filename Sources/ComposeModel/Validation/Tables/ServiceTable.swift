/// The keys of a service. `texts` and `pairs` are lists from which the loader removes repetitions; in a `textSet` one
/// that repeats is an error.
enum ServiceTable {
    static let service = MappingShape(
        [
            "annotations": .pairs,
            "attach": .flag,
            "blkio_config": .mapping(BlkioTable.config),
            "build": Shape.text.or(.mapping(BuildTable.build)),
            "cap_add": .texts,
            "cap_drop": .texts,
            "cgroup": .words("host", "private"),
            "cgroup_parent": .text,
            "command": .command,
            "configs": .list(of: Shape.text.or(.mapping(MountTable.fileReference))),
            "container_name": Shape(kinds: .string, rule: .containerName),
            "cpu_count": .integer(0...Int.max),
            "cpu_percent": .integer(0...100),
            "cpu_period": .amount,
            "cpu_quota": .amount,
            "cpu_rt_period": .amount,
            "cpu_rt_runtime": .amount,
            "cpu_shares": .amount,
            "cpus": .amount,
            "cpuset": .text,
            "credential_spec": .mapping(MappingShape(["config": .text, "file": .text, "registry": .text])),
            "depends_on": Shape.textSet.or(.resources(.mapping(dependency))),
            "deploy": Shape.mapping(DeployTable.deploy).orNull,
            "develop": Shape.mapping(HookTable.develop).orNull,
            "device_cgroup_rules": .textSet,
            "devices": .list(of: Shape.text.or(.mapping(DeviceTable.mapping))),
            "dns": .textOrTexts,
            "dns_opt": .texts,
            "dns_search": .textOrTexts,
            "domainname": .text,
            "entrypoint": .command,
            "env_file": Shape.text.or(.list(of: Shape.text.or(.mapping(envFile)))),
            "environment": .pairs,
            "expose": .list(of: .amount),
            "extends": Shape.text.or(.mapping(extends)),
            "external_links": .textSet,
            "extra_hosts": .extraHosts,
            "gpus": Shape.words("all").or(.list(of: .mapping(DeviceTable.gpu))),
            "group_add": .set(of: .amount),
            "healthcheck": .mapping(healthCheck),
            "hostname": .text,
            "image": .text,
            "init": .flag,
            "ipc": .text,
            "isolation": .text,
            "label_file": .textOrTexts,
            "labels": .pairs,
            "links": .texts,
            "logging": .mapping(MappingShape(["driver": .text, "options": .map(of: Shape.amount.orNull)])),
            "mac_address": .text,
            "mem_limit": .amount,
            "mem_reservation": .count,
            "mem_swappiness": .count,
            "memswap_limit": .amount,
            "models": Shape.textSet.or(.resources(Shape.mapping(model).orNull, rule: .optionalResource)),
            "network_mode": .text,
            "networks": Shape.textSet.or(.resources(Shape.mapping(network).orNull)),
            "oom_kill_disable": .flag,
            "oom_score_adj": .integer(-1000...1000),
            "pid": Shape.text.orNull,
            "pids_limit": .amount,
            "platform": .text,
            "ports": .list(of: Shape.amount.or(.mapping(port))),
            "post_start": .list(of: .mapping(HookTable.hook)),
            "pre_start": .list(of: .mapping(HookTable.preStart)),
            "pre_stop": .list(of: .mapping(HookTable.hook)),
            "privileged": .flag,
            "profiles": .texts,
            "provider": .mapping(provider),
            "pull_policy": Shape(kinds: .string, rule: .pullPolicy),
            "pull_refresh_after": .text,
            "read_only": .flag,
            "restart": .text,
            "runtime": .text,
            "scale": .count,
            "secrets": .list(of: Shape.text.or(.mapping(MountTable.fileReference))),
            "security_opt": .textSet,
            "shm_size": .amount,
            "stdin_open": .flag,
            "stop_grace_period": .text,
            "stop_signal": .text,
            "storage_opt": .mapping(MappingShape([:], others: .ignored)),
            "sysctls": .pairs,
            "tmpfs": .textOrTexts,
            "tty": .flag,
            "ulimits": .ulimits,
            "use_api_socket": .strictFlag,
            "user": .text,
            "userns_mode": .text,
            "uts": .text,
            "volumes": .list(of: Shape.text.or(.mapping(MountTable.mount))),
            "volumes_from": .textSet,
            "working_dir": .text,
        ],
        section: "Services top-level element"
    )

    static let dependency = MappingShape(
        [
            "condition": .words("service_started", "service_healthy", "service_completed_successfully"),
            "required": .strictFlag,
            "restart": .flag,
        ],
        required: ["condition"],
        section: "Services top-level element, depends_on"
    )

    static let extends = MappingShape(
        ["service": .text, "file": .text],
        required: ["service"],
        takesExtensions: false,
        section: "Services top-level element, extends"
    )

    static let envFile = MappingShape(
        ["path": .text, "format": .text, "required": .flag],
        required: ["path"],
        takesExtensions: false,
        section: "Services top-level element, env_file"
    )

    static let provider = MappingShape(
        ["type": .text, "options": .map(of: Shape.scalar.or(.list(of: .scalar)))],
        required: ["type"],
        section: "Services top-level element, provider"
    )

    static let healthCheck = MappingShape(
        [
            "disable": .flag,
            "interval": .text,
            "retries": .amount,
            "start_interval": .text,
            "start_period": .text,
            "test": .textOrTexts,
            "timeout": .text,
        ],
        section: "Services top-level element, healthcheck"
    )

    static let model = MappingShape(
        ["endpoint_var": .text, "model_var": .text],
        section: "Services top-level element, models"
    )

    static let network = MappingShape(
        [
            "aliases": .texts,
            "driver_opts": .options,
            "gw_priority": Shape(kinds: .number),
            "interface_name": .text,
            "ipv4_address": .text,
            "ipv6_address": .text,
            "link_local_ips": .texts,
            "mac_address": .text,
            "priority": Shape(kinds: .number),
        ],
        section: "Services top-level element, networks"
    )

    static let port = MappingShape(
        [
            "app_protocol": .text,
            "host_ip": .text,
            "mode": .text,
            "name": .text,
            "protocol": .text,
            "published": .count,
            "target": .count,
        ],
        section: "Services top-level element, ports"
    )
}

extension Shape {
    /// Host names and addresses, as a mapping or a list.
    static let extraHosts = Shape.map(of: .textOrTexts).or(.textSet)

    /// Limits by name, as numbers or pairs.
    static let ulimits = Shape.resources(
        Shape.count.or(
            .mapping(MappingShape(["hard": .count, "soft": .count], required: ["soft", "hard"], section: "Services"))
        ),
        rule: .lowercase
    )
}
