import YAMLTree

/// Brings the short forms of a document to their long forms, so that later passes meet one form only.
///
/// Values of a wrong shape stay as they are: the check against the schema reports them.
struct CanonicalForms {
    typealias Rule = @Sendable (inout Node, NodePath, LoadingContext) -> Void

    static let rules: PathTable<Rule> = [
        "services.*.build": Shorthand.mapping(of: "context"),
        "services.*.build.additional_contexts": Shorthand.pairs,
        "services.*.build.provenance": Shorthand.text,
        "services.*.build.sbom": Shorthand.text,
        "services.*.build.secrets[*]": Shorthand.mapping(of: "source"),
        "services.*.build.ssh": Shorthand.sshKeys,
        "services.*.configs[*]": Shorthand.mapping(of: "source"),
        "services.*.depends_on": Shorthand.dependencies,
        "services.*.develop.watch[*].ignore": Shorthand.list,
        "services.*.develop.watch[*].include": Shorthand.list,
        "services.*.devices[*]": Shorthand.device,
        "services.*.dns": Shorthand.list,
        "services.*.env_file": Shorthand.envFiles,
        "services.*.extends": Shorthand.mapping(of: "service"),
        "services.*.gpus": Shorthand.gpus,
        "services.*.gpus[*]": Shorthand.known(in: DeviceTable.gpu),
        "services.*.label_file": Shorthand.list,
        "services.*.models": Shorthand.names,
        "services.*.networks": Shorthand.names,
        "services.*.ports": Shorthand.ports,
        "services.*.secrets[*]": Shorthand.mapping(of: "source"),
        "services.*.volumes[*]": Shorthand.mount,
        "configs.*": Shorthand.external,
        "networks.*": Shorthand.external,
        "secrets.*": Shorthand.external,
        "volumes.*": Shorthand.external,
    ]

    static func apply(to node: inout Node, _ context: LoadingContext) {
        node.rewrite(by: rules) { node, rule, path in rule(&node, path, context) }
    }
}
