import Diagnostics
import YAMLTree

/// A node of a Swarm, as `docker node inspect` prints it.
struct SwarmNode: Sendable {
    let id: String
    let hostname: String
    /// The index of its version, which every update must name.
    let version: String?
    let created: Moment?
    let isManager: Bool
    let isReachable: Bool
    let availability: String
    let isReady: Bool
    let memory: UInt64
    /// The whole specification, because an update replaces it.
    let spec: Node
    /// What constraints of placement ask, such as `node.labels.disk`.
    let attributes: [String: String]

    init?(_ object: InventoryObject, _ report: inout ConversionReport) {
        guard let id = object.name("ID", report: &report),
            let hostname = object.name("Description", "Hostname", report: &report), let spec = object.value(["Spec"])
        else { return nil }
        self.id = id
        self.hostname = hostname
        self.spec = spec
        version = object.text("Version", "Index").flatMap { UInt64($0) }.map(String.init)
        created = object.text("CreatedAt").flatMap { Moment($0) }
        isManager = object.text("Spec", "Role") == "manager"
        isReachable = object.text("ManagerStatus", "Reachability") == "reachable"
        availability = object.text("Spec", "Availability") ?? "active"
        isReady = object.text("Status", "State") == "ready"
        memory = object.count("Description", "Resources", "MemoryBytes") ?? 0
        var attributes = [
            "node.id": id, "node.hostname": hostname, "node.role": isManager ? "manager" : "worker",
            "node.platform.os": object.text("Description", "Platform", "OS") ?? "",
            "node.platform.arch": object.text("Description", "Platform", "Architecture") ?? "",
        ]
        let labels = [
            ("node.labels.", ["Spec", "Labels"]), ("engine.labels.", ["Description", "Engine", "Labels"]),
        ]
        for (prefix, keys) in labels {
            for entry in object.value(keys)?.mapping?.entries ?? [] {
                attributes[prefix + entry.name] = entry.value.text ?? ""
            }
        }
        self.attributes = attributes
    }

    /// Whether new tasks may be placed on the node.
    var takesTasks: Bool { isReady && availability == "active" }
}
