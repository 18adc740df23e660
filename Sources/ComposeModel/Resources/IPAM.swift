public import OrderedCollections
public import YAMLTree

/// How a network gives out addresses.
public struct IPAM: MappingCodable, Sendable, Equatable {
    /// The driver.
    public var driver: String?
    /// The pools of addresses.
    public var config: [IPAMPool]
    /// Options of the driver.
    public var options: OrderedDictionary<String, String>
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        driver: String? = nil,
        config: [IPAMPool] = [],
        options: OrderedDictionary<String, String> = [:],
        fields: RetainedFields = .none
    ) {
        self.driver = driver
        self.config = config
        self.options = options
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        driver = reader.value("driver")
        config = reader.list("config")
        options = reader.map("options")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("driver", driver)
        writer.write("config", config)
        writer.write("options", options)
    }
}
