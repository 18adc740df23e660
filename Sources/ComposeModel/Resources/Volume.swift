public import OrderedCollections
public import YAMLTree

/// A named volume (Compose Specification, "Volumes top-level element").
public struct Volume: MappingCodable, Sendable, Equatable {
    /// The name in the engine.
    public var name: String?
    /// The driver.
    public var driver: String?
    /// Options of the driver.
    public var driverOpts: OrderedDictionary<String, String>
    /// Whether the volume exists outside the project.
    public var external: Bool?
    /// Labels of the volume.
    public var labels: OrderedDictionary<String, String>
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        name: String? = nil,
        driver: String? = nil,
        driverOpts: OrderedDictionary<String, String> = [:],
        external: Bool? = nil,
        labels: OrderedDictionary<String, String> = [:],
        fields: RetainedFields = .none
    ) {
        self.name = name
        self.driver = driver
        self.driverOpts = driverOpts
        self.external = external
        self.labels = labels
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        name = reader.value("name")
        driver = reader.value("driver")
        driverOpts = reader.map("driver_opts")
        external = reader.value("external")
        labels = reader.map("labels")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("name", name)
        writer.write("driver", driver)
        writer.write("driver_opts", driverOpts)
        writer.write("external", external)
        writer.write("labels", labels)
    }
}
