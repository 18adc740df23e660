import YAMLTree

/// A task of a service, as the API lists it or `docker inspect` prints it.
struct SwarmTask: Sendable {
    let id: String
    let node: String
    let service: String
    let created: Moment?
    let reserved: UInt64
    let isOfSlot: Bool
    let constraints: [SwarmConstraint]
    let keepsData: Bool

    /// Reads a task that is to run; nil for one that has ended or has no node yet.
    init?(_ object: InventoryObject) {
        let wanted = object.text("DesiredState")
        let ended: Set<String> = ["complete", "shutdown", "failed", "rejected", "remove", "orphaned"]
        guard let id = object.text("ID"), let node = object.text("NodeID"), let service = object.text("ServiceID"),
            wanted == "running" || wanted == "ready" || wanted == "complete",
            !ended.contains(object.text("Status", "State") ?? "")
        else { return nil }
        self.id = id
        self.node = node
        self.service = service
        created = object.text("CreatedAt").flatMap { Moment($0) }
        reserved = object.count("Spec", "Resources", "Reservations", "MemoryBytes") ?? 0
        isOfSlot = (object.count("Slot") ?? 0) > 0
        constraints = (object.value(["Spec", "Placement", "Constraints"])?.sequence ?? []).compactMap {
            $0.text.flatMap { SwarmConstraint($0) }
        }
        let mounts = object.value(["Spec", "ContainerSpec", "Mounts"])?.sequence ?? []
        keepsData = mounts.contains { mount in
            let driver = mount["VolumeOptions"]?["DriverConfig"]?["Name"]?.text ?? "local"
            let type = mount["Type"]?.text
            return type == "bind" || type == "volume" && (driver == "local" || driver.isEmpty)
        }
    }
}

/// A constraint of placement, such as `node.labels.disk==ssd`.
struct SwarmConstraint: Sendable, Hashable {
    let key: String
    let isEqual: Bool
    let value: String

    /// Reads a constraint; nil for a text that is none.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        let equals = UInt8(ascii: "=")
        guard
            let position = bytes.indices.dropLast().first(where: { index in
                bytes[index + 1] == equals && (bytes[index] == equals || bytes[index] == UInt8(ascii: "!"))
            })
        else { return nil }
        key = Self.trimmed(bytes[..<position])
        isEqual = bytes[position] == equals
        value = Self.trimmed(bytes[(position + 2)...])
    }

    /// Whether a node meets the constraint. A constraint on what is not known of nodes is met by all, except that a label
    /// that a node lacks has no value.
    func isMet(by node: SwarmNode) -> Bool {
        let isLabel = key.hasPrefix("node.labels.") || key.hasPrefix("engine.labels.")
        guard let found = node.attributes[key] ?? (isLabel ? "" : nil), !found.isEmpty || isLabel else { return true }
        return (found.lowercased() == value.lowercased()) == isEqual
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let front = bytes.drop(while: isBlank)
        let end = front.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? front.startIndex
        return String(decoding: front[..<end], as: UTF8.self)
    }
}
