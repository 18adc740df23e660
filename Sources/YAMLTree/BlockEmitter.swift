/// Lays trees out in block style.
///
/// Every method that writes a node leaves the position at the start of a line.
struct BlockEmitter {
    private(set) var bytes: [UInt8] = []
    private let options: YAMLWriter
    /// The nodes whose anchors stand in the text so far.
    private var anchored: [String: Node] = [:]

    /// libyaml reads an implicit key of at most 1024 characters.
    private static let longestImplicitKey = 1000

    init(options: YAMLWriter) {
        self.options = options
    }

    mutating func document(_ node: Node, isFirst: Bool) {
        anchored.removeAll()
        let start = bytes.count
        if !isFirst { bytes.append(contentsOf: "---\n".utf8) }
        let content = bytes.count
        switch node.content {
        case .mapping(let mapping) where !mapping.isEmpty && !hasProperties(node):
            entries(mapping, indent: 0, startsLine: true)
        case .sequence(let sequence) where !sequence.isEmpty && !hasProperties(node):
            items(sequence, indent: 0, startsLine: true)
        default:
            value(node, parent: -2, sequenceIndent: 0)
            // What follows an indicator starts with a space, which a document does not need.
            if bytes[content] == ascii(" ") { bytes.remove(at: content) }
            // Without a marker, a text without content has no document.
            if isFirst, bytes.count == content + 1 { bytes.replaceSubrange(start..., with: "---\n".utf8) }
        }
    }

    // MARK: Collections

    private mutating func entries(_ mapping: Mapping, indent: Int, startsLine: Bool) {
        var startsLine = startsLine
        for entry in mapping.entries {
            if startsLine { pad(indent) }
            startsLine = true
            let start = bytes.count
            if case .scalar(let scalar) = entry.key.content, !scalar.text.isEmpty || !scalar.isPlain {
                let hasProperties = hasProperties(entry.key)
                let isAlias = hasProperties && properties(of: entry.key, leadingSpace: false)
                if hasProperties { bytes.append(ascii(" ")) }
                if !isAlias { self.scalar(scalar, blockIndent: nil) }
                if bytes.count - start <= Self.longestImplicitKey {
                    bytes.append(ascii(":"))
                    value(entry.value, parent: indent, sequenceIndent: options.sequenceIndent ? 2 : 0)
                    continue
                }
                bytes.removeSubrange(start...)
            }
            bytes.append(ascii("?"))
            item(entry.key, indent: indent)
            pad(indent)
            bytes.append(ascii(":"))
            value(entry.value, parent: indent, sequenceIndent: 2)
        }
    }

    private mutating func items(_ sequence: [Node], indent: Int, startsLine: Bool) {
        var startsLine = startsLine
        for node in sequence {
            if startsLine { pad(indent) }
            startsLine = true
            bytes.append(ascii("-"))
            item(node, indent: indent)
        }
    }

    /// Writes what follows `-` or `?` at the column `indent`; a collection begins on the same line.
    private mutating func item(_ node: Node, indent: Int) {
        switch node.content {
        case .mapping(let mapping) where !mapping.isEmpty && !hasProperties(node):
            bytes.append(ascii(" "))
            entries(mapping, indent: indent + 2, startsLine: false)
        case .sequence(let sequence) where !sequence.isEmpty && !hasProperties(node):
            bytes.append(ascii(" "))
            items(sequence, indent: indent + 2, startsLine: false)
        default: value(node, parent: indent, sequenceIndent: 2)
        }
    }

    /// Writes what follows an indicator of a collection at the column `parent`; a collection begins on the next line.
    private mutating func value(_ node: Node, parent: Int, sequenceIndent: Int) {
        if hasProperties(node), properties(of: node, leadingSpace: true) {
            bytes.append(ascii("\n"))
            return
        }
        switch node.content {
        case .scalar(let scalar):
            guard !scalar.text.isEmpty || !scalar.isPlain else {
                bytes.append(ascii("\n"))
                return
            }
            bytes.append(ascii(" "))
            self.scalar(scalar, blockIndent: max(parent, 0) + 2)
            if bytes.last != ascii("\n") { bytes.append(ascii("\n")) }
        case .mapping(let mapping):
            guard !mapping.isEmpty else {
                bytes.append(contentsOf: " {}\n".utf8)
                return
            }
            bytes.append(ascii("\n"))
            entries(mapping, indent: parent + 2, startsLine: true)
        case .sequence(let sequence):
            guard !sequence.isEmpty else {
                bytes.append(contentsOf: " []\n".utf8)
                return
            }
            bytes.append(ascii("\n"))
            items(sequence, indent: max(parent, 0) + sequenceIndent, startsLine: true)
        }
    }

    @inline(__always)
    private mutating func pad(_ count: Int) {
        bytes.append(contentsOf: repeatElement(ascii(" "), count: count))
    }

    @inline(__always)
    private mutating func scalar(_ scalar: Scalar, blockIndent: Int?) {
        ScalarEmitter.append(scalar, to: &bytes, blockIndent: blockIndent, quotes: options.quotes)
    }

    // MARK: Tags and anchors

    @inline(__always)
    private func hasProperties(_ node: Node) -> Bool {
        guard let properties = node.properties else { return false }
        return properties.tag != nil || options.aliases == .kept
    }

    /// Writes tag and anchor; answers whether that is all, because the node is written as an alias.
    private mutating func properties(of node: Node, leadingSpace: Bool) -> Bool {
        var needsSpace = leadingSpace
        func separate() {
            if needsSpace { bytes.append(ascii(" ")) }
            needsSpace = true
        }
        if options.aliases == .kept, let anchor = node.anchor {
            if node.isAlias, anchored[anchor] == node {
                separate()
                bytes.append(ascii("*"))
                bytes.append(contentsOf: anchor.utf8)
                return true
            }
            if !node.isAlias {
                anchored[anchor] = node
                separate()
                bytes.append(ascii("&"))
                bytes.append(contentsOf: anchor.utf8)
            }
        }
        if let tag = node.tag {
            separate()
            TagEmitter.append(tag, to: &bytes)
        }
        return false
    }
}
