public import OrderedCollections
public import YAMLTree

/// Where the output of a container goes.
public struct Logging: MappingCodable, Sendable, Equatable {
    /// The logging driver.
    public var driver: String?
    /// Options of the driver.
    public var options: OrderedDictionary<String, String>
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        driver: String? = nil,
        options: OrderedDictionary<String, String> = [:],
        fields: RetainedFields = .none
    ) {
        self.driver = driver
        self.options = options
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        driver = reader.value("driver")
        options = reader.map("options")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("driver", driver)
        writer.write("options", options)
    }
}
