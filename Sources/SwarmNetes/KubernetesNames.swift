import Diagnostics
import OrchestrationIR

/// The names of an application's parts under Kubernetes' rules.
struct KubernetesNames {
    private var workloads: [String: String] = [:]
    private var endpoints: [String: String] = [:]
    private var volumes: [String: String] = [:]
    private var assets: [AssetID: String] = [:]
    /// Names that became the same.
    private(set) var collisions: [Finding] = []
    /// Names that changed.
    private(set) var changes: [Finding] = []

    init(_ application: Application) {
        let origins = application.origins
        // A workload may bring its name along, which the Service of the same name then has too.
        let chosen = Dictionary(
            application.workloads.compactMap { workload in
                workload.attachments["kubernetes", "name"].map { (workload.name, $0) }
            },
            uniquingKeysWith: { first, _ in first }
        )
        let scheduled = Set(application.workloads.lazy.filter(\.isScheduled).map(\.name))
        workloads = assign(application.workloads.map { ($0.name, $0.origin) }, "workload", origins) { name in
            let wanted = chosen[name] ?? name
            return scheduled.contains(name) ? ObjectNames.cronJobName(wanted) : ObjectNames.label(wanted)
        }
        endpoints = assign(application.endpoints.map { ($0.name, $0.origin) }, "service", origins) {
            ObjectNames.serviceName(chosen[$0] ?? $0)
        }
        volumes = assign(application.volumes.map { ($0.name, $0.origin) }, "volume", origins, ObjectNames.subdomain)
        for kind in [Asset.Confidentiality.plain, .secret] {
            let named = application.assets.filter { $0.confidentiality == kind }
            let names = assign(
                named.map { ($0.name, $0.origin) },
                kind == .plain ? "config" : "secret",
                origins,
                ObjectNames.subdomain
            )
            for (name, object) in names { assets[AssetID(name, kind)] = object }
        }
    }

    func workload(_ name: String) -> String { workloads[name] ?? ObjectNames.label(name) }
    func endpoint(_ name: String) -> String { endpoints[name] ?? ObjectNames.serviceName(name) }
    func volume(_ name: String) -> String { volumes[name] ?? ObjectNames.subdomain(name) }
    func asset(_ id: AssetID) -> String { assets[id] ?? ObjectNames.subdomain(id.name) }

    private mutating func assign(
        _ names: [(name: String, origin: Origin)],
        _ kind: String,
        _ origins: OriginTable,
        _ rule: (String) -> String
    ) -> [String: String] {
        var result: [String: String] = [:]
        var owners: [String: String] = [:]
        for (name, origin) in names {
            let object = rule(name)
            if let owner = owners[object], owner != name {
                collisions.append(
                    Finding(
                        .nameCollision,
                        .invalid,
                        "the \(kind)s \(owner) and \(name) would both be called \(object) in Kubernetes",
                        remedy: "Rename one of them.",
                        origin: origin,
                        in: origins
                    )
                )
            }
            owners[object] = name
            result[name] = object
            if object != name, kind == "service" || kind == "workload" {
                changes.append(
                    Finding(
                        .nameChanged,
                        .approximated,
                        "the \(kind) \(name) is called \(object) in Kubernetes",
                        remedy: kind == "service" ? "Let clients connect to \(object) instead of \(name)." : nil,
                        origin: origin,
                        in: origins
                    )
                )
            }
        }
        return result
    }
}

extension Workload {
    /// Whether the workload runs again and again at set times.
    fileprivate var isScheduled: Bool {
        if case .runToCompletion(_, .some) = kind { true } else { false }
    }
}
