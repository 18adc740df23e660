import Diagnostics
import YAMLTree

/// Replaces the variables in all texts of a document, and reads the result as the type of its key where the key takes
/// no text (Compose Specification, "Interpolation").
struct Interpolation {
    /// What a text is read as once its variables are replaced.
    enum Cast { case integer, number, boolean }

    /// The keys whose values, when given as text, are read as another type.
    static let casts: PathTable<Cast> = [
        "services.*.cpu_count": .integer,
        "services.*.cpu_percent": .number,
        "services.*.cpu_period": .integer,
        "services.*.cpu_quota": .integer,
        "services.*.cpu_rt_period": .integer,
        "services.*.cpu_rt_runtime": .integer,
        "services.*.cpus": .number,
        "services.*.cpu_shares": .integer,
        "services.*.init": .boolean,
        "services.*.depends_on.*.required": .boolean,
        "services.*.depends_on.*.restart": .boolean,
        "services.*.deploy.replicas": .integer,
        "services.*.deploy.update_config.parallelism": .integer,
        "services.*.deploy.update_config.max_failure_ratio": .number,
        "services.*.deploy.rollback_config.parallelism": .integer,
        "services.*.deploy.rollback_config.max_failure_ratio": .number,
        "services.*.deploy.restart_policy.max_attempts": .integer,
        "services.*.deploy.placement.max_replicas_per_node": .integer,
        "services.*.healthcheck.retries": .integer,
        "services.*.healthcheck.disable": .boolean,
        "services.*.oom_kill_disable": .boolean,
        "services.*.oom_score_adj": .integer,
        "services.*.pids_limit": .integer,
        "services.*.ports[*].target": .integer,
        "services.*.privileged": .boolean,
        "services.*.read_only": .boolean,
        "services.*.scale": .integer,
        "services.*.stdin_open": .boolean,
        "services.*.tty": .boolean,
        "services.*.ulimits.*": .integer,
        "services.*.ulimits.*.hard": .integer,
        "services.*.ulimits.*.soft": .integer,
        "services.*.volumes[*].read_only": .boolean,
        "services.*.volumes[*].volume.nocopy": .boolean,
        "networks.*.external": .boolean,
        "networks.*.internal": .boolean,
        "networks.*.attachable": .boolean,
        "networks.*.enable_ipv4": .boolean,
        "networks.*.enable_ipv6": .boolean,
        "volumes.*.external": .boolean,
        "secrets.*.external": .boolean,
        "configs.*.external": .boolean,
    ]

    private let environment: ComposeEnvironment
    private let context: LoadingContext
    private let dialect: ComposeSchema.Dialect

    init(_ environment: ComposeEnvironment, _ context: LoadingContext, _ dialect: ComposeSchema.Dialect) {
        self.environment = environment
        self.context = context
        self.dialect = dialect
    }

    func apply(to node: inout Node) {
        var path = NodePath()
        apply(to: &node, Self.casts.root, &path)
    }

    private func apply(to node: inout Node, _ position: PathTable<Cast>.Position?, _ path: inout NodePath) {
        switch node.content {
        case .scalar(let scalar): replace(scalar, of: &node, position.flatMap { Self.casts.row($0) }, path)
        case .sequence(var items):
            let next = position.flatMap { Self.casts.items($0) }
            node.content = .sequence([])
            for index in items.indices {
                path.elements.append(.index(index))
                apply(to: &items[index], next, &path)
                path.elements.removeLast()
            }
            node.content = .sequence(items)
        case .mapping(var mapping):
            node.content = .sequence([])
            for index in 0..<mapping.count {
                let name = mapping.entries[index].name
                path.elements.append(.key(name))
                mapping.modifyValue(at: index) {
                    apply(to: &$0, position.flatMap { Self.casts.step($0, key: name) }, &path)
                }
                path.elements.removeLast()
            }
            node.content = .mapping(mapping)
        }
    }

    private func replace(_ scalar: Scalar, of node: inout Node, _ cast: Cast?, _ path: NodePath) {
        let hasVariables = scalar.text.utf8.contains(UInt8(ascii: "$"))
        guard hasVariables || cast != nil, node.string() != nil else { return }
        var text = scalar.text
        if hasVariables {
            guard let substituted = substitute(text, node.location, path) else { return }
            text = substituted
        }
        // Version 1 takes any text for this one.
        let staysText = dialect == .version1 && path.elements.last == .key("cpu_shares")
        guard let cast, !staysText else {
            node.content = .scalar(Scalar(text, style: .string))
            return
        }
        guard let value = Self.value(text, as: cast) else {
            context.invalid(
                .composeCast,
                "the value is not \(Self.description(of: cast))",
                at: node.location,
                path: path,
                remedy: hasVariables ? "Set its variables, or give them a default." : nil
            )
            return
        }
        node.content = .scalar(Scalar(value, style: .plain))
    }

    private func substitute(_ text: String, _ location: SourceLocation?, _ path: NodePath) -> String? {
        let template = Template(
            maximalNesting: context.options.limits.nesting,
            maximalBytes: context.remainingInterpolation,
            grammar: dialect == .version1 ? .version1 : .specification,
            lookUp: { environment[$0] },
            reportUnset: { name in
                context.notice(
                    .composeUnsetVariable,
                    "the variable \(name) is not set and stands for an empty text",
                    at: location,
                    path: path,
                    remedy: "Set it, or give it a default: ${\(name):-…}."
                )
            }
        )
        do throws(Template.Fault) {
            let result = try template.substitute(text)
            context.remainingInterpolation -= result.utf8.count
            return result
        } catch {
            // What is left of a file is not read once it is too large.
            if error == .size, context.remainingInterpolation == 0 { return nil }
            if error == .size { context.remainingInterpolation = 0 }
            context.add(error.finding(at: location, path: path))
            return nil
        }
    }

    private static func description(of cast: Cast) -> String {
        switch cast {
        case .integer: "an integer"
        case .number: "a number"
        case .boolean: "a Boolean"
        }
    }

    /// The plain scalar that `text` is read as; nil if it is none of that type.
    static func value(_ text: String, as cast: Cast) -> String? {
        switch cast {
        case .integer: Int(text).map { String($0) }
        case .number: Double(text).flatMap { $0.isFinite ? Node.shortest($0) : nil }
        case .boolean:
            switch text.lowercased() {
            case "true", "y", "yes", "on": "true"
            case "false", "n", "no", "off": "false"
            default: nil
            }
        }
    }
}

extension Template.Fault {
    func finding(at location: SourceLocation?, path: NodePath? = nil) -> Finding {
        switch self {
        case .malformed:
            Finding(
                .composeInterpolation,
                .invalid,
                "the value holds a $ that begins no variable",
                remedy: "Write $$ for a dollar sign that is meant literally.",
                location: location,
                path: path?.description,
                reference: SpecificationSection.of(.composeInterpolation, at: path)
            )
        case .required(let name, let reason):
            Finding(
                .composeRequiredVariable,
                .invalid,
                "the variable \(name) must be set" + (reason.isEmpty ? "" : ": \(reason)"),
                location: location,
                path: path?.description,
                reference: SpecificationSection.of(.composeInterpolation, at: path)
            )
        case .size:
            Finding(
                .composeLimit,
                .invalid,
                "the variables make the text too large",
                location: location,
                path: path?.description
            )
        case .nesting:
            Finding(
                .composeLimit,
                .invalid,
                "defaults of variables nest too deep",
                location: location,
                path: path?.description
            )
        }
    }
}
