import YAMLTree

/// Keeps of list entries that mean the same thing the last one, in the place of the first
/// (Compose Specification, "Merge and override", "Unique resources").
enum Unicity {
    /// What makes two entries the same.
    enum Key {
        /// The part of a text before `=`.
        case name
        /// The place in the container.
        case mountTarget
        /// The place in the container, a device's.
        case deviceTarget
        /// The place in the container, in the given folder unless the entry says otherwise.
        case fileTarget(String)
        /// The whole text.
        case text
        /// The path of a file.
        case path
        /// Address, both ports and protocol.
        case port
    }

    static let keys: PathTable<Key> = [
        "networks.*.labels": .name,
        "services.*.annotations": .name,
        "services.*.build.args": .name,
        "services.*.build.additional_contexts": .name,
        "services.*.build.tags": .name,
        "services.*.build.labels": .name,
        "services.*.cap_add": .name,
        "services.*.cap_drop": .name,
        "services.*.configs": .fileTarget(""),
        "services.*.deploy.labels": .name,
        "services.*.devices": .deviceTarget,
        "services.*.dns": .name,
        "services.*.dns_opt": .name,
        "services.*.dns_search": .name,
        "services.*.environment": .name,
        "services.*.env_file": .path,
        "services.*.expose": .text,
        "services.*.labels": .name,
        "services.*.links": .name,
        "services.*.networks.*.aliases": .name,
        "services.*.networks.*.link_local_ips": .name,
        "services.*.ports": .port,
        "services.*.profiles": .name,
        "services.*.secrets": .fileTarget("/run/secrets"),
        "services.*.sysctls": .name,
        "services.*.tmpfs": .name,
        "services.*.volumes": .mountTarget,
    ]

    static func enforce(in node: inout Node) {
        node.rewrite(by: keys) { node, key, _ in
            guard case .sequence(let items) = node.content, items.count > 1 else { return }
            var kept: [Node] = []
            var positions: [String: Int] = [:]
            for item in items {
                guard let text = text(of: item, key) else {
                    kept.append(item)
                    continue
                }
                if let position = positions[text] {
                    kept[position] = item
                } else {
                    positions[text] = kept.count
                    kept.append(item)
                }
            }
            if kept.count < items.count { node.content = .sequence(kept) }
        }
    }

    /// What `item` is known by; nil for an entry of a wrong shape, which stays.
    private static func text(of item: Node, _ key: Key) -> String? {
        switch key {
        case .name:
            guard let text = item.text else { return nil }
            return text.firstIndex(of: "=").map { String(text[..<$0]) } ?? text
        case .text: return item.text
        case .path: return item.text ?? item["path"]?.text
        case .mountTarget:
            guard let text = item.text else { return item["target"]?.text }
            return (try? MountSyntax.parse(text))?.target
        case .deviceTarget:
            guard let text = item.text else { return item["target"]?.text }
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            return String(parts.count > 1 ? parts[1] : parts[0])
        case .fileTarget(let folder):
            if let text = item.text { return "\(folder)/\(text)" }
            return item["target"]?.text ?? item["source"]?.text.map { "\(folder)/\($0)" }
        case .port:
            guard item.mapping != nil else { return item.text }
            guard let target = item["target"]?.text else { return nil }
            let host = item["host_ip"]?.text ?? "0.0.0.0"
            let published = item["published"]?.text ?? ""
            return "\(host):\(published):\(target)/\(item["protocol"]?.text ?? "tcp")"
        }
    }
}
