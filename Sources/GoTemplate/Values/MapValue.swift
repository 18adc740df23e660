/// A Go map with string keys: shared by all who hold it, so that `set` is seen everywhere.
///
/// Not `Sendable`: one rendering owns its values.
package final class MapValue {
    package let type: GoType
    /// Methods of the named type; they hide keys of the same name.
    package let methods: [ByteString: TemplateFunction]
    /// Whether Go has nil here, which JSON writes as null.
    package private(set) var isAbsent = false
    private let storage: Storage

    /// The entries, which maps of several types can share.
    private final class Storage {
        var entries: [ByteString: Value]
        /// Makes the entries when they are first asked for.
        var pending: (() -> [ByteString: Value])?

        init(_ entries: [ByteString: Value], pending: (() -> [ByteString: Value])? = nil) {
            self.entries = entries
            self.pending = pending
        }

        func fill() {
            guard let make = pending else { return }
            pending = nil
            entries = make()
        }
    }

    package init(
        _ entries: [ByteString: Value] = [:],
        type: GoType = .map,
        methods: [ByteString: TemplateFunction] = [:]
    ) {
        self.storage = Storage(entries)
        self.type = type
        self.methods = methods
    }

    /// The same map under another type: what is set in the one is seen in the other, as after a conversion in Go.
    package init(converting other: MapValue, type: GoType, methods: [ByteString: TemplateFunction] = [:]) {
        self.storage = other.storage
        self.type = type
        self.methods = methods
    }

    /// A map whose entries are made when they are first asked for.
    package init(
        type: GoType,
        methods: [ByteString: TemplateFunction] = [:],
        entries: @escaping () -> [ByteString: Value]
    ) {
        self.storage = Storage([:], pending: entries)
        self.type = type
        self.methods = methods
    }

    package var entries: [ByteString: Value] {
        get {
            if storage.pending != nil { storage.fill() }
            return storage.entries
        }
        _modify {
            if storage.pending != nil { storage.fill() }
            yield &storage.entries
        }
    }

    /// The keys in the order of `range`: by bytes.
    package var sortedKeys: [ByteString] { entries.keys.sorted() }

    package subscript(key: ByteString) -> Value? {
        get { entries[key] }
        set { entries[key] = newValue }
    }
}

extension MapValue {
    /// A map that is nil: empty to templates, null to JSON.
    package static func absent(_ type: GoType) -> MapValue {
        let map = MapValue(type: type)
        map.isAbsent = true
        return map
    }
}
