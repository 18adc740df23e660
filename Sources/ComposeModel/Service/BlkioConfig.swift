public import YAMLTree

/// Limits of the block devices that a service uses.
public struct BlkioConfig: MappingCodable, Sendable, Equatable {
    /// The share of the bandwidth, from 10 to 1000.
    public var weight: Int?
    /// Shares by device.
    public var weightDevice: [WeightDevice]
    /// Limits of bytes read in a second.
    public var deviceReadBps: [ThrottleDevice]
    /// Limits of read operations in a second.
    public var deviceReadIops: [ThrottleDevice]
    /// Limits of bytes written in a second.
    public var deviceWriteBps: [ThrottleDevice]
    /// Limits of write operations in a second.
    public var deviceWriteIops: [ThrottleDevice]
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        weight: Int? = nil,
        weightDevice: [WeightDevice] = [],
        deviceReadBps: [ThrottleDevice] = [],
        deviceReadIops: [ThrottleDevice] = [],
        deviceWriteBps: [ThrottleDevice] = [],
        deviceWriteIops: [ThrottleDevice] = [],
        fields: RetainedFields = .none
    ) {
        self.weight = weight
        self.weightDevice = weightDevice
        self.deviceReadBps = deviceReadBps
        self.deviceReadIops = deviceReadIops
        self.deviceWriteBps = deviceWriteBps
        self.deviceWriteIops = deviceWriteIops
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        weight = reader.value("weight")
        weightDevice = reader.list("weight_device")
        deviceReadBps = reader.list("device_read_bps")
        deviceReadIops = reader.list("device_read_iops")
        deviceWriteBps = reader.list("device_write_bps")
        deviceWriteIops = reader.list("device_write_iops")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("weight", weight)
        writer.write("weight_device", weightDevice)
        writer.write("device_read_bps", deviceReadBps)
        writer.write("device_read_iops", deviceReadIops)
        writer.write("device_write_bps", deviceWriteBps)
        writer.write("device_write_iops", deviceWriteIops)
    }
}
