public import YAMLTree

/// A device of the host that a container sees.
public struct DeviceMapping: MappingCodable, Sendable, Equatable {
    /// The path on the host, or the name of a CDI device.
    public var source: String
    /// The path in the container.
    public var target: String?
    /// What the container may do: some of `r`, `w` and `m`.
    public var permissions: String?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        source: String,
        target: String? = nil,
        permissions: String? = nil,
        fields: RetainedFields = .none
    ) {
        self.source = source
        self.target = target
        self.permissions = permissions
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        source = reader.value("source", default: "")
        target = reader.value("target")
        permissions = reader.value("permissions")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write(required: "source", source, default: "")
        writer.write("target", target)
        writer.write("permissions", permissions)
    }
}
