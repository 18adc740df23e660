public import OrderedCollections

/// Storage that outlives the containers that use it.
public struct Volume: Sendable, Equatable {
    /// Who may mount a volume at the same time, and how.
    public enum Access: Sendable, Hashable {
        /// The instances of one node, for reading and writing.
        case readWriteOneNode
        /// One instance only, for reading and writing.
        case readWriteOneInstance
        /// All nodes, for reading and writing.
        case readWriteManyNodes
        /// All nodes, for reading.
        case readOnlyManyNodes
    }

    /// The name, unique among the volumes.
    public var name: String
    /// The size in bytes; nil when the source names none.
    public var bytes: Int64?
    /// Who may mount it; empty when the source does not say.
    public var access: [Access]
    /// The class of storage, by the orchestrator's name of it.
    public var storageClass: String?
    /// The labels that existing storage must have to stand for the volume.
    public var selector: OrderedDictionary<String, String>
    /// The name that the volume has at its provider, if it exists already and is only used here.
    public var externalName: String?
    /// Labels.
    public var labels: OrderedDictionary<String, String>
    /// Where the volume came from.
    public var origin: Origin

    /// Creates a volume.
    public init(
        name: String,
        bytes: Int64? = nil,
        access: [Access] = [],
        storageClass: String? = nil,
        selector: OrderedDictionary<String, String> = [:],
        externalName: String? = nil,
        labels: OrderedDictionary<String, String> = [:],
        origin: Origin = .none
    ) {
        self.name = name
        self.bytes = bytes
        self.access = access
        self.storageClass = storageClass
        self.selector = selector
        self.externalName = externalName
        self.labels = labels
        self.origin = origin
    }
}
