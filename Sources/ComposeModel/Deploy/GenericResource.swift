public import YAMLTree

/// A countable resource that the operator of a cluster defined.
public struct GenericResource: MappingCodable, Sendable, Equatable {
    /// The kind and number.
    public var discreteResourceSpec: DiscreteResource?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        discreteResourceSpec: DiscreteResource? = nil,
        fields: RetainedFields = .none
    ) {
        self.discreteResourceSpec = discreteResourceSpec
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        discreteResourceSpec = reader.value("discrete_resource_spec")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("discrete_resource_spec", discreteResourceSpec)
    }
}
