public import OrderedCollections
public import YAMLTree

/// An external program that runs a service.
public struct Provider: MappingCodable, Sendable, Equatable {
    /// The name of the program, or of the Docker CLI plug-in.
    public var type: String
    /// The options; each may be given several times.
    public var options: OrderedDictionary<String, [String]>
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        type: String,
        options: OrderedDictionary<String, [String]> = [:],
        fields: RetainedFields = .none
    ) {
        self.type = type
        self.options = options
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        type = reader.value("type", default: "")
        options = reader.listMap("options")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write(required: "type", type, default: "")
        writer.write(lists: "options", options)
    }
}
