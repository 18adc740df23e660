public import YAMLTree

/// The most that a container may use.
public struct ResourceLimits: MappingCodable, Sendable, Equatable {
    /// The number of processors.
    public var cpus: Double?
    /// Memory.
    public var memory: ByteSize?
    /// The number of processes.
    public var pids: Int?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        cpus: Double? = nil,
        memory: ByteSize? = nil,
        pids: Int? = nil,
        fields: RetainedFields = .none
    ) {
        self.cpus = cpus
        self.memory = memory
        self.pids = pids
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        cpus = reader.value("cpus")
        memory = reader.value("memory")
        pids = reader.value("pids")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("cpus", cpus)
        writer.write("memory", memory)
        writer.write("pids", pids)
    }
}
