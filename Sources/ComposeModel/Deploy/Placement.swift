public import YAMLTree

/// Where containers may run.
public struct Placement: MappingCodable, Sendable, Equatable {
    /// Conditions that a node must meet, such as `node.role == manager`.
    public var constraints: [String]
    /// How containers spread over the nodes.
    public var preferences: [PlacementPreference]
    /// The most containers on one node.
    public var maxReplicasPerNode: Int?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        constraints: [String] = [],
        preferences: [PlacementPreference] = [],
        maxReplicasPerNode: Int? = nil,
        fields: RetainedFields = .none
    ) {
        self.constraints = constraints
        self.preferences = preferences
        self.maxReplicasPerNode = maxReplicasPerNode
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        constraints = reader.list("constraints")
        preferences = reader.list("preferences")
        maxReplicasPerNode = reader.value("max_replicas_per_node")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("constraints", constraints)
        writer.write("preferences", preferences)
        writer.write("max_replicas_per_node", maxReplicasPerNode)
    }
}
