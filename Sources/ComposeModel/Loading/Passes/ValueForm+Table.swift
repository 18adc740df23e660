/// The forms of all keys (Compose Specification, and the types of the reference).
extension ValueForm {
    static let table: PathTable<ValueForm> = {
        var rows: [(String, ValueForm)] = []
        for group in groups {
            for place in group.places {
                for key in group.keys.split(separator: " ") { rows.append((place + key, group.form)) }
            }
        }
        return PathTable(rows)
    }()

    /// Keys, separated by blanks, that have one form in some places.
    private struct Group {
        let places: [String]
        let form: ValueForm
        let keys: String

        init(_ places: [String], _ form: ValueForm, _ keys: String) {
            self.places = places
            self.form = form
            self.keys = keys
        }
    }

    private static let groups: [Group] =
        service + serviceParts + build + deploy + mountsAndNetworks + hooks + devicesAndDisks + resources

    private static let service: [Group] = [
        Group([root], .text, "cgroup cgroup_parent container_name cpuset domainname hostname image ipc isolation"),
        Group([root], .text, "mac_address network_mode pid platform pull_policy restart runtime stop_signal user"),
        Group([root], .text, "userns_mode uts working_dir"),
        Group([root], .flag, "oom_kill_disable privileged read_only stdin_open tty use_api_socket"),
        Group([root], .choice, "attach init"),
        Group([root], .integer, "cpu_count cpu_period cpu_quota cpu_rt_period cpu_rt_runtime cpu_shares"),
        Group([root], .integer, "oom_score_adj pids_limit"),
        Group([root], .number, "cpu_percent cpus"),
        Group([root], .count, "scale"),
        Group([root], .bytes, "mem_limit mem_reservation mem_swappiness memswap_limit shm_size"),
        Group([root], .duration, "stop_grace_period"),
        Group([root], .command, "command entrypoint"),
        Group([root], .texts, "cap_add cap_drop device_cgroup_rules dns dns_opt dns_search expose external_links"),
        Group([root], .texts, "group_add label_file links profiles security_opt tmpfs volumes_from"),
        Group([root], .texted, "annotations labels sysctls"),
        Group([root], .options, "storage_opt"),
        Group([root], .variables, "environment"),
        Group([root], .hosts, "extra_hosts"),
        Group([root], .limit, "ulimits.*"),
    ]

    private static let serviceParts: [Group] = [
        Group([root + "credential_spec."], .text, "config file registry"),
        Group([root + "depends_on.*."], .text, "condition"),
        Group([root + "depends_on.*."], .flag, "restart"),
        Group([root + "depends_on.*."], .requiredFlag, "required"),
        Group([root + "env_file[*]."], .text, "path format"),
        Group([root + "env_file[*]."], .optOut, "required"),
        Group([root + "healthcheck."], .duration, "timeout interval start_period start_interval"),
        Group([root + "healthcheck."], .healthTest, "test"),
        Group([root + "healthcheck."], .naturalCount, "retries"),
        Group([root + "healthcheck."], .flag, "disable"),
        Group([root + "logging."], .text, "driver"),
        Group([root + "logging."], .texted, "options"),
        Group([root + "models.*."], .text, "endpoint_var model_var"),
        Group([root + "provider."], .text, "type"),
        Group([root + "provider."], .multiple, "options"),
        Group(files, .text, "source target uid gid"),
        Group(files, .mode, "mode"),
    ]

    private static let build: [Group] = [
        Group(
            [root + "build."],
            .text,
            "context dockerfile dockerfile_inline provenance sbom isolation network target"
        ),
        Group([root + "build."], .texts, "entitlements cache_from cache_to no_cache_filter tags platforms"),
        Group([root + "build."], .flag, "no_cache pull privileged"),
        Group([root + "build."], .variables, "args"),
        Group([root + "build."], .texted, "labels additional_contexts"),
        Group([root + "build."], .sshKeys, "ssh"),
        Group([root + "build."], .hosts, "extra_hosts"),
        Group([root + "build."], .bytes, "shm_size"),
        Group([root + "build."], .limit, "ulimits.*"),
    ]

    private static let deploy: [Group] = [
        Group([root + "deploy."], .text, "mode endpoint_mode"),
        Group([root + "deploy."], .count, "replicas"),
        Group([root + "deploy."], .texted, "labels"),
        Group([root + "deploy.placement."], .texts, "constraints"),
        Group([root + "deploy.placement."], .text, "preferences[*].spread"),
        Group([root + "deploy.placement."], .natural, "max_replicas_per_node"),
        Group([root + "deploy.restart_policy."], .text, "condition"),
        Group([root + "deploy.restart_policy."], .duration, "delay window"),
        Group([root + "deploy.restart_policy."], .naturalCount, "max_attempts"),
        Group(updates, .naturalCount, "parallelism"),
        Group(updates, .delay, "delay monitor"),
        Group(updates, .text, "failure_action order"),
        Group(updates, .number, "max_failure_ratio"),
        Group(limits, .number, "cpus"),
        Group(limits, .bytes, "memory"),
        Group(limits, .integer, "pids"),
        Group(limits, .requiredText, "generic_resources[*].discrete_resource_spec.kind"),
        Group(limits, .count, "generic_resources[*].discrete_resource_spec.value"),
    ]

    private static let mountsAndNetworks: [Group] = [
        Group([root + "volumes[*]."], .text, "type source target consistency bind.selinux bind.propagation"),
        Group([root + "volumes[*]."], .text, "bind.recursive volume.subpath image.subpath"),
        Group([root + "volumes[*]."], .flag, "read_only volume.nocopy"),
        Group([root + "volumes[*]."], .optOut, "bind.create_host_path"),
        Group([root + "volumes[*]."], .texted, "volume.labels"),
        Group([root + "volumes[*]."], .bytes, "tmpfs.size"),
        Group([root + "volumes[*]."], .natural, "tmpfs.mode"),
        Group([root + "networks.*."], .text, "interface_name ipv4_address ipv6_address mac_address"),
        Group([root + "networks.*."], .texts, "aliases link_local_ips"),
        Group([root + "networks.*."], .texted, "driver_opts"),
        Group([root + "networks.*."], .integer, "gw_priority priority"),
        Group([root + "ports[*]."], .text, "name mode host_ip published protocol app_protocol"),
        Group([root + "ports[*]."], .natural, "target"),
    ]

    private static let hooks: [Group] = [
        Group(hookPlaces, .command, "command"),
        Group(hookPlaces, .text, "image user working_dir"),
        Group(hookPlaces, .flag, "privileged per_replica"),
        Group(hookPlaces, .variables, "environment"),
        Group([root + "develop.watch[*]."], .requiredText, "path action"),
        Group([root + "develop.watch[*]."], .text, "target"),
        Group([root + "develop.watch[*]."], .texts, "include ignore"),
        Group([root + "develop.watch[*]."], .flag, "initial_sync"),
    ]

    private static let devicesAndDisks: [Group] = [
        Group([root + "devices[*]."], .text, "source target permissions"),
        Group(requests, .texts, "capabilities device_ids"),
        Group(requests, .text, "driver"),
        Group(requests, .devices, "count"),
        Group(requests, .texted, "options"),
        Group([root + "blkio_config."], .natural, "weight"),
        Group([root + "blkio_config.weight_device[*]."], .requiredText, "path"),
        Group([root + "blkio_config.weight_device[*]."], .naturalCount, "weight"),
        Group(throttles, .requiredText, "path"),
        Group(throttles, .requiredBytes, "rate"),
    ]

    private static let resources: [Group] = [
        Group(["models.*."], .text, "name model"),
        Group(["models.*."], .integer, "context_size"),
        Group(["models.*."], .texts, "runtime_flags"),
        Group(["networks.*."], .text, "name driver ipam.driver"),
        Group(["networks.*."], .texted, "driver_opts labels ipam.options ipam.config[*].aux_addresses"),
        Group(["networks.*."], .text, "ipam.config[*].subnet ipam.config[*].gateway ipam.config[*].ip_range"),
        Group(["networks.*."], .flag, "external internal attachable"),
        Group(["networks.*."], .choice, "enable_ipv4 enable_ipv6"),
        Group(["volumes.*."], .text, "name driver"),
        Group(["volumes.*."], .texted, "driver_opts labels"),
        Group(["volumes.*."], .flag, "external"),
        Group(["configs.*.", "secrets.*."], .text, "name file environment content driver template_driver"),
        Group(["configs.*.", "secrets.*."], .texted, "labels driver_opts"),
        Group(["configs.*.", "secrets.*."], .flag, "external"),
    ]

    private static let root = "services.*."
    private static let files = ["configs[*].", "secrets[*].", "build.secrets[*]."].map { root + $0 }
    private static let updates = ["update_config.", "rollback_config."].map { root + "deploy." + $0 }
    private static let limits = ["limits.", "reservations."].map { root + "deploy.resources." + $0 }
    private static let requests = limits.map { $0 + "devices[*]." } + [root + "gpus[*]."]
    private static let throttles = ["device_read_bps", "device_read_iops", "device_write_bps", "device_write_iops"]
        .map { "\(root)blkio_config.\($0)[*]." }
    private static let hookPlaces = ["pre_start[*].", "post_start[*].", "pre_stop[*].", "develop.watch[*].exec."]
        .map { root + $0 }
}
