import GoTemplate

/// `.Capabilities`: the versions of Kubernetes, of its API and of Helm.
enum CapabilitiesObject {
    static func make(_ kubernetes: KubernetesVersion, apiVersions: [String], helm: HelmVersion) -> Value {
        let package = helm.packageName
        return .object(
            StructObject(
                GoType("*\(package).Capabilities", .ptr),
                [
                    ("KubeVersion", .object(version(kubernetes, helm))),
                    ("APIVersions", set(APIVersions.standard + apiVersions, package)),
                    ("HelmVersion", .object(build(helm))),
                ]
            )
        )
    }

    private static func version(_ version: KubernetesVersion, _ helm: HelmVersion) -> StructObject {
        let full = Value.text(helm == .v4 ? version.full : version.normalized)
        let major = Value.text(version.major)
        let minor = Value.text(version.minor)
        let exported: [(name: ByteString, value: Value)] = [("Version", full), ("Major", major), ("Minor", minor)]
        // Helm 4 keeps the numbers in a field of its own, which only %v shows.
        let hidden: [(name: ByteString, value: Value)] =
            helm == .v4 ? [("normalizedVersion", .text(version.normalized))] : []
        return StructObject(
            GoType("\(helm.packageName).KubeVersion", .struct),
            [exported[0]] + hidden + exported[1...],
            serialised: exported,
            methods: [
                "String": TemplateFunction(Signature()) { _ in .text(version.normalized) },
                "GitVersion": TemplateFunction(Signature()) { _ in
                    .text(helm == .v4 ? version.full : version.normalized)
                },
            ],
            actionForm: ByteString(version.normalized)
        )
    }

    private static func set(_ versions: [String], _ package: String) -> Value {
        let known = Set(versions)
        return .list(
            ListValue(
                versions.map(Value.text),
                type: GoType("\(package).VersionSet", .slice, underlying: "[]string"),
                methods: [
                    "Has": TemplateFunction(Signature(.string)) { arguments in
                        guard case .string(let name)? = arguments.first else { return .bool(false) }
                        return .bool(known.contains(name.text))
                    }
                ]
            )
        )
    }

    private static func build(_ helm: HelmVersion) -> StructObject {
        let facts = helm.build
        let rows: [(name: ByteString, key: ByteString, value: Value)] = [
            ("Version", "version", .text(facts.version)),
            ("GitCommit", "git_commit", .text(facts.commit)),
            ("GitTreeState", "git_tree_state", .text("clean")),
            ("GoVersion", "go_version", .text(facts.go)),
            ("KubeClientVersion", "kube_client_version", .text("v1.36")),
        ]
        let shown = helm == .v4 ? rows[...] : rows.dropLast()
        return StructObject(
            GoType("version.BuildInfo", .struct),
            shown.map { ($0.name, $0.value) },
            serialised: shown.map { ($0.key, $0.value) }
        )
    }
}

extension HelmVersion {
    /// The Go package of the types that templates can see.
    var packageName: String { self == .v4 ? "common" : "chartutil" }

    /// What the released program says of itself.
    fileprivate var build: (version: String, commit: String, go: String) {
        switch self {
        case .v4: ("v4.2.3", "2204ce0f528781a059a1035c775a9cb1aad70067", "go1.27.3")
        case .v3: ("v3.21.4", "", "go1.27.3")
        }
    }
}
