public import YAMLTree

/// A label of nodes over whose values containers spread evenly.
public struct PlacementPreference: MappingCodable, Sendable, Equatable {
    /// The label, such as `node.labels.zone`.
    public var spread: String?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        spread: String? = nil,
        fields: RetainedFields = .none
    ) {
        self.spread = spread
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        spread = reader.value("spread")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("spread", spread)
    }
}
