/// A Go map with string keys: shared by all who hold it, so that `set` is seen everywhere.
///
/// Not `Sendable`: one rendering owns its values.
package final class MapValue {
    package var entries: [ByteString: Value]
    package let type: GoType
    /// Methods of the named type; they hide keys of the same name.
    package let methods: [ByteString: TemplateFunction]

    package init(
        _ entries: [ByteString: Value] = [:],
        type: GoType = .map,
        methods: [ByteString: TemplateFunction] = [:]
    ) {
        self.entries = entries
        self.type = type
        self.methods = methods
    }

    /// The keys in the order of `range`: by bytes.
    package var sortedKeys: [ByteString] { entries.keys.sorted() }

    package subscript(key: ByteString) -> Value? {
        get { entries[key] }
        set { entries[key] = newValue }
    }
}
