/// The way from the root of a document to a node, printed as `services.web.ports[0]`.
public struct NodePath: Sendable, Hashable {
    /// One step of a path.
    public enum Element: Sendable, Hashable {
        /// The value of a key.
        case key(String)
        /// The item at a position, counted from 0.
        case index(Int)
    }

    /// The steps from the root.
    public var elements: [Element]

    /// Creates a path.
    public init(_ elements: [Element] = []) {
        self.elements = elements
    }

    /// The path one key further.
    public func appending(_ key: String) -> NodePath { NodePath(elements + [.key(key)]) }

    /// The path one position further.
    public func appending(_ index: Int) -> NodePath { NodePath(elements + [.index(index)]) }

    /// Whether this path is `other` or leads to a node that contains it.
    public func isPrefix(of other: NodePath) -> Bool {
        elements.count <= other.elements.count && elements.elementsEqual(other.elements.prefix(elements.count))
    }
}

extension NodePath: CustomStringConvertible {
    /// The path as text; a key that is not a plain word stands quoted in brackets: `labels["com.example.x"]`.
    public var description: String {
        var text = ""
        for element in elements {
            switch element {
            case .index(let index): text += "[\(index)]"
            case .key(let key) where Self.isWord(key): text += text.isEmpty ? key : ".\(key)"
            case .key(let key):
                text += "[\""
                // By scalars, because a combining mark at the beginning of a key would join the quote.
                for scalar in key.unicodeScalars {
                    if scalar == "\"" || scalar == "\\" { text += "\\" }
                    text.unicodeScalars.append(scalar)
                }
                text += "\"]"
            }
        }
        return text
    }

    private static func isWord(_ key: String) -> Bool {
        !key.isEmpty && key.utf8.first != UInt8(ascii: "-")
            && key.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}

extension NodePath: LosslessStringConvertible, ExpressibleByStringLiteral {
    /// Reads what `description` prints; nil for anything else.
    public init?(_ description: String) {
        var elements: [Element] = []
        var rest = description.unicodeScalars[...]
        while let first = rest.first {
            if first == "[" {
                rest.removeFirst()
                if rest.first == "\"" {
                    rest.removeFirst()
                    var key = String.UnicodeScalarView()
                    while let scalar = rest.popFirst(), scalar != "\"" {
                        if scalar == "\\" {
                            guard let escaped = rest.popFirst() else { return nil }
                            key.append(escaped)
                        } else {
                            key.append(scalar)
                        }
                    }
                    guard rest.popFirst() == "]" else { return nil }
                    elements.append(.key(String(key)))
                } else {
                    guard let end = rest.firstIndex(of: "]"), let index = Int(String(rest[..<end])), index >= 0 else {
                        return nil
                    }
                    elements.append(.index(index))
                    rest = rest[rest.index(after: end)...]
                }
            } else {
                if first == "." {
                    guard !elements.isEmpty else { return nil }
                    rest.removeFirst()
                } else if !elements.isEmpty {
                    return nil
                }
                let key = rest.prefix { $0 != "." && $0 != "[" }
                guard Self.isWord(String(key)) else { return nil }
                elements.append(.key(String(key)))
                rest = rest[key.endIndex...]
            }
        }
        self.elements = elements
    }

    /// Creates a path from a literal that must be well-formed.
    public init(stringLiteral value: String) {
        guard let path = NodePath(value) else { preconditionFailure("malformed path literal: \(value)") }
        self = path
    }
}

extension Node {
    /// The node at `path` below this one.
    ///
    /// Getting answers nil where the path leads nowhere. Setting makes the mappings that are missing on the way; a
    /// path through a scalar or past the end of a sequence changes nothing. Nil removes.
    public subscript(_ path: NodePath) -> Node? {
        get {
            var node = self
            for element in path.elements {
                let next: Node? =
                    switch element {
                    case .key(let key): node.mapping?[key]
                    case .index(let index): node[index]
                    }
                guard let next else { return nil }
                node = next
            }
            return node
        }
        set { set(newValue, at: path.elements[...]) }
    }

    private mutating func set(_ value: Node?, at path: ArraySlice<NodePath.Element>) {
        guard let first = path.first else {
            if let value { self = value }
            return
        }
        let rest = path.dropFirst()
        // The content is given up while a part of it changes, so that the change happens in place.
        switch first {
        case .key(let key):
            guard case .mapping(var mapping) = content else { return }
            content = .sequence([])
            defer { content = .mapping(mapping) }
            if rest.isEmpty {
                mapping[key] = value
            } else if value != nil || mapping.contains(key) {
                mapping[key, default: .mapping(Mapping())].set(value, at: rest)
            }
        case .index(let index):
            guard case .sequence(var items) = content, items.indices.contains(index) else { return }
            content = .sequence([])
            defer { content = .sequence(items) }
            if !rest.isEmpty {
                items[index].set(value, at: rest)
            } else if let value {
                items[index] = value
            } else {
                items.remove(at: index)
            }
        }
    }

    /// Calls `visit` with each scalar and each empty collection below this node, and its path. O(n).
    public func forEachLeaf(_ visit: (NodePath, Node) throws -> Void) rethrows {
        var path = NodePath()
        try forEachLeaf(&path, visit)
    }

    private func forEachLeaf(_ path: inout NodePath, _ visit: (NodePath, Node) throws -> Void) rethrows {
        switch content {
        case .mapping(let mapping) where !mapping.isEmpty:
            for entry in mapping.entries {
                path.elements.append(.key(entry.name))
                try entry.value.forEachLeaf(&path, visit)
                path.elements.removeLast()
            }
        case .sequence(let items) where !items.isEmpty:
            for (index, item) in items.enumerated() {
                path.elements.append(.index(index))
                try item.forEachLeaf(&path, visit)
                path.elements.removeLast()
            }
        default: try visit(path, self)
        }
    }
}
