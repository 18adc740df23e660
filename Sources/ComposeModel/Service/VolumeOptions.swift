public import OrderedCollections
public import YAMLTree

/// Options of the mount of a volume.
public struct VolumeOptions: MappingCodable, Sendable, Equatable {
    /// Whether a new volume is left empty in place of getting the files that the image has there.
    public var nocopy: Bool?
    /// The path inside the volume that is mounted.
    public var subpath: String?
    /// Labels of an anonymous volume.
    public var labels: OrderedDictionary<String, String>
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        nocopy: Bool? = nil,
        subpath: String? = nil,
        labels: OrderedDictionary<String, String> = [:],
        fields: RetainedFields = .none
    ) {
        self.nocopy = nocopy
        self.subpath = subpath
        self.labels = labels
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        nocopy = reader.value("nocopy")
        subpath = reader.value("subpath")
        labels = reader.map("labels")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("nocopy", nocopy)
        writer.write("subpath", subpath)
        writer.write("labels", labels)
    }
}
