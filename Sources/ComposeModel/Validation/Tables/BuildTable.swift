/// The keys of a build.
enum BuildTable {
    static let build = MappingShape(
        [
            "additional_contexts": .pairs,
            "args": .pairs,
            "cache_from": .texts,
            "cache_to": .texts,
            "context": .text,
            "dockerfile": .text,
            "dockerfile_inline": .text,
            "entitlements": .texts,
            "extra_hosts": .extraHosts,
            "isolation": .text,
            "labels": .pairs,
            "network": .text,
            "no_cache": .flag,
            "no_cache_filter": .textOrTextSet,
            "platforms": .texts,
            "privileged": .flag,
            "provenance": .flag,
            "pull": .flag,
            "sbom": .flag,
            "secrets": .list(of: Shape.text.or(.mapping(MountTable.fileReference))),
            "shm_size": .count,
            "ssh": .pairSet,
            "tags": .texts,
            "target": .text,
            "ulimits": .ulimits,
        ],
        section: "Compose Build Specification"
    )
}
