/// What a stack file can say, key by key: the schemas of versions 3.8 to 3.13, and what `docker stack deploy` reports
/// as unsupported.
enum StackTable {
    static let project = StackKeys(
        [
            "name": .drop(.harmless("a stack is named when it is deployed")),
            "services": .values(.keys(service)),
            "networks": .values(.keys(network)),
            "volumes": .values(.keys(volume)),
            "configs": .values(.keys(config)),
            "secrets": .values(.keys(secret)),
            "models": .drop(.unknown("Run the model as a service.")),
        ],
        takesExtensions: true
    )

    static let service = StackKeys(
        [
            "annotations": .drop(.unknown("Use labels.")),
            "attach": .drop(.harmless("a Swarm does not attach to containers")),
            "blkio_config": .drop(.unknown()),
            "build": .drop(.ignored("Build and push the image, and name it under the key image.")),
            "cap_add": .keep,
            "cap_drop": .keep,
            "cgroup": .drop(.unknown()),
            "cgroup_parent": .drop(.ignored()),
            "command": .keep,
            "configs": .items(.keys(fileReference)),
            "container_name": .drop(.ignored("Reach the service by its name, or give it an alias on a network.")),
            "cpu_count": .drop(.unknown("Use deploy.resources.limits.cpus.")),
            "cpu_percent": .drop(.unknown("Use deploy.resources.limits.cpus.")),
            "cpu_period": .drop(.unknown("Use deploy.resources.limits.cpus.")),
            "cpu_quota": .drop(.unknown("Use deploy.resources.limits.cpus.")),
            "cpu_rt_period": .drop(.unknown()),
            "cpu_rt_runtime": .drop(.unknown()),
            "cpu_shares": .drop(.unknown("Use deploy.resources.reservations.cpus.")),
            "cpus": .drop(.unknown("deploy.resources.limits.cpus says otherwise and stays.")),
            "cpuset": .drop(.unknown()),
            "credential_spec": .keys(StackKeys(["config": .keep, "file": .keep, "registry": .keep])),
            "depends_on": .convert(StackForms.names),
            "deploy": .keys(deploy),
            "develop": .drop(.harmless("it serves development only")),
            "device_cgroup_rules": .drop(.unknown()),
            "devices": .drop(.ignored("Use deploy.resources.reservations.generic_resources.")),
            "dns": .keep,
            "dns_opt": .drop(.unknown()),
            "dns_search": .keep,
            "domainname": .drop(.ignored("Write the whole name under hostname.")),
            "entrypoint": .keep,
            "env_file": .convert(StackForms.paths),
            "environment": .keep,
            "expose": .drop(.harmless("services of a network reach each other on every port")),
            "extends": .drop(.unknown("Load the project first.")),
            "external_links": .drop(.ignored("Join a network of the other project.")),
            "extra_hosts": .convert(StackForms.hosts),
            "gpus": .drop(.unknown("Use deploy.resources.reservations.generic_resources.")),
            "group_add": .drop(.unknown()),
            "healthcheck": .keys(healthCheck),
            "hostname": .keep,
            "image": .keep,
            "init": .keep,
            "ipc": .drop(.ignored()),
            "isolation": .keep,
            "label_file": .drop(.unknown("Use labels.")),
            "labels": .keep,
            "links": .drop(.ignored("Put both services on a network, and use aliases.")),
            "logging": .keys(StackKeys(["driver": .keep, "options": .keep])),
            "mac_address": .drop(.ignored()),
            "mem_limit": .drop(.unknown("deploy.resources.limits.memory says otherwise and stays.")),
            "mem_reservation": .drop(.unknown("deploy.resources.reservations.memory says otherwise and stays.")),
            "mem_swappiness": .drop(.unknown()),
            "memswap_limit": .drop(.unknown()),
            "models": .drop(.unknown("Set the variables under environment.")),
            "network_mode": .drop(.ignored("Join an external network named host or none in place of a mode.")),
            "networks": .values(.keys(serviceNetwork)),
            "oom_kill_disable": .drop(.unknown()),
            "oom_score_adj": .since(13, .keep),
            "pid": .drop(.ignored()),
            "pids_limit": .drop(.unknown("Use deploy.resources.limits.pids, from version 3.9 on.")),
            "platform": .drop(.unknown("Use deploy.placement.constraints with node.platform.arch.")),
            "ports": .items(.keys(port)),
            "post_start": .drop(.unknown()),
            "pre_start": .drop(.unknown("Run the command in the entrypoint.")),
            "pre_stop": .drop(.unknown()),
            "privileged": .drop(.ignored("Use cap_add.")),
            "profiles": .drop(.harmless("the services that are written are the enabled ones")),
            "provider": .drop(.unknown("Run the service outside the stack.")),
            "pull_policy": .drop(.harmless("a Swarm resolves images when a stack is deployed")),
            "pull_refresh_after": .drop(.harmless("a Swarm resolves images when a stack is deployed")),
            "read_only": .keep,
            "restart": .drop(.ignored("deploy.restart_policy says otherwise and stays.")),
            "runtime": .drop(.unknown("Set the default runtime of the nodes.")),
            "scale": .drop(.harmless("deploy.replicas says it")),
            "secrets": .items(.keys(fileReference)),
            "security_opt": .drop(.ignored()),
            "shm_size": .drop(.ignored("Mount a tmpfs with a size at /dev/shm.")),
            "stdin_open": .keep,
            "stop_grace_period": .keep,
            "stop_signal": .keep,
            "storage_opt": .drop(.unknown()),
            "sysctls": .keep,
            "tmpfs": .keep,
            "tty": .keep,
            "ulimits": .values(.convert(StackForms.ulimit)),
            "use_api_socket": .drop(.unknown("Mount the socket.")),
            "user": .keep,
            "userns_mode": .drop(.ignored()),
            "uts": .drop(.unknown()),
            "volumes": .items(.keys(mount)),
            "volumes_from": .drop(.unknown("Share a named volume.")),
            "working_dir": .keep,
        ],
        takesExtensions: true
    )

    private static let fileReference = StackKeys([
        "source": .keep, "target": .keep, "uid": .keep, "gid": .keep, "mode": .convert(StackForms.mode),
    ])

    private static let healthCheck = StackKeys([
        "test": .keep, "interval": .keep, "timeout": .keep, "retries": .keep, "start_period": .keep,
        "start_interval": .since(12, .keep), "disable": .keep,
    ])

    private static let serviceNetwork = StackKeys([
        "aliases": .keep,
        "ipv4_address": .keep,
        "ipv6_address": .keep,
        "driver_opts": .since(13, .keep),
        "interface_name": .drop(.unknown()),
        "link_local_ips": .drop(.unknown()),
        "mac_address": .drop(.unknown()),
        "priority": .drop(.unknown()),
        "gw_priority": .drop(.unknown()),
    ])

    private static let port = StackKeys([
        "target": .keep,
        "published": .convert(StackForms.integer),
        "protocol": .keep,
        "mode": .keep,
        "host_ip": .drop(.unknown("A Swarm publishes on all addresses of a node: restrict access with a firewall.")),
        "name": .drop(.harmless("it is for people")),
        "app_protocol": .drop(.harmless("it is a hint")),
    ])

    private static let mount = StackKeys([
        "type": .keep, "source": .keep, "target": .keep, "read_only": .keep, "consistency": .keep,
        "bind": .keys(
            StackKeys([
                "propagation": .keep,
                "create_host_path": .drop(nil),  // A Swarm never makes a missing folder.
                "recursive": .drop(.unknown()),
                "selinux": .drop(.ignored("Label the folder on the nodes.")),
            ])
        ),
        "volume": .keys(StackKeys(["nocopy": .keep, "subpath": .keep, "labels": .drop(.ignored())])),
        "tmpfs": .keys(StackKeys(["size": .convert(StackForms.integer), "mode": .drop(.ignored())])),
        "image": .drop(.unknown()),
    ])

    private static let deploy = StackKeys([
        "mode": .keep, "replicas": .keep, "endpoint_mode": .keep, "labels": .keep,
        "resources": .keys(
            StackKeys([
                "limits": .keys(
                    StackKeys([
                        "cpus": .convert(StackForms.string), "memory": .convert(StackForms.string),
                        "pids": .since(9, .keep),
                    ])
                ),
                "reservations": .keys(
                    StackKeys([
                        "cpus": .convert(StackForms.string), "memory": .convert(StackForms.string),
                        "generic_resources": .items(
                            .keys(
                                StackKeys([
                                    "discrete_resource_spec": .keys(StackKeys(["kind": .keep, "value": .keep]))
                                ])
                            )
                        ),
                        "devices": .drop(.unknown("Use generic_resources.")),
                    ])
                ),
            ])
        ),
        "restart_policy": .keys(
            StackKeys(["condition": .keep, "delay": .keep, "max_attempts": .keep, "window": .keep])
        ),
        "placement": .keys(
            StackKeys([
                "constraints": .keep, "preferences": .items(.keys(StackKeys(["spread": .keep]))),
                "max_replicas_per_node": .keep,
            ])
        ),
        "update_config": .keys(rollout), "rollback_config": .keys(rollout),
    ])

    private static let rollout = StackKeys([
        "parallelism": .keep, "delay": .keep, "failure_action": .keep, "monitor": .keep, "max_failure_ratio": .keep,
        "order": .keep,
    ])

    private static let network = StackKeys(
        [
            "name": .keep, "driver": .keep, "driver_opts": .keep, "external": .keep, "internal": .keep,
            "attachable": .keep, "labels": .keep,
            "ipam": .keys(
                StackKeys([
                    "driver": .keep,
                    "config": .items(
                        .keys(
                            StackKeys([
                                "subnet": .keep, "gateway": .drop(.unknown()), "ip_range": .drop(.unknown()),
                                "aux_addresses": .drop(.unknown()),
                            ])
                        )
                    ),
                    "options": .drop(.unknown()),
                ])
            ),
            "enable_ipv4": .drop(.unknown()),
            "enable_ipv6": .drop(.unknown()),
        ],
        takesExtensions: true
    )

    private static let volume = StackKeys(
        ["name": .keep, "driver": .keep, "driver_opts": .keep, "external": .keep, "labels": .keep],
        takesExtensions: true
    )

    private static let secret = StackKeys(
        [
            "name": .keep, "file": .keep, "external": .keep, "labels": .keep, "driver": .keep, "driver_opts": .keep,
            "template_driver": .keep,
            "environment": .drop(nil),  // The secret becomes external.
        ],
        takesExtensions: true
    )

    private static let config = StackKeys(
        [
            "name": .keep, "file": .keep, "external": .keep, "labels": .keep, "template_driver": .keep,
            "content": .drop(nil),  // The config becomes external.
            "environment": .drop(nil),
        ],
        takesExtensions: true
    )
}
