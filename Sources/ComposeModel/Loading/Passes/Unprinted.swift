import YAMLTree

/// Removes what the reference reads and does not print: the contents that variables give to configs, and keys that its
/// schema has and its types have not.
enum Unprinted {
    static func remove(from tree: inout Node) {
        tree.modifyEntries(of: "configs") { _, config in
            if config["environment"] != nil { config["content"] = nil }
        }
        tree.modifyEntries(of: "services") { _, service in service["pull_refresh_after"] = nil }
    }
}
