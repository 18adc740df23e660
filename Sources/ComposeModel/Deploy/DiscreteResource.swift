public import YAMLTree

/// A number of units of a resource.
public struct DiscreteResource: MappingCodable, Sendable, Equatable {
    /// The kind, such as `SSD`.
    public var kind: String
    /// The number of units.
    public var value: Int?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        kind: String,
        value: Int? = nil,
        fields: RetainedFields = .none
    ) {
        self.kind = kind
        self.value = value
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        kind = reader.value("kind", default: "")
        value = reader.value("value")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write(required: "kind", kind, default: "")
        writer.write("value", value)
    }
}
