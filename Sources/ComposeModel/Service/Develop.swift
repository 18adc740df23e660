public import YAMLTree

/// How changes of source files reach running containers.
public struct Develop: MappingCodable, Sendable, Equatable {
    /// What is watched.
    public var watch: [WatchRule]
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        watch: [WatchRule] = [],
        fields: RetainedFields = .none
    ) {
        self.watch = watch
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        watch = reader.list("watch")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("watch", watch)
    }
}
