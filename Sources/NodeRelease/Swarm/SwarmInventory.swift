public import Diagnostics
public import YAMLTree

/// The nodes of a Swarm with their tasks and services, as `docker inspect` or the Engine's API prints them.
public struct SwarmInventory: Sendable {
    let nodes: [SwarmNode]
    /// The running tasks of each node, by its identifier.
    let tasks: [String: [SwarmTask]]
    /// The services that have a task on every node.
    let globalServices: Set<String>
    let knownServices: Set<String>
    let serviceNames: [String: String]
    private let sharedHostnames: Set<String>

    /// Reads the objects of texts.
    ///
    /// Throws with all that is wrong: texts that are no JSON, objects of other kinds, names that no engine would accept,
    /// nodes that come twice, no node at all. O(n log n).
    public init(_ sources: [InventorySource], limits: ReadingLimits = ReadingLimits()) throws(InvalidInput) {
        var report = ConversionReport()
        var nodes: [(node: SwarmNode, location: SourceLocation?)] = []
        var tasks: [SwarmTask] = []
        var global: Set<String> = []
        var names: [String: String] = [:]
        for source in sources {
            let objects = try InventoryDocument.objects(
                in: source.bytes,
                file: source.file,
                listKeys: ["nodes", "services", "tasks"],
                limits: limits
            )
            for object in objects {
                switch SwarmKind(object) {
                case .node:
                    if let node = SwarmNode(InventoryObject(node: object, kind: "node"), &report) {
                        nodes.append((node, object.location))
                    }
                case .task:
                    if let task = SwarmTask(InventoryObject(node: object, kind: "task")) { tasks.append(task) }
                case .service:
                    guard let id = object["ID"]?.text else { continue }
                    names[id] = object["Spec"]?["Name"]?.text ?? id
                    let mode = object["Spec"]?["Mode"]
                    if mode?["Global"] != nil || mode?["GlobalJob"] != nil { global.insert(id) }
                case nil:
                    report.add(
                        InventoryDocument.unknown(
                            object,
                            remedy: "Pass what docker node inspect, docker service inspect and /tasks of the API print."
                        )
                    )
                }
            }
        }
        nodes.sort { ($0.node.hostname, $0.node.id) < ($1.node.hostname, $1.node.id) }
        var ids: Set<String> = []
        for (node, location) in nodes where !ids.insert(node.id).inserted {
            report.add(InventoryKinds.duplicate(location))
        }
        if nodes.isEmpty, report.worst != .invalid {
            report.add(
                Finding(
                    .releaseNoNodes,
                    .invalid,
                    "the inventory has no node",
                    remedy: "Pass what docker node inspect $(docker node ls -q) prints."
                )
            )
        }
        try report.throwIfInvalid()
        self.nodes = nodes.map(\.node)
        self.sharedHostnames = Set(
            zip(self.nodes, self.nodes.dropFirst()).filter { $0.hostname == $1.hostname }.map(\.0.hostname)
        )
        self.tasks = Dictionary(grouping: tasks, by: \.node)
        self.globalServices = global
        self.knownServices = Set(names.keys)
        self.serviceNames = names
    }

    /// The name of a node as a candidate: its host name, or its identifier where several nodes have that.
    func name(of node: SwarmNode) -> String {
        sharedHostnames.contains(node.hostname) ? node.id : node.hostname
    }

    /// The tasks that would have to run elsewhere: those of services that do not have one on every node.
    func movable(on node: SwarmNode) -> [SwarmTask] {
        (tasks[node.id] ?? []).filter { task in
            knownServices.contains(task.service) ? !globalServices.contains(task.service) : task.isOfSlot
        }
    }
}

/// The kinds of objects that the inventory of a Swarm is made of.
private enum SwarmKind {
    case node, task, service

    init?(_ object: Node) {
        if object["DesiredState"] != nil {
            self = .task
        } else if object["Spec"]?["TaskTemplate"] != nil {
            self = .service
        } else if object["Spec"]?["Role"] != nil || object["Description"]?["Hostname"] != nil {
            self = .node
        } else {
            return nil
        }
    }
}
