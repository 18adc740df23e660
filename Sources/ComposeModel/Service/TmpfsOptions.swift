public import YAMLTree

/// Options of a memory file system.
public struct TmpfsOptions: MappingCodable, Sendable, Equatable {
    /// The most that it may hold.
    public var size: ByteSize?
    /// The permission bits, as a plain number.
    public var mode: Int?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        size: ByteSize? = nil,
        mode: Int? = nil,
        fields: RetainedFields = .none
    ) {
        self.size = size
        self.mode = mode
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        size = reader.value("size")
        mode = reader.value("mode")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("size", size)
        writer.write("mode", mode)
    }
}
