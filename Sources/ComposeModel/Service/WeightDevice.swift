public import YAMLTree

/// The share of the bandwidth of one device.
public struct WeightDevice: MappingCodable, Sendable, Equatable {
    /// The path of the device.
    public var path: String
    /// The share, from 10 to 1000.
    public var weight: Int?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        path: String,
        weight: Int? = nil,
        fields: RetainedFields = .none
    ) {
        self.path = path
        self.weight = weight
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        path = reader.value("path", default: "")
        weight = reader.value("weight")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write(required: "path", path, default: "")
        writer.write("weight", weight)
    }
}
