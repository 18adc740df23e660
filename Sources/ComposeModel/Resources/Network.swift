public import OrderedCollections
public import YAMLTree

/// A network (Compose Specification, "Networks top-level element").
public struct Network: MappingCodable, Sendable, Equatable {
    /// The name in the engine.
    public var name: String?
    /// The driver.
    public var driver: String?
    /// Options of the driver.
    public var driverOpts: OrderedDictionary<String, String>
    /// How addresses are given out.
    public var ipam: IPAM?
    /// Whether the network exists outside the project.
    public var external: Bool?
    /// Whether the network has no way out.
    public var `internal`: Bool?
    /// Whether containers outside the project may join.
    public var attachable: Bool?
    /// Whether the network has IPv4 addresses.
    public var enableIPv4: Bool?
    /// Whether the network has IPv6 addresses.
    public var enableIPv6: Bool?
    /// Labels of the network.
    public var labels: OrderedDictionary<String, String>
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        name: String? = nil,
        driver: String? = nil,
        driverOpts: OrderedDictionary<String, String> = [:],
        ipam: IPAM? = nil,
        external: Bool? = nil,
        `internal`: Bool? = nil,
        attachable: Bool? = nil,
        enableIPv4: Bool? = nil,
        enableIPv6: Bool? = nil,
        labels: OrderedDictionary<String, String> = [:],
        fields: RetainedFields = .none
    ) {
        self.name = name
        self.driver = driver
        self.driverOpts = driverOpts
        self.ipam = ipam
        self.external = external
        self.`internal` = `internal`
        self.attachable = attachable
        self.enableIPv4 = enableIPv4
        self.enableIPv6 = enableIPv6
        self.labels = labels
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        name = reader.value("name")
        driver = reader.value("driver")
        driverOpts = reader.map("driver_opts")
        ipam = reader.value("ipam")
        external = reader.value("external")
        self.`internal` = reader.value("internal")
        attachable = reader.value("attachable")
        enableIPv4 = reader.value("enable_ipv4")
        enableIPv6 = reader.value("enable_ipv6")
        labels = reader.map("labels")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("name", name)
        writer.write("driver", driver)
        writer.write("driver_opts", driverOpts)
        writer.write("ipam", ipam)
        writer.write("external", external)
        writer.write("internal", `internal`)
        writer.write("attachable", attachable)
        writer.write("enable_ipv4", enableIPv4)
        writer.write("enable_ipv6", enableIPv6)
        writer.write("labels", labels)
    }
}
