public import YAMLTree

/// Options of a bind mount.
public struct BindOptions: MappingCodable, Sendable, Equatable {
    /// The mount propagation, such as `rslave`.
    public var propagation: String?
    /// Whether a missing folder on the host is created; absent means yes.
    public var createHostPath: Bool?
    /// What happens to mounts below: `enabled`, `disabled`, `writable` or `readonly`.
    public var recursive: String?
    /// `z` shares the SELinux label among containers, `Z` keeps it private.
    public var selinux: String?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        propagation: String? = nil,
        createHostPath: Bool? = nil,
        recursive: String? = nil,
        selinux: String? = nil,
        fields: RetainedFields = .none
    ) {
        self.propagation = propagation
        self.createHostPath = createHostPath
        self.recursive = recursive
        self.selinux = selinux
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        propagation = reader.value("propagation")
        createHostPath = reader.value("create_host_path")
        recursive = reader.value("recursive")
        selinux = reader.value("selinux")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("propagation", propagation)
        writer.write("create_host_path", createHostPath)
        writer.write("recursive", recursive)
        writer.write("selinux", selinux)
    }
}
