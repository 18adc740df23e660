public import OrderedCollections
public import YAMLTree

/// Devices that a container needs, chosen by what they can do.
public struct DeviceRequest: MappingCodable, Sendable, Equatable {
    /// What the devices must offer, such as `gpu`.
    public var capabilities: [String]
    /// The driver.
    public var driver: String?
    /// How many devices; absent means all unless `device_ids` is given.
    public var count: DeviceCount?
    /// The devices by name.
    public var deviceIDs: [String]
    /// Options of the driver.
    public var options: OrderedDictionary<String, String>
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        capabilities: [String] = [],
        driver: String? = nil,
        count: DeviceCount? = nil,
        deviceIDs: [String] = [],
        options: OrderedDictionary<String, String> = [:],
        fields: RetainedFields = .none
    ) {
        self.capabilities = capabilities
        self.driver = driver
        self.count = count
        self.deviceIDs = deviceIDs
        self.options = options
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        capabilities = reader.list("capabilities")
        driver = reader.value("driver")
        count = reader.value("count")
        deviceIDs = reader.list("device_ids")
        options = reader.map("options")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("capabilities", capabilities)
        writer.write("driver", driver)
        writer.write("count", count)
        writer.write("device_ids", deviceIDs)
        writer.write("options", options)
    }
}
