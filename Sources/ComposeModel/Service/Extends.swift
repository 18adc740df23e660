public import YAMLTree

/// The service that another one extends.
public struct Extends: MappingCodable, Sendable, Equatable {
    /// The name of the service.
    public var service: String
    /// The file that has it; absent means the same file.
    public var file: String?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        service: String,
        file: String? = nil,
        fields: RetainedFields = .none
    ) {
        self.service = service
        self.file = file
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        service = reader.value("service", default: "")
        file = reader.value("file")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write(required: "service", service, default: "")
        writer.write("file", file)
    }
}
