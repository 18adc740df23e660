public import OrderedCollections

/// The name of an asset together with its confidentiality: a configuration and a secret may share a name.
public struct AssetID: Sendable, Hashable {
    /// The name.
    public var name: String
    /// How confidential the contents are.
    public var confidentiality: Asset.Confidentiality

    /// Creates an identity.
    public init(_ name: String, _ confidentiality: Asset.Confidentiality) {
        self.name = name
        self.confidentiality = confidentiality
    }
}

/// Configuration or secrets that containers read: named entries with contents.
public struct Asset: Sendable, Equatable {
    /// How confidential the contents are.
    public enum Confidentiality: Sendable, Hashable {
        /// Configuration.
        case plain
        /// Secrets: the contents must not appear in messages and reports.
        case secret
    }

    /// An entry.
    public struct Entry: Sendable, Equatable {
        /// Where the content comes from.
        public enum Content: Sendable, Equatable {
            /// The bytes.
            case bytes([UInt8])
            /// A file that was not read.
            case file(path: String)
            /// A variable of the environment of whoever starts the application.
            case environment(variable: String)
        }

        /// The key, unique in the asset.
        public var key: String
        /// Where the content comes from.
        public var content: Content

        /// Creates an entry.
        public init(key: String, content: Content) {
            self.key = key
            self.content = content
        }
    }

    /// The name, unique among the assets of the same confidentiality.
    public var name: String
    /// How confidential the contents are.
    public var confidentiality: Confidentiality
    /// The entries in order.
    public var entries: [Entry]
    /// The name that the asset has at the orchestrator, if it exists already and is only used here.
    public var externalName: String?
    /// The use of a secret by the orchestrator's name of it, such as `kubernetes.io/tls`.
    public var type: String?
    /// Whether the contents never change.
    public var immutable: Bool?
    /// Labels.
    public var labels: OrderedDictionary<String, String>
    /// Where the asset came from.
    public var origin: Origin

    /// The name together with the confidentiality.
    public var id: AssetID { AssetID(name, confidentiality) }

    /// Creates an asset.
    public init(
        name: String,
        confidentiality: Confidentiality,
        entries: [Entry] = [],
        externalName: String? = nil,
        type: String? = nil,
        immutable: Bool? = nil,
        labels: OrderedDictionary<String, String> = [:],
        origin: Origin = .none
    ) {
        self.name = name
        self.confidentiality = confidentiality
        self.entries = entries
        self.externalName = externalName
        self.type = type
        self.immutable = immutable
        self.labels = labels
        self.origin = origin
    }
}
