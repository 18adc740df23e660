public import OrderedCollections
public import YAMLTree

/// A pool of addresses.
public struct IPAMPool: MappingCodable, Sendable, Equatable {
    /// The subnet in CIDR form.
    public var subnet: String?
    /// The part of the subnet from which containers get addresses.
    public var ipRange: String?
    /// The address of the gateway.
    public var gateway: String?
    /// Addresses of other hosts, by host name.
    public var auxAddresses: OrderedDictionary<String, String>
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        subnet: String? = nil,
        ipRange: String? = nil,
        gateway: String? = nil,
        auxAddresses: OrderedDictionary<String, String> = [:],
        fields: RetainedFields = .none
    ) {
        self.subnet = subnet
        self.ipRange = ipRange
        self.gateway = gateway
        self.auxAddresses = auxAddresses
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        subnet = reader.value("subnet")
        ipRange = reader.value("ip_range")
        gateway = reader.value("gateway")
        auxAddresses = reader.map("aux_addresses")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("subnet", subnet)
        writer.write("ip_range", ipRange)
        writer.write("gateway", gateway)
        writer.write("aux_addresses", auxAddresses)
    }
}
