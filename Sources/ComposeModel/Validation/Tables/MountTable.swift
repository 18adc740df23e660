/// The keys of what is mounted into a container.
enum MountTable {
    static let mount = MappingShape(
        [
            "type": .words("bind", "volume", "tmpfs", "cluster", "npipe", "image"),
            "source": .text,
            "target": .text,
            "read_only": .flag,
            "consistency": .text,
            "bind": .mapping(
                MappingShape([
                    "propagation": .text,
                    "create_host_path": .flag,
                    "recursive": .words("enabled", "disabled", "writable", "readonly"),
                    "selinux": .words("z", "Z"),
                ])
            ),
            "volume": .mapping(MappingShape(["labels": .pairSet, "nocopy": .flag, "subpath": .text])),
            "tmpfs": .mapping(MappingShape(["size": .integer(0...Int.max), "mode": .amount])),
            "image": .mapping(MappingShape(["subpath": .text])),
        ],
        required: ["type"],
        section: "Services top-level element, volumes"
    )

    static let fileReference = MappingShape(
        ["source": .text, "target": .text, "uid": .text, "gid": .text, "mode": .amount],
        section: "Services top-level element, configs and secrets"
    )
}
