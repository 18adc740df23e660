import YAMLTree

/// Makes relative paths absolute (Compose Specification, "Paths").
struct Paths {
    /// How a path is recognised.
    enum Kind {
        /// A path of this machine.
        case local
        /// A path of this machine, an absolute one of Windows included.
        case any
        /// A path of this machine, or the address of a build context.
        case context
        /// A path of this machine with its symbolic links followed.
        case watched
        /// A mount, whose source is a path if it is a bind mount.
        case mount
        /// A volume, whose option `device` is a path if it is a bind mount.
        case volume
    }

    static let kinds: PathTable<Kind> = [
        "services.*.build.context": .context,
        "services.*.build.additional_contexts.*": .context,
        "services.*.build.ssh.*": .any,
        "services.*.env_file[*].path": .local,
        "services.*.label_file[*]": .local,
        "services.*.extends.file": .context,
        "services.*.develop.watch[*].path": .watched,
        "services.*.volumes[*]": .mount,
        "configs.*.file": .any,
        "secrets.*.file": .any,
        "volumes.*": .volume,
    ]

    private let base: String
    private let context: LoadingContext

    /// Resolves the paths of a canonical tree against `base`.
    static func resolve(in tree: inout Node, base: String, _ context: LoadingContext) {
        let paths = Paths(base: base, context: context)
        tree.rewrite(by: kinds) { node, kind, path in paths.resolve(&node, kind, path) }
    }

    private func resolve(_ node: inout Node, _ kind: Kind, _ path: NodePath) {
        switch kind {
        case .mount:
            guard node["type"]?.text == "bind" else { return }
            guard var source = node["source"] else {
                context.invalid(
                    .composeMissing,
                    "a bind mount needs a source",
                    at: node.location,
                    path: path,
                    remedy: "Add source: PATH."
                )
                return
            }
            resolve(&source, .any, path)
            node["source"] = source
        case .volume:
            guard node["driver"]?.text == "local", node["driver_opts"]?["o"]?.text == "bind",
                var device = node["driver_opts"]?["device"]
            else { return }
            resolve(&device, .any, path)
            node["driver_opts"]?["device"] = device
        case .local, .any, .context, .watched:
            guard let text = node.string() else { return }
            node.content = .scalar(Scalar(resolved(text, kind), style: .string))
        }
    }

    private func resolved(_ text: String, _ kind: Kind) -> String {
        if kind == .context, text.contains("://") || text.hasPrefix("service:") || RemoteAddress.isRemote(text) {
            return text
        }
        let path = FilePath.expandingHome(text, context.options.environment)
        if FilePath.isAbsolute(path) {
            return kind == .watched ? context.source.resolvingSymbolicLinks(in: path) : path
        }
        if kind == .any, FilePath.isWindowsAbsolute(path) { return path }
        if path.isEmpty, kind != .any { return path }
        let absolute = FilePath.join(base, path)
        return kind == .watched ? context.source.resolvingSymbolicLinks(in: absolute) : absolute
    }
}
