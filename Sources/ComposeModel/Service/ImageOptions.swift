public import YAMLTree

/// Options of an image that is mounted.
public struct ImageOptions: MappingCodable, Sendable, Equatable {
    /// The path inside the image that is mounted.
    public var subpath: String?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        subpath: String? = nil,
        fields: RetainedFields = .none
    ) {
        self.subpath = subpath
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        subpath = reader.value("subpath")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("subpath", subpath)
    }
}
