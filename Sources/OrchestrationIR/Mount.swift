/// Something mounted into a container.
public struct ContainerMount: Sendable, Equatable {
    /// What is mounted.
    public enum Source: Sendable, Hashable {
        /// A volume of the application, by name.
        case volume(String)
        /// A file or directory of the node.
        case node(path: String)
        /// Space that lives as long as the instance, by a name that the workload's containers share.
        case scratch(name: String, inMemory: Bool, bytes: Int64?)
        /// Entries of an asset; empty `entries` means all under their own names.
        case asset(AssetID, entries: [AssetFile])
    }

    /// What is mounted.
    public var source: Source
    /// Where in the container.
    public var path: String
    /// The part of the source that is mounted; nil means all of it.
    public var subPath: String?
    /// Whether the container may not write.
    public var readOnly: Bool
    /// Where the mount came from.
    public var origin: Origin

    /// Creates a mount.
    public init(
        _ source: Source,
        at path: String,
        subPath: String? = nil,
        readOnly: Bool = false,
        origin: Origin = .none
    ) {
        self.source = source
        self.path = path
        self.subPath = subPath
        self.readOnly = readOnly
        self.origin = origin
    }
}

/// An entry of an asset as a file.
public struct AssetFile: Sendable, Hashable {
    /// The key of the entry.
    public var key: String
    /// The path of the file below the mount.
    public var path: String
    /// The permission bits, such as 0o440; nil leaves them to the orchestrator.
    public var mode: Int?

    /// Creates a file.
    public init(key: String, path: String, mode: Int? = nil) {
        self.key = key
        self.path = path
        self.mode = mode
    }
}
