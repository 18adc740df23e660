/// An ordered mapping.
///
/// Looking up a key is O(n) for up to 16 entries, which is fastest there, and O(1) beyond.
public struct Mapping: Sendable {
    /// A key with its value.
    public struct Entry: Sendable, Equatable {
        /// The key; any node in YAML, a scalar in every format that we know.
        public var key: Node
        /// The value.
        public var value: Node

        /// Creates an entry.
        public init(key: Node, value: Node) {
            self.key = key
            self.value = value
        }

        /// The text of a scalar key, or an empty string.
        public var name: String { key.text ?? "" }
    }

    /// The entries in order.
    public private(set) var entries: [Entry]
    private var index: KeyIndex?

    static let indexThreshold = 16

    /// Creates an empty mapping.
    public init() {
        self.entries = []
    }

    /// Creates a mapping from entries.
    ///
    /// - Parameter entries: The entries; where scalar keys repeat, the first one is found by look-ups.
    public init(_ entries: [Entry]) {
        self.init(entries, index: nil)
        reindex()
    }

    /// Creates a mapping from keys and values whose keys differ.
    public init(_ pairs: some Sequence<(String, Node)>) {
        self.init(pairs.map { Entry(key: .string($0.0), value: $0.1) })
    }

    /// Creates a mapping with an index that was made for `entries`; nil when there are few.
    init(_ entries: [Entry], index: KeyIndex?) {
        self.entries = entries
        self.index = index
    }

    private mutating func reindex() {
        index = entries.count > Self.indexThreshold ? KeyIndex(entries) : nil
    }

    /// The number of entries.
    public var count: Int { entries.count }

    /// Whether there are no entries.
    public var isEmpty: Bool { entries.isEmpty }

    /// The texts of the keys in order.
    public var names: [String] { entries.map(\.name) }

    /// The position of the entry with the scalar key `name`.
    public func position(of name: String) -> Int? {
        if let index { return index.position(of: name, in: entries) }
        return entries.withUnsafeBufferPointer { Self.position(of: name, in: $0, before: $0.count) }
    }

    @inline(__always)
    static func position(of name: String, in entries: UnsafeBufferPointer<Entry>, before end: Int) -> Int? {
        for position in 0..<end {
            if case .scalar(let scalar) = entries[position].key.content, scalar.hasText(name) { return position }
        }
        return nil
    }

    /// Whether there is an entry with the scalar key `name`.
    public func contains(_ name: String) -> Bool { position(of: name) != nil }

    /// The value of the scalar key `name`.
    ///
    /// Setting keeps the position of an existing key, appends a new one, and with nil removes it (O(n)).
    public subscript(_ name: String) -> Node? {
        get { position(of: name).map { entries[$0].value } }
        set {
            switch (position(of: name), newValue) {
            case (let position?, let value?): entries[position].value = value
            case (let position?, nil):
                entries.remove(at: position)
                reindex()
            case (nil, let value?): append(Entry(key: .string(name), value: value))
            case (nil, nil): break
            }
        }
    }

    /// The value of the scalar key `name`, or `initial` if there is none, for changes in place.
    public subscript(_ name: String, default initial: @autoclosure () -> Node) -> Node {
        get { self[name] ?? initial() }
        _modify {
            if position(of: name) == nil { append(Entry(key: .string(name), value: initial())) }
            let position = position(of: name) ?? entries.endIndex - 1
            yield &entries[position].value
        }
    }

    /// Adds an entry whose key is not there yet.
    public mutating func append(_ entry: Entry) {
        entries.append(entry)
        if index?.fits(entries.count) == true {
            _ = index?.insert(entries.count - 1, in: entries)
        } else {
            reindex()
        }
    }

    /// Changes the value at `position` in place.
    public mutating func modifyValue<Result>(at position: Int, _ change: (inout Node) throws -> Result) rethrows
        -> Result
    {
        try change(&entries[position].value)
    }

    /// Removes the entries for which `shouldRemove` answers true. O(n).
    public mutating func removeAll(where shouldRemove: (Entry) throws -> Bool) rethrows {
        try entries.removeAll(where: shouldRemove)
        reindex()
    }

    /// The same keys with transformed values.
    public func mapValues(_ transform: (Entry) throws -> Node) rethrows -> Mapping {
        var copy = self
        for position in copy.entries.indices { copy.entries[position].value = try transform(entries[position]) }
        return copy
    }
}

extension Mapping: Equatable {
    /// Whether both have equal entries in the same order.
    public static func == (lhs: Mapping, rhs: Mapping) -> Bool { lhs.entries == rhs.entries }
}

extension Mapping: ExpressibleByDictionaryLiteral {
    /// Creates a mapping from a literal; the keys must differ.
    public init(dictionaryLiteral elements: (String, Node)...) {
        self.init(elements)
    }
}
