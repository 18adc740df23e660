public import YAMLTree

/// What a service waits for in another one before it starts.
public struct ServiceDependency: MappingCodable, Sendable, Equatable {
    /// The state that the other service must reach.
    public var condition: ServiceDependency.Condition
    /// Whether the service restarts when the other one is recreated.
    public var restart: Bool?
    /// Whether the other service must exist; absent means yes.
    public var required: Bool?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        condition: ServiceDependency.Condition = .started,
        restart: Bool? = nil,
        required: Bool? = nil,
        fields: RetainedFields = .none
    ) {
        self.condition = condition
        self.restart = restart
        self.required = required
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        condition = reader.value("condition", default: .started)
        restart = reader.value("restart")
        required = reader.value("required")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write(required: "condition", condition, default: .started)
        writer.write("restart", restart)
        writer.write("required", required)
    }
}
