public import Diagnostics
public import YAMLTree

/// The hosts of a Rancher 1.x environment with their containers, as its API (Cattle) lists them.
public struct CattleInventory: Sendable {
    private let hosts: [CattleHost]
    private let instances: [String: [CattleInstance]]

    /// Reads the objects of texts: collections of hosts and of instances, lists, or single objects.
    ///
    /// Throws with all that is wrong: texts that are no JSON, objects of other kinds, identifiers that Rancher does not give,
    /// hosts that come twice, no host at all. O(n log n).
    public init(_ sources: [InventorySource], limits: ReadingLimits = ReadingLimits()) throws(InvalidInput) {
        var report = ConversionReport()
        var hosts: [(host: CattleHost, location: SourceLocation?)] = []
        var instances: [CattleInstance] = []
        for source in sources {
            let objects = try InventoryDocument.objects(
                in: source.bytes,
                file: source.file,
                listKeys: ["data"],
                limits: limits
            )
            for object in objects {
                switch object["type"]?.text {
                case "host":
                    if let host = CattleHost(InventoryObject(node: object, kind: "host"), &report) {
                        hosts.append((host, object.location))
                    }
                case "container", "instance", "virtualMachine":
                    if let instance = CattleInstance(InventoryObject(node: object, kind: "instance")) {
                        instances.append(instance)
                    }
                default:
                    report.add(
                        InventoryDocument.unknown(
                            object,
                            remedy: "Pass what /v2-beta/projects/ID/hosts and /v2-beta/projects/ID/instances answer."
                        )
                    )
                }
            }
        }
        hosts.sort { ($0.host.name, $0.host.id) < ($1.host.name, $1.host.id) }
        for (host, next) in zip(hosts, hosts.dropFirst()) where host.host.name == next.host.name {
            report.add(InventoryKinds.duplicate(next.location))
        }
        if hosts.isEmpty, report.worst != .invalid {
            report.add(
                Finding(
                    .releaseNoNodes,
                    .invalid,
                    "the inventory has no host",
                    remedy: "Pass what /v2-beta/projects/ID/hosts answers."
                )
            )
        }
        try report.throwIfInvalid()
        self.hosts = hosts.map(\.host)
        self.instances = Dictionary(grouping: instances, by: \.host)
    }
}

extension CattleInventory: NodeInventory {
    /// The hosts in the order of their names, each with what speaks against its release.
    public func candidates(
        after released: [String],
        tolerating tolerated: Set<Obstacle.Kind>
    ) -> [ReleaseCandidate] {
        let gone = Set(released)
        let staying = hosts.filter { !gone.contains($0.name) }
        return staying.map { host in
            let moving = (instances[host.id] ?? []).filter { !$0.isSystem && !$0.isGlobal }
            var obstacles = host.obstacles
            if !moving.isEmpty, !staying.contains(where: { $0.id != host.id && $0.isActive }) {
                obstacles.append(Obstacle(.lastNode))
            }
            for instance in moving {
                if !instance.hasService { obstacles.append(Obstacle(.barePod, instance.name)) }
                if instance.keepsData { obstacles.append(Obstacle(.localStorage, instance.name)) }
            }
            return ReleaseCandidate(
                name: host.name,
                capacity: host.memory,
                used: host.memory - min(host.free ?? host.memory, host.memory),
                load: moving.count,
                cost: Double(moving.count),
                created: host.created,
                lastUse: moving.compactMap(\.created).max(),
                obstacles: obstacles.unique.filter { !$0.isTolerated(by: tolerated) }
            )
        }
    }

    /// The plan that deactivates a host, moves its containers away, deletes and purges it.
    ///
    /// Throws a `ReleaseError` when there is no such host, or obstacles in spite of which no plan could work.
    public func plan(releasing node: String, after released: [String]) throws(ReleaseError) -> ReleasePlan {
        let all = Set(Obstacle.Kind.allCases)
        let candidate = candidates(after: released, tolerating: all).first { $0.name == node }
        guard let candidate, let host = hosts.first(where: { $0.name == node }) else {
            throw ReleaseError(.unknownNode, node: node)
        }
        guard candidate.obstacles.isEmpty else { throw ReleaseError(.obstructed(candidate.obstacles), node: node) }
        let api = CattleAPI(host)
        let isActive = host.state == "active"
        let first = PlanStep(
            "Deactivate the host \(node)",
            .send(api.act("deactivate", retried: false)),
            settled: api.isInactive,
            reversal: .send(api.act("activate", retried: true))
        )
        let last = "add the host again, with the command that Rancher shows for it"
        return ReleasePlan(
            orchestrator: .cattle,
            node: node,
            method: "evacuate",
            preconditions: api.preconditions,
            steps: (isActive ? [first, PlanStep("Wait until it is inactive", .wait(api.isInactive, .patient))] : []) + [
                PlanStep("Evacuate the host \(node)", .send(api.act("evacuate", retried: false))),
                PlanStep("Wait until its containers have gone", .wait(api.isEmpty, .patient)),
                PlanStep("Delete the host \(node)", .send(api.delete), reversal: .impossible(last)),
                PlanStep("Purge the host \(node)", .send(api.act("purge", retried: true)), reversal: .impossible(last)),
            ]
        )
    }
}

extension Pace {
    fileprivate static var patient: Pace { Pace(every: .seconds(2), for: .seconds(900)) }
}

extension CattleHost {
    fileprivate var isActive: Bool { state == "active" && isConnected }

    /// What the host itself says against its release.
    fileprivate var obstacles: [Obstacle] {
        let isKnown = state == "active" || state == "inactive"
        let rules: [(Bool, Obstacle.Kind)] = [
            (!isKnown, .alreadyReleased), (!isConnected, .unready), (uuid == nil, .unversioned),
        ]
        return rules.filter(\.0).map { Obstacle($0.1) }
    }
}
