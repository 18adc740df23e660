public import YAMLTree

/// An AI model (Compose Specification, "Models top-level element").
public struct Model: MappingCodable, Sendable, Equatable {
    /// The name in the engine.
    public var name: String?
    /// The OCI artefact of the model.
    public var model: String
    /// The greatest number of tokens of a request.
    public var contextSize: Int?
    /// Flags of the inference engine.
    public var runtimeFlags: [String]
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        name: String? = nil,
        model: String,
        contextSize: Int? = nil,
        runtimeFlags: [String] = [],
        fields: RetainedFields = .none
    ) {
        self.name = name
        self.model = model
        self.contextSize = contextSize
        self.runtimeFlags = runtimeFlags
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        name = reader.value("name")
        model = reader.value("model", default: "")
        contextSize = reader.value("context_size")
        runtimeFlags = reader.list("runtime_flags")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("name", name)
        writer.write(required: "model", model, default: "")
        writer.write("context_size", contextSize)
        writer.write("runtime_flags", runtimeFlags)
    }
}
