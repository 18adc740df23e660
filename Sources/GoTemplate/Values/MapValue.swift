/// A Go map with string keys: shared by all who hold it, so that `set` is seen everywhere.
///
/// Not `Sendable`: one rendering owns its values.
package final class MapValue {
    package let type: GoType
    /// Methods of the named type; they hide keys of the same name.
    package let methods: [ByteString: TemplateFunction]
    /// Whether Go has nil here, which JSON writes as null.
    package private(set) var isAbsent = false
    private var storage: [ByteString: Value]
    /// The map whose entries this one shows under another type.
    private let base: MapValue?
    /// Makes the entries when they are first asked for.
    private var pending: (() -> [ByteString: Value])?

    package init(
        _ entries: [ByteString: Value] = [:],
        type: GoType = .map,
        methods: [ByteString: TemplateFunction] = [:]
    ) {
        self.storage = entries
        self.type = type
        self.methods = methods
        self.base = nil
    }

    /// The same map under another type: what is set in the one is seen in the other, as after a conversion in Go.
    package init(converting base: MapValue, type: GoType, methods: [ByteString: TemplateFunction] = [:]) {
        self.storage = [:]
        self.type = type
        self.methods = methods
        self.base = base.base ?? base
    }

    /// A map whose entries are made when they are first asked for.
    package init(
        type: GoType,
        methods: [ByteString: TemplateFunction] = [:],
        entries: @escaping () -> [ByteString: Value]
    ) {
        self.storage = [:]
        self.type = type
        self.methods = methods
        self.base = nil
        self.pending = entries
    }

    package var entries: [ByteString: Value] {
        get {
            if let base { return base.entries }
            fill()
            return storage
        }
        _modify {
            if let base {
                yield &base.entries
            } else {
                fill()
                yield &storage
            }
        }
    }

    private func fill() {
        guard let pending else { return }
        self.pending = nil
        storage = pending()
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
