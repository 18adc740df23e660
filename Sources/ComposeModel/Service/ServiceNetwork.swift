public import OrderedCollections
public import YAMLTree

/// How a service takes part in a network.
public struct ServiceNetwork: MappingCodable, Sendable, Equatable {
    /// Further names of the service on the network.
    public var aliases: [String]
    /// The name of the interface in the container.
    public var interfaceName: String?
    /// A fixed IPv4 address.
    public var ipv4Address: String?
    /// A fixed IPv6 address.
    public var ipv6Address: String?
    /// Link-local addresses.
    public var linkLocalIPs: [String]
    /// The hardware address on the network.
    public var macAddress: String?
    /// Options of the network driver.
    public var driverOpts: OrderedDictionary<String, String>
    /// The order in which networks are joined, highest first.
    public var priority: Int?
    /// The network with the highest value has the default gateway.
    public var gwPriority: Int?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        aliases: [String] = [],
        interfaceName: String? = nil,
        ipv4Address: String? = nil,
        ipv6Address: String? = nil,
        linkLocalIPs: [String] = [],
        macAddress: String? = nil,
        driverOpts: OrderedDictionary<String, String> = [:],
        priority: Int? = nil,
        gwPriority: Int? = nil,
        fields: RetainedFields = .none
    ) {
        self.aliases = aliases
        self.interfaceName = interfaceName
        self.ipv4Address = ipv4Address
        self.ipv6Address = ipv6Address
        self.linkLocalIPs = linkLocalIPs
        self.macAddress = macAddress
        self.driverOpts = driverOpts
        self.priority = priority
        self.gwPriority = gwPriority
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        aliases = reader.list("aliases")
        interfaceName = reader.value("interface_name")
        ipv4Address = reader.value("ipv4_address")
        ipv6Address = reader.value("ipv6_address")
        linkLocalIPs = reader.list("link_local_ips")
        macAddress = reader.value("mac_address")
        driverOpts = reader.map("driver_opts")
        priority = reader.value("priority")
        gwPriority = reader.value("gw_priority")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("aliases", aliases)
        writer.write("interface_name", interfaceName)
        writer.write("ipv4_address", ipv4Address)
        writer.write("ipv6_address", ipv6Address)
        writer.write("link_local_ips", linkLocalIPs)
        writer.write("mac_address", macAddress)
        writer.write("driver_opts", driverOpts)
        writer.write("priority", priority)
        writer.write("gw_priority", gwPriority)
    }
}
