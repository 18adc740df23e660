public import YAMLTree

/// The variables through which a service learns of an AI model.
public struct ServiceModel: MappingCodable, Sendable, Equatable {
    /// The variable that gets the URL of the model.
    public var endpointVar: String?
    /// The variable that gets the name of the model.
    public var modelVar: String?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        endpointVar: String? = nil,
        modelVar: String? = nil,
        fields: RetainedFields = .none
    ) {
        self.endpointVar = endpointVar
        self.modelVar = modelVar
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        endpointVar = reader.value("endpoint_var")
        modelVar = reader.value("model_var")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("endpoint_var", endpointVar)
        writer.write("model_var", modelVar)
    }
}
