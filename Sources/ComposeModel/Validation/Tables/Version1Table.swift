/// The keys of files of version 1, as docker-compose 1.29.2 read them: stricter types than today's, lists whose items
/// differ, and no extensions.
enum Version1Table {
    /// A file: services at the top.
    static let project = MappingShape([:], others: .named(.resource, .mapping(service)), takesExtensions: false)

    static let service = MappingShape(
        [
            "build": .text,
            "cap_add": .textSet,
            "cap_drop": .textSet,
            "cgroup_parent": .text,
            "command": .textOrTexts,
            "container_name": .text,
            "cpu_quota": .amount,
            "cpu_shares": .amount,
            "cpuset": .text,
            "devices": .textSet,
            "dns": .textOrTextSet,
            "dns_search": .textOrTextSet,
            "dockerfile": .text,
            "domainname": .text,
            "entrypoint": .textOrTexts,
            "env_file": .textOrTextSet,
            "environment": variables,
            "expose": .set(of: .amount),
            "extends": Shape.text.or(.mapping(ServiceTable.extends)),
            "external_links": .textSet,
            "extra_hosts": variables,
            "hostname": .text,
            "image": .text,
            "ipc": .text,
            "labels": Shape.map(of: .text).or(.textSet),
            "links": .textSet,
            "log_driver": .text,
            "log_opt": .mapping(MappingShape([:], others: .ignored)),
            "mac_address": .text,
            "mem_limit": .amount,
            "mem_swappiness": Shape(kinds: .integer),
            "memswap_limit": .amount,
            "net": .text,
            "pid": Shape.text.orNull,
            "ports": .set(of: .amount),
            "privileged": .strictFlag,
            "read_only": .strictFlag,
            "restart": .text,
            "security_opt": .textSet,
            "shm_size": .amount,
            "stdin_open": .strictFlag,
            "stop_signal": .text,
            "tty": .strictFlag,
            "ulimits": .resources(
                Shape(kinds: .integer).or(.mapping(limit)),
                rule: .lowercase
            ),
            "user": .text,
            "volume_driver": .text,
            "volumes": .textSet,
            "volumes_from": .textSet,
            "working_dir": .text,
        ],
        takesExtensions: false,
        section: "Compose file version 1"
    )

    private static let limit = MappingShape(
        ["hard": Shape(kinds: .integer), "soft": Shape(kinds: .integer)],
        required: ["soft", "hard"],
        takesExtensions: false
    )

    private static let variables = Shape.map(of: Shape.amount.orNull).or(.textSet)
}
