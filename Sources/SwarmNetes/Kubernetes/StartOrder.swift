import Diagnostics
import OrchestrationIR
import OrderedCollections

extension FindingCode {
    /// A workload starts without waiting for what it depends on.
    static let startOrder: FindingCode = "compose.start-order"
}

/// Keeps the order of starts that the dependencies of workloads ask for.
///
/// Kubernetes starts all workloads at once. Who depends on a workload that is to be ready gets an init container that waits
/// for its Service; a workload that is to end first, and that only one other waits for, becomes an init container itself.
struct StartOrder {
    private(set) var application: Application
    private(set) var findings: [Finding] = []
    private let names: KubernetesNames
    private let positions: [String: Int]
    /// The workload before whose containers another one runs.
    private var hosts: [String: String] = [:]

    init(_ application: Application, names: KubernetesNames) {
        self.application = application
        self.names = names
        positions = Dictionary(
            application.workloads.enumerated().map { ($1.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Puts init containers in front of the workloads.
    mutating func keep() {
        findHosts()
        moveIn()
        raiseGates()
    }

    // MARK: Workloads that end

    private mutating func findHosts() {
        var dependents: [String: [(name: String, condition: Dependency.Condition)]] = [:]
        for workload in application.workloads {
            for dependency in workload.dependencies {
                dependents[dependency.workload, default: []].append((workload.name, dependency.condition))
            }
        }
        let endpoints = Dictionary(grouping: application.endpoints.lazy.filter { !$0.workloads.isEmpty }) {
            $0.workloads[0]
        }
        let shared = Set(application.endpoints.lazy.filter { $0.workloads.count > 1 }.flatMap(\.workloads))
        for workload in application.workloads {
            guard let (name, condition) = dependents[workload.name]?.first, condition == .completed,
                dependents[workload.name]?.count == 1, let host = positions[name],
                !shared.contains(workload.name),
                endpoints[workload.name]?.allSatisfy({ $0.ports.isEmpty && $0.name == workload.name }) ?? true,
                workload.canMove(into: application.workloads[host])
            else { continue }
            hosts[workload.name] = name
        }
    }

    /// Moves the workloads, those first that others of them wait for.
    private mutating func moveIn() {
        var moved: Set<String> = []
        for index in application.workloads.indices where hosts[application.workloads[index].name] == nil {
            var open = guests(of: index)
            guard !open.isEmpty else { continue }
            // Found from the host outwards, so that the last found runs first. What waits in a circle is never found.
            var groups: [[Container]] = []
            var host = application.workloads[index]
            var taken = Set((host.containers + host.initContainers).map { ObjectNames.label($0.name) })
            while let position = open.popLast() {
                open += guests(of: position)
                let guest = application.workloads[position]
                let containers = guest.initContainers + guest.containers
                let names = containers.map { ObjectNames.label($0.name) }
                guard taken.isDisjoint(with: names) else { continue }
                taken.formUnion(names)
                groups.append(containers)
                moved.insert(guest.name)
                host.dependencies += guest.dependencies
                host.attachments += guest.attachments.filter { $0.system == "compose" }
                host.attachments.append(.service(guest.name, of: guest.containers.first?.name ?? guest.name))
            }
            host.initContainers = groups.reversed().joined() + host.initContainers
            var known: Set<String> = [host.name]
            host.dependencies.removeAll { moved.contains($0.workload) || !known.insert($0.workload).inserted }
            application.workloads[index] = host
        }
        application.workloads.removeAll { moved.contains($0.name) }
        application.endpoints.removeAll { $0.workloads.count == 1 && moved.contains($0.workloads[0]) }
    }

    /// The workloads that move into the one at `index`.
    private func guests(of index: Int) -> [Int] {
        let workload = application.workloads[index]
        return workload.dependencies.compactMap { dependency in
            hosts[dependency.workload] == workload.name ? positions[dependency.workload] : nil
        }
    }

    // MARK: Workloads that are to be ready

    private mutating func raiseGates() {
        let own = Dictionary(
            application.endpoints.lazy.filter { $0.workloads.count == 1 && $0.aliasOf == nil }.map {
                ($0.workloads[0], $0)
            },
            uniquingKeysWith: { first, second in first.name == first.workloads[0] ? first : second }
        )
        let joined = Dictionary(
            application.workloads.map { ($0.name, $0.joinedNetworks) },
            uniquingKeysWith: { first, _ in first }
        )
        for index in application.workloads.indices {
            let workload = application.workloads[index]
            var gates: [Container] = []
            for dependency in workload.dependencies {
                switch dependency.condition {
                case .started: continue
                case .healthy:
                    // Where they share no network, the gate would never open.
                    let networks = joined[dependency.workload] ?? []
                    if let endpoint = own[dependency.workload], !Set(networks).isDisjoint(with: workload.joinedNetworks)
                    {
                        gates.append(StartGate(endpoint, service: names.endpoint(endpoint.name)).container)
                        continue
                    }
                case .completed: break
                }
                findings.append(
                    Finding(
                        .startOrder,
                        .approximated,
                        "\(workload.name) starts without waiting for \(dependency.workload)",
                        remedy: "Let the application wait for what it needs, or add an init container.",
                        origin: workload.origin,
                        in: application.origins
                    )
                )
            }
            application.workloads[index].initContainers.insert(contentsOf: gates, at: 0)
        }
    }
}

extension Workload {
    /// Whether the containers may run once before those of `host`, in the same pods.
    fileprivate func canMove(into host: Workload) -> Bool {
        switch kind {
        case .single:
            guard restart != nil, restart != .always else { return false }
        case .replicated(let count):
            guard (count ?? 1) == 1, restart == nil, attachments["kubernetes", "kind"] == nil else { return false }
        case .onePerNode, .onceOnEachNode, .stableIdentity, .runToCompletion: return false
        }
        if case .onePerNode = host.kind { return false }
        return host.instanceCount == 1 && containers.count == 1 && selector.isEmpty
            && (placement.isEmpty || placement == host.placement) && hostAliases.isEmpty
            && Set(networks).isSubset(of: host.networks) && networks.isEmpty == host.networks.isEmpty
    }
}

extension Attachment {
    /// That the container of a pod was a service of its own in Compose.
    static func service(_ name: String, of container: String) -> Attachment {
        Attachment("compose", subject: "service/" + ObjectNames.label(container), text: name)
    }
}
