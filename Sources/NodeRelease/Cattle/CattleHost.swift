import Diagnostics
import YAMLTree

/// A host of Rancher 1.x, as `/v2-beta/projects/…/hosts` lists it.
struct CattleHost: Sendable {
    let id: String
    let project: String
    let name: String
    let uuid: String?
    let state: String
    let isConnected: Bool
    let created: Moment?
    /// Bytes.
    let memory: UInt64
    let free: UInt64?
    let instances: [String]

    init?(_ object: InventoryObject, _ report: inout ConversionReport) {
        guard let id = object.name("id", report: &report),
            let project = object.name("accountId", report: &report)
        else { return nil }
        self.id = id
        self.project = project
        let hostname = object.text("name") ?? object.text("hostname") ?? id
        name = SafeName.accepts(hostname) ? hostname : id
        uuid = object.text("uuid")
        state = object.text("state") ?? ""
        let agent = object.text("agentState") ?? "active"
        isConnected = agent == "active"
        created = object.text("created").flatMap { Moment($0) }
        let megabytes = object.decimal("info", "memoryInfo", "memTotal")
        memory = object.count("memory") ?? megabytes ?? 0
        free = object.decimal("info", "memoryInfo", "memAvailable") ?? object.decimal("info", "memoryInfo", "memFree")
        instances = (object.value(["instanceIds"])?.sequence ?? []).compactMap(\.text)
    }
}

extension InventoryObject {
    /// An amount of megabytes with a fraction, in bytes.
    fileprivate func decimal(_ keys: String...) -> UInt64? {
        guard let text = value(keys)?.text, let number = Double(text), number >= 0, number < 1e12 else { return nil }
        return UInt64(number * 1_048_576)
    }
}

/// A container of Rancher 1.x, as `/v2-beta/projects/…/instances` lists it.
struct CattleInstance: Sendable {
    let host: String
    let name: String
    let created: Moment?
    let isSystem: Bool
    let hasService: Bool
    let isGlobal: Bool
    let keepsData: Bool

    /// Reads an instance that is not removed; nil for another.
    init?(_ object: InventoryObject) {
        guard let id = object.text("id"), let host = object.text("hostId"),
            !["removed", "purged", "removing", "purging", "error"].contains(object.text("state") ?? "")
        else { return nil }
        self.host = host
        name = object.text("name") ?? id
        created = object.text("created").flatMap { Moment($0) }
        let labels = object.value(["labels"])
        isSystem = object.text("system") == "true" || labels?["io.rancher.container.system"] != nil
        isGlobal = labels?["io.rancher.scheduler.global"]?.text == "true"
        hasService =
            !(object.value(["serviceIds"])?.sequence ?? []).isEmpty || labels?["io.rancher.stack_service.name"] != nil
        keepsData = !(object.value(["dataVolumes"])?.sequence ?? []).isEmpty
    }
}
