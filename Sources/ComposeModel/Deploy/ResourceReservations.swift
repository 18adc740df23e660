public import YAMLTree

/// What is kept for a container.
public struct ResourceReservations: MappingCodable, Sendable, Equatable {
    /// The number of processors.
    public var cpus: Double?
    /// Memory.
    public var memory: ByteSize?
    /// Resources that the operator of the cluster defined.
    public var genericResources: [GenericResource]
    /// Devices.
    public var devices: [DeviceRequest]
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        cpus: Double? = nil,
        memory: ByteSize? = nil,
        genericResources: [GenericResource] = [],
        devices: [DeviceRequest] = [],
        fields: RetainedFields = .none
    ) {
        self.cpus = cpus
        self.memory = memory
        self.genericResources = genericResources
        self.devices = devices
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        cpus = reader.value("cpus")
        memory = reader.value("memory")
        genericResources = reader.list("generic_resources")
        devices = reader.list("devices")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("cpus", cpus)
        writer.write("memory", memory)
        writer.write("generic_resources", genericResources)
        writer.write("devices", devices)
    }
}
