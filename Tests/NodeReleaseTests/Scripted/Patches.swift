import YAMLTree

/// Patches as an API server applies them.
enum Patches {
    /// A JSON merge patch (RFC 7396).
    static func merged(_ target: Node?, _ patch: Node) -> Node {
        guard let changes = patch.mapping else { return patch }
        var result = target?.mapping ?? Mapping()
        for entry in changes.entries {
            result[entry.name] = entry.value.isNull() ? nil : merged(result[entry.name], entry.value)
        }
        return .mapping(result)
    }

    /// A JSON patch (RFC 6902) of tests and replacements; nil when a test fails or a place is missing.
    static func patched(_ target: Node, _ patch: Node) -> Node? {
        var result = target
        for operation in patch.sequence ?? [] {
            guard let pointer = operation["path"]?.text, let value = operation["value"] else { return nil }
            let path = NodePath(
                pointer.split(separator: "/").map { token in
                    let key = String(token).replacing("~1", with: "/").replacing("~0", with: "~")
                    return Int(key).map { .index($0) } ?? .key(key)
                }
            )
            guard let present = result[path] else { return nil }
            switch operation["op"]?.text {
            case "test": guard present == value else { return nil }
            case "replace": result[path] = value
            default: return nil
            }
        }
        return result
    }
}
