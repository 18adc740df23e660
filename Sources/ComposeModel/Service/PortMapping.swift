public import YAMLTree

/// A port of a container that is published on the host.
///
/// Ranges are expanded by the loader, so `target` is one port; `published` may still be a range, from which the
/// engine picks a free port.
public struct PortMapping: MappingCodable, Sendable, Equatable {
    /// The port in the container.
    public var target: Int
    /// The port, or range of ports, on the host; absent lets the engine choose.
    public var published: String?
    /// `tcp`, `udp` or `sctp`; absent means TCP.
    public var `protocol`: String?
    /// The address of the host to listen on; absent means all.
    public var hostIP: String?
    /// `ingress` balances over the nodes of a cluster, `host` publishes on each node.
    public var mode: String?
    /// A name for people.
    public var name: String?
    /// The application protocol, such as `http`.
    public var appProtocol: String?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        target: Int,
        published: String? = nil,
        `protocol`: String? = nil,
        hostIP: String? = nil,
        mode: String? = nil,
        name: String? = nil,
        appProtocol: String? = nil,
        fields: RetainedFields = .none
    ) {
        self.target = target
        self.published = published
        self.`protocol` = `protocol`
        self.hostIP = hostIP
        self.mode = mode
        self.name = name
        self.appProtocol = appProtocol
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        target = reader.value("target", default: 0)
        published = reader.value("published")
        self.`protocol` = reader.value("protocol")
        hostIP = reader.value("host_ip")
        mode = reader.value("mode")
        name = reader.value("name")
        appProtocol = reader.value("app_protocol")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write(required: "target", target, default: 0)
        writer.write("published", published)
        writer.write("protocol", `protocol`)
        writer.write("host_ip", hostIP)
        writer.write("mode", mode)
        writer.write("name", name)
        writer.write("app_protocol", appProtocol)
    }
}
