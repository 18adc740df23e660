/// The protocol of a port.
public enum TransportProtocol: String, Sendable, Hashable, CaseIterable {
    /// TCP.
    case tcp
    /// UDP.
    case udp
    /// SCTP.
    case sctp
}

/// A port on which a container listens.
public struct ContainerPort: Sendable, Equatable {
    /// The name, if endpoints refer to it by name.
    public var name: String?
    /// The number, from 1 to 65535.
    public var number: Int
    /// The protocol.
    public var transport: TransportProtocol
    /// The port of the node on which the container runs that leads to this one.
    public var nodePort: Int?
    /// The address of the node to which `nodePort` is bound; nil means all.
    public var nodeAddress: String?

    /// Creates a port.
    public init(
        _ number: Int,
        transport: TransportProtocol = .tcp,
        name: String? = nil,
        nodePort: Int? = nil,
        nodeAddress: String? = nil
    ) {
        self.name = name
        self.number = number
        self.transport = transport
        self.nodePort = nodePort
        self.nodeAddress = nodeAddress
    }
}
