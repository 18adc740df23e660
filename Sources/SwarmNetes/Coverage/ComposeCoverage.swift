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
        .init("networks.*", .kept),
        .init("networks.*.internal", .implied),
        .init(
            "networks.*.**",
            .approximated(
                "compose.network-option",
                "members of the network are kept apart from others by policies; the cluster decides all else of it",
                remedy: nil
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
            "volumes.*.**",
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
        .init("*.*.x-transload.**", .implied),
    ]

    private static func external(_ kind: String) -> Verdict {
        .decision(
            "compose.asset-external",
            "the \(kind) has to be there already",
            remedy: "Create the \(kind) with the expected keys before applying the manifests."
        )
    }

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
        .init("services.*.group_add[*]", .kept, when: isNumericUser),
        .init(
            "services.*.group_add[*]",
            .dropped(
                "compose.user-name",
                "Kubernetes knows groups by number only",
                remedy: "Give the number of the group."
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

    private static let rest: [CoverageTable.Row] = [
        .init("services.*.x-transload.**", .implied),
        .init(
            "services.*.logging.**",
            .dropped("compose.logging", "the cluster decides what becomes of logs", remedy: nil)
        ),
        .init("x-transload.**", .implied),
    ]
}
