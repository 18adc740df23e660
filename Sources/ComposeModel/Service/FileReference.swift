public import YAMLTree

/// The use of a config or secret by a service, or of a secret by a build.
public struct FileReference: MappingCodable, Sendable, Equatable {
    /// The key of the config or secret.
    public var source: String
    /// The path in the container; absent means `/<source>` for configs and `/run/secrets/<source>` for secrets.
    public var target: String?
    /// The number of the owner.
    public var uid: String?
    /// The number of the owning group.
    public var gid: String?
    /// The permission bits.
    public var mode: FileMode?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        source: String,
        target: String? = nil,
        uid: String? = nil,
        gid: String? = nil,
        mode: FileMode? = nil,
        fields: RetainedFields = .none
    ) {
        self.source = source
        self.target = target
        self.uid = uid
        self.gid = gid
        self.mode = mode
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        source = reader.value("source", default: "")
        target = reader.value("target")
        uid = reader.value("uid")
        gid = reader.value("gid")
        mode = reader.value("mode")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write(required: "source", source, default: "")
        writer.write("target", target)
        writer.write("uid", uid)
        writer.write("gid", gid)
        writer.write("mode", mode)
    }
}
