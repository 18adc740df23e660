/// The keys at the top of a Compose file, and those of networks, volumes, configs, secrets and models.
enum ProjectTable {
    static let project = MappingShape(
        [
            "version": .text,
            "name": .text,
            "include": .list(of: Shape.text.or(.mapping(include))),
            "services": .resources(.mapping(ServiceTable.service)),
            "networks": .resources(Shape.mapping(network).orNull, rule: .optionalResource),
            "volumes": .resources(Shape.mapping(volume).orNull),
            "configs": .resources(.mapping(config)),
            "secrets": .resources(.mapping(secret)),
            "models": .resources(.mapping(model), rule: .optionalResource),
        ],
        section: "Compose file"
    )

    static let include = MappingShape(
        ["path": .textOrTextSet, "env_file": .textOrTextSet, "project_directory": .text],
        takesExtensions: false,
        section: "Include"
    )

    static let network = MappingShape(
        [
            "name": .text,
            "driver": .text,
            "driver_opts": .options,
            "ipam": .mapping(ipam),
            "external": Shape.flag.or(.mapping(MappingShape(["name": .text]))),
            "internal": .flag,
            "enable_ipv4": .flag,
            "enable_ipv6": .flag,
            "attachable": .flag,
            "labels": .pairs,
        ],
        section: "Networks top-level element"
    )

    static let ipam = MappingShape(
        [
            "driver": .text,
            "config": .list(
                of: .mapping(
                    MappingShape([
                        "subnet": .text, "ip_range": .text, "gateway": .text, "aux_addresses": .map(of: .text),
                    ])
                )
            ),
            "options": .map(of: .text),
        ],
        section: "Networks top-level element"
    )

    static let volume = MappingShape(
        [
            "name": .text,
            "driver": .text,
            "driver_opts": .options,
            "external": Shape.flag.or(.mapping(MappingShape(["name": .text]))),
            "labels": .pairSet,
        ],
        section: "Volumes top-level element"
    )

    static let config = MappingShape(
        [
            "name": .text,
            "content": .text,
            "environment": .text,
            "file": .text,
            "external": Shape.flag.or(.mapping(MappingShape(["name": .text], others: .ignored))),
            "labels": .pairSet,
            "template_driver": .text,
        ],
        section: "Configs top-level element"
    )

    static let secret = MappingShape(
        [
            "name": .text,
            "environment": .text,
            "file": .text,
            "external": Shape.flag.or(.mapping(MappingShape(["name": .text], others: .ignored))),
            "labels": .pairSet,
            "driver": .text,
            "driver_opts": .options,
            "template_driver": .text,
        ],
        section: "Secrets top-level element"
    )

    static let model = MappingShape(
        ["name": .text, "model": .text, "context_size": Shape(kinds: .integer), "runtime_flags": .texts],
        required: ["model"],
        section: "Models top-level element"
    )
}
