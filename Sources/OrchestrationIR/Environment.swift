/// An environment variable of a container.
public struct EnvironmentVariable: Sendable, Equatable {
    /// Where the value comes from.
    public enum Value: Sendable, Equatable {
        /// The value itself.
        case literal(String)
        /// The environment of whoever starts the application; unset when it has no such variable.
        case fromCaller
        /// An entry of an asset; `optional` says whether a missing one is no fault.
        case assetKey(asset: AssetID, key: String, optional: Bool)
        /// A property of the running instance, by the orchestrator's name of it.
        case instanceField(String)
    }

    /// The name.
    public var name: String
    /// Where the value comes from.
    public var value: Value

    /// Creates a variable.
    public init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }
}

/// An asset whose entries become environment variables of a container.
public struct EnvironmentSource: Sendable, Equatable {
    /// The asset.
    public var asset: AssetID
    /// What is put before each name.
    public var prefix: String
    /// Whether a missing asset is no fault.
    public var optional: Bool

    /// Creates a source.
    public init(asset: AssetID, prefix: String = "", optional: Bool = false) {
        self.asset = asset
        self.prefix = prefix
        self.optional = optional
    }
}
