public import OrderedCollections
public import YAMLTree

/// A secret (Compose Specification, "Secrets top-level element").
///
/// Exactly one of `file`, `environment`, `driver` and `external` says where its content comes from.
public struct Secret: MappingCodable, Sendable, Equatable {
    /// The name in the engine.
    public var name: String?
    /// The file with the content.
    public var file: String?
    /// The variable with the content.
    public var environment: String?
    /// Whether the secret exists outside the project.
    public var external: Bool?
    /// Labels of the secret.
    public var labels: OrderedDictionary<String, String>
    /// The secret driver.
    public var driver: String?
    /// Options of the driver.
    public var driverOpts: OrderedDictionary<String, String>
    /// The driver that expands templates in the content.
    public var templateDriver: String?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        name: String? = nil,
        file: String? = nil,
        environment: String? = nil,
        external: Bool? = nil,
        labels: OrderedDictionary<String, String> = [:],
        driver: String? = nil,
        driverOpts: OrderedDictionary<String, String> = [:],
        templateDriver: String? = nil,
        fields: RetainedFields = .none
    ) {
        self.name = name
        self.file = file
        self.environment = environment
        self.external = external
        self.labels = labels
        self.driver = driver
        self.driverOpts = driverOpts
        self.templateDriver = templateDriver
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        name = reader.value("name")
        file = reader.value("file")
        environment = reader.value("environment")
        external = reader.value("external")
        labels = reader.map("labels")
        driver = reader.value("driver")
        driverOpts = reader.map("driver_opts")
        templateDriver = reader.value("template_driver")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("name", name)
        writer.write("file", file)
        writer.write("environment", environment)
        writer.write("external", external)
        writer.write("labels", labels)
        writer.write("driver", driver)
        writer.write("driver_opts", driverOpts)
        writer.write("template_driver", templateDriver)
    }
}
