public import OrderedCollections
public import YAMLTree

/// A command at a point in the life of a service.
public struct ServiceHook: MappingCodable, Sendable, Equatable {
    /// The command with its arguments.
    public var command: [String]?
    /// The image to run the command in; only before the start.
    public var image: String?
    /// The user that runs the command.
    public var user: String?
    /// Whether the command has all privileges.
    public var privileged: Bool?
    /// The folder in which the command starts.
    public var workingDir: String?
    /// Further variables of the command; null is taken from the environment of whoever starts the project.
    public var environment: OrderedDictionary<String, String?>
    /// Whether the command runs once for each container; only before the start.
    public var perReplica: Bool?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        command: [String]? = nil,
        image: String? = nil,
        user: String? = nil,
        privileged: Bool? = nil,
        workingDir: String? = nil,
        environment: OrderedDictionary<String, String?> = [:],
        perReplica: Bool? = nil,
        fields: RetainedFields = .none
    ) {
        self.command = command
        self.image = image
        self.user = user
        self.privileged = privileged
        self.workingDir = workingDir
        self.environment = environment
        self.perReplica = perReplica
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        command = reader.optionalList("command")
        image = reader.value("image")
        user = reader.value("user")
        privileged = reader.value("privileged")
        workingDir = reader.value("working_dir")
        environment = reader.nullableMap("environment")
        perReplica = reader.value("per_replica")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write(optionalList: "command", command)
        writer.write("image", image)
        writer.write("user", user)
        writer.write("privileged", privileged)
        writer.write("working_dir", workingDir)
        writer.write(nullable: "environment", environment)
        writer.write("per_replica", perReplica)
    }
}
