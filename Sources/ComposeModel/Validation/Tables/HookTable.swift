/// The keys of commands that run beside the life of a service, and of what is watched while it is developed.
enum HookTable {
    static let hook = MappingShape(
        [
            "command": .command,
            "environment": .pairSet,
            "privileged": .flag,
            "user": .text,
            "working_dir": .text,
        ],
        required: ["command"],
        section: "Services top-level element, post_start"
    )

    static let preStart = MappingShape(
        [
            "command": .command,
            "environment": .pairSet,
            "image": .text,
            "per_replica": .flag,
            "privileged": .flag,
            "user": .text,
            "working_dir": .text,
        ],
        section: "Services top-level element, pre_start"
    )

    static let develop = MappingShape(
        [
            "watch": .list(
                of: .mapping(
                    MappingShape(
                        [
                            "action": .words("rebuild", "sync", "restart", "sync+restart", "sync+exec"),
                            "exec": .mapping(hook),
                            "ignore": .textOrTextSet,
                            "include": .textOrTextSet,
                            "initial_sync": .strictFlag,
                            "path": .text,
                            "target": .text,
                        ],
                        required: ["path", "action"],
                        section: "Compose Develop Specification"
                    )
                )
            )
        ],
        section: "Compose Develop Specification"
    )
}
