public import OrderedCollections
public import YAMLTree

/// A Compose application: its services and the resources that they share.
///
/// It holds the canonical form that `docker compose config` prints, after merging, interpolation and the expansion of
/// short forms. Values are unescaped: a `$` is a dollar sign (`ComposeWriter.escaped(_:)` doubles them again).
public struct ComposeProject: MappingCodable, Sendable, Equatable {
    /// The name of the project, which prefixes the names of its containers, networks and volumes.
    public var name: String?
    /// The services by name, in the order of the text.
    public var services: OrderedDictionary<String, Service>
    /// The networks by key.
    public var networks: OrderedDictionary<String, Network>
    /// The named volumes by key.
    public var volumes: OrderedDictionary<String, Volume>
    /// The configuration files by key.
    public var configs: OrderedDictionary<String, Config>
    /// The secrets by key.
    public var secrets: OrderedDictionary<String, Secret>
    /// The AI models by key.
    public var models: OrderedDictionary<String, Model>
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        name: String? = nil,
        services: OrderedDictionary<String, Service> = [:],
        networks: OrderedDictionary<String, Network> = [:],
        volumes: OrderedDictionary<String, Volume> = [:],
        configs: OrderedDictionary<String, Config> = [:],
        secrets: OrderedDictionary<String, Secret> = [:],
        models: OrderedDictionary<String, Model> = [:],
        fields: RetainedFields = .none
    ) {
        self.name = name
        self.services = services
        self.networks = networks
        self.volumes = volumes
        self.configs = configs
        self.secrets = secrets
        self.models = models
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        name = reader.value("name")
        services = reader.map("services")
        networks = reader.map("networks")
        volumes = reader.map("volumes")
        configs = reader.map("configs")
        secrets = reader.map("secrets")
        models = reader.map("models")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("name", name)
        writer.write("services", services)
        writer.write("networks", networks)
        writer.write("volumes", volumes)
        writer.write("configs", configs)
        writer.write("secrets", secrets)
        writer.write("models", models)
    }
}
