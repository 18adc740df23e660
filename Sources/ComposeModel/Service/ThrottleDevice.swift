public import YAMLTree

/// A limit of the traffic of one device.
public struct ThrottleDevice: MappingCodable, Sendable, Equatable {
    /// The path of the device.
    public var path: String
    /// Bytes or operations in a second.
    public var rate: ByteSize?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        path: String,
        rate: ByteSize? = nil,
        fields: RetainedFields = .none
    ) {
        self.path = path
        self.rate = rate
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        path = reader.value("path", default: "")
        rate = reader.value("rate")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write(required: "path", path, default: "")
        writer.write("rate", rate)
    }
}
