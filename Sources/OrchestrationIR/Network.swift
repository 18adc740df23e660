public import OrderedCollections

/// A network that separates the workloads on it from others.
public struct Network: Sendable, Equatable {
    /// The name, unique among the networks.
    public var name: String
    /// Whether the network leads nowhere outside.
    public var isInternal: Bool
    /// The name that the network has at the orchestrator, if it exists already and is only used here.
    public var externalName: String?
    /// Labels.
    public var labels: OrderedDictionary<String, String>
    /// Where the network came from.
    public var origin: Origin

    /// Creates a network.
    public init(
        name: String,
        isInternal: Bool = false,
        externalName: String? = nil,
        labels: OrderedDictionary<String, String> = [:],
        origin: Origin = .none
    ) {
        self.name = name
        self.isInternal = isInternal
        self.externalName = externalName
        self.labels = labels
        self.origin = origin
    }
}
