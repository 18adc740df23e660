/// Lays trees out in block style.
///
/// Every method that writes a node leaves the position at the start of a line. Nodes are passed by their address,
/// because copies of them would count references up and down, which takes longer than the writing.
struct BlockEmitter: ~Copyable {
    private(set) var bytes = ByteBuffer()
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
        if !isFirst { bytes.append("---\n") }
        withUnsafePointer(to: node) { self.document($0, isFirst: isFirst) }
    }

    private mutating func document(_ node: UnsafePointer<Node>, isFirst: Bool) {
        let content = bytes.count
        switch node.pointee.content {
        case .mapping(let mapping) where !mapping.isEmpty && !hasProperties(node):
            entries(mapping, indent: 0, startsLine: true)
        case .sequence(let sequence) where !sequence.isEmpty && !hasProperties(node):
            items(sequence, indent: 0, startsLine: true)
        default:
            value(node, parent: -2, sequenceIndent: 0)
            // What follows an indicator starts with a space, which a document does not need.
            if bytes.bytes[content] == ascii(" ") { bytes.remove(at: content) }
            // Without a marker, a text without content has no document.
            if isFirst, bytes.count == content + 1 {
                bytes.truncate(to: content)
                bytes.append("---\n")
            }
        }
    }

    // MARK: Collections

    private mutating func entries(_ mapping: Mapping, indent: Int, startsLine: Bool) {
        mapping.entries.withUnsafeBufferPointer { entries in
            guard let first = entries.baseAddress else { return }
            for position in entries.indices {
                if startsLine || position > 0 { pad(indent) }
                guard let key = (first + position).pointer(to: \.key),
                    let value = (first + position).pointer(to: \.value)
                else { return }
                entry(key, value, indent: indent)
            }
        }
    }

    @inline(__always)
    private mutating func entry(_ key: UnsafePointer<Node>, _ value: UnsafePointer<Node>, indent: Int) {
        let start = bytes.count
        if case .scalar(let scalar) = key.pointee.content, !scalar.text.isEmpty || !scalar.isPlain {
            let hasProperties = hasProperties(key)
            let isAlias = hasProperties && properties(of: key, leadingSpace: false)
            if hasProperties { bytes.append(ascii(" ")) }
            if !isAlias { self.scalar(scalar, blockIndent: nil) }
            if bytes.count - start <= Self.longestImplicitKey {
                bytes.append(ascii(":"))
                self.value(value, parent: indent, sequenceIndent: options.sequenceIndent ? 2 : 0)
                return
            }
            bytes.truncate(to: start)
        }
        bytes.append(ascii("?"))
        item(key, indent: indent)
        pad(indent)
        bytes.append(ascii(":"))
        self.value(value, parent: indent, sequenceIndent: 2)
    }

    private mutating func items(_ sequence: [Node], indent: Int, startsLine: Bool) {
        sequence.withUnsafeBufferPointer { items in
            guard let first = items.baseAddress else { return }
            for position in items.indices {
                if startsLine || position > 0 { pad(indent) }
                bytes.append(ascii("-"))
                item(first + position, indent: indent)
            }
        }
    }

    /// Writes what follows `-` or `?` at the column `indent`; a collection begins on the same line.
    private mutating func item(_ node: UnsafePointer<Node>, indent: Int) {
        switch node.pointee.content {
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
    private mutating func value(_ node: UnsafePointer<Node>, parent: Int, sequenceIndent: Int) {
        if hasProperties(node), properties(of: node, leadingSpace: true) {
            bytes.append(ascii("\n"))
            return
        }
        switch node.pointee.content {
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
                bytes.append(" {}\n")
                return
            }
            bytes.append(ascii("\n"))
            entries(mapping, indent: parent + 2, startsLine: true)
        case .sequence(let sequence):
            guard !sequence.isEmpty else {
                bytes.append(" []\n")
                return
            }
            bytes.append(ascii("\n"))
            items(sequence, indent: max(parent, 0) + sequenceIndent, startsLine: true)
        }
    }

    @inline(__always)
    private mutating func pad(_ count: Int) {
        bytes.append(spaces: count)
    }

    @inline(__always)
    private mutating func scalar(_ scalar: Scalar, blockIndent: Int?) {
        ScalarEmitter.append(scalar, to: &bytes, blockIndent: blockIndent, quotes: options.quotes)
    }

    // MARK: Tags and anchors

    @inline(__always)
    private func hasProperties(_ node: UnsafePointer<Node>) -> Bool {
        guard let properties = node.pointee.properties else { return false }
        return properties.tag != nil || options.aliases == .kept
    }

    /// Writes tag and anchor; answers whether that is all, because the node is written as an alias.
    private mutating func properties(of place: UnsafePointer<Node>, leadingSpace: Bool) -> Bool {
        let node = place.pointee
        var needsSpace = leadingSpace
        if options.aliases == .kept, let anchor = node.anchor {
            if node.isAlias, anchored[anchor] == node {
                if needsSpace { bytes.append(ascii(" ")) }
                bytes.append(ascii("*"))
                bytes.append(text: anchor)
                return true
            }
            if !node.isAlias {
                anchored[anchor] = node
                if needsSpace { bytes.append(ascii(" ")) }
                needsSpace = true
                bytes.append(ascii("&"))
                bytes.append(text: anchor)
            }
        }
        if let tag = node.tag {
            if needsSpace { bytes.append(ascii(" ")) }
            TagEmitter.append(tag, to: &bytes)
        }
        return false
    }
}
