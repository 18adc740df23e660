import Diagnostics
import YAMLTree

/// Networks and storage of services.
extension ComposeCoverage {
    static let networks: [CoverageTable.Row] = [
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
        .init(
            "services.*.links[*]",
            .approximated("compose.link", "the name that the link gives a service is known to all", remedy: nil),
            when: { node, _ in node.text?.contains(":") ?? false }
        ),
        .init("services.*.links[*]", .implied),
        .init(
            "services.*.external_links[*]",
            .dropped(
                "compose.external-link",
                "containers of other projects are reached by the names of their Services",
                remedy: "Let clients use the name of the Service, with its namespace if it is in another."
            )
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
        .init(
            "services.*.extra_hosts[*]",
            .dropped(
                "compose.host-gateway",
                "pods have no name for the gateway of their host",
                remedy: "Name the address, or reach the node through the downward API's status.hostIP."
            ),
            when: isHostGateway
        ),
        .init("services.*.extra_hosts[*]", .kept),
    ]

    static let storage: [CoverageTable.Row] = [
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
}
