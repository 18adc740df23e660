public import YAMLTree

extension ComposeWriter {
    /// The same tree with every `$` of a value doubled, so that a loader that interpolates reads the values as they are.
    ///
    /// Keys stay as they are: loaders interpolate values only (Compose Specification, "Interpolation"). Branches
    /// without a `$` keep their storage. O(n).
    public static func escaped(_ tree: Node) -> Node {
        var copy = tree
        escape(&copy)
        return copy
    }

    private static func escape(_ node: inout Node) {
        switch node.content {
        case .scalar(var scalar):
            guard scalar.text.utf8.contains(UInt8(ascii: "$")) else { return }
            scalar.text = doubled(scalar.text)
            node.content = .scalar(scalar)
        case .sequence(var items):
            node.content = .sequence([])
            for index in items.indices { escape(&items[index]) }
            node.content = .sequence(items)
        case .mapping(var mapping):
            node.content = .sequence([])
            for position in mapping.entries.indices { mapping.modifyValue(at: position, escape) }
            node.content = .mapping(mapping)
        }
    }

    private static func doubled(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 8)
        for byte in text.utf8 {
            bytes.append(byte)
            if byte == UInt8(ascii: "$") { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
