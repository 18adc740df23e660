public import YAMLTree

/// The credentials of a managed Windows service account; one of the three is given.
public struct CredentialSpec: MappingCodable, Sendable, Equatable {
    /// The key of the config that holds them.
    public var config: String?
    /// A file in the folder of the engine.
    public var file: String?
    /// A key of the Windows registry.
    public var registry: String?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        config: String? = nil,
        file: String? = nil,
        registry: String? = nil,
        fields: RetainedFields = .none
    ) {
        self.config = config
        self.file = file
        self.registry = registry
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        config = reader.value("config")
        file = reader.value("file")
        registry = reader.value("registry")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("config", config)
        writer.write("file", file)
        writer.write("registry", registry)
    }
}
