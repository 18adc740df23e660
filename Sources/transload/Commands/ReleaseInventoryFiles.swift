import ArgumentParser
import Diagnostics
import KubeModel
import NodeRelease
import YAMLTree

/// The systems whose inventories `transload release` reads.
enum InventorySystem: String, ExpressibleByArgument, CaseIterable {
    case kubernetes, machines, swarm, cattle

    /// The system of a text: JSON without `apiVersion` is of Swarm or, with Rancher's `type`, of Rancher 1.x.
    static func recognise(_ bytes: [UInt8], file: SourceFile) -> InventorySystem {
        guard let first = bytes.first(where: { $0 > UInt8(ascii: " ") }),
            first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
            let document = try? JSONReader().document(in: bytes, file: file)
        else { return .kubernetes }
        let object = document.sequence?.first ?? document
        if object["apiVersion"] != nil { return .kubernetes }
        return object["type"]?.text == nil ? .swarm : .cattle
    }
}

/// The files of an inventory.
struct ReleaseInventoryFiles {
    let files: InputFiles
    let system: InventorySystem?
    let method: KubernetesInventory.Method

    /// The inventory that the files have; throws with all that is wrong with it.
    func inventory() throws(InvalidInput) -> any NodeInventory {
        let texts = try files.read()
        let system = system ?? texts.first.map { InventorySystem.recognise($0.bytes, file: $0.file) } ?? .kubernetes
        let sources = texts.map { InventorySource($0.bytes, file: $0.file) }
        switch system {
        case .kubernetes: return try KubernetesInventory(files.objects().value, method: method)
        case .machines: return try MachineInventory(files.objects().value)
        case .swarm: return try SwarmInventory(sources)
        case .cattle: return try CattleInventory(sources)
        }
    }
}
