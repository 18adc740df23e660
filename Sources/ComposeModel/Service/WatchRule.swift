public import YAMLTree

/// A path to watch and what to do when it changes.
public struct WatchRule: MappingCodable, Sendable, Equatable {
    /// The path on the host.
    public var path: String
    /// `rebuild`, `sync`, `restart`, `sync+restart` or `sync+exec`.
    public var action: String
    /// The path in the container to copy to.
    public var target: String?
    /// Patterns of files to consider.
    public var include: [String]
    /// Patterns of files to leave out.
    public var ignore: [String]
    /// The command for `sync+exec`.
    public var exec: ServiceHook?
    /// Whether files are copied before watching starts.
    public var initialSync: Bool?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        path: String,
        action: String,
        target: String? = nil,
        include: [String] = [],
        ignore: [String] = [],
        exec: ServiceHook? = nil,
        initialSync: Bool? = nil,
        fields: RetainedFields = .none
    ) {
        self.path = path
        self.action = action
        self.target = target
        self.include = include
        self.ignore = ignore
        self.exec = exec
        self.initialSync = initialSync
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        path = reader.value("path", default: "")
        action = reader.value("action", default: "")
        target = reader.value("target")
        include = reader.list("include")
        ignore = reader.list("ignore")
        exec = reader.value("exec")
        initialSync = reader.value("initial_sync")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write(required: "path", path, default: "")
        writer.write(required: "action", action, default: "")
        writer.write("target", target)
        writer.write("include", include)
        writer.write("ignore", ignore)
        writer.write("exec", exec)
        writer.write("initial_sync", initialSync)
    }
}
