public import YAMLTree

/// A file of variables.
public struct EnvFile: MappingCodable, Sendable, Equatable {
    /// The path of the file.
    public var path: String
    /// Whether the file must exist; absent means yes.
    public var required: Bool?
    /// `raw` takes values as they stand; absent means the dotenv grammar.
    public var format: String?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        path: String,
        required: Bool? = nil,
        format: String? = nil,
        fields: RetainedFields = .none
    ) {
        self.path = path
        self.required = required
        self.format = format
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        path = reader.value("path", default: "")
        required = reader.value("required")
        format = reader.value("format")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write(required: "path", path, default: "")
        writer.write("required", required)
        writer.write("format", format)
    }
}
