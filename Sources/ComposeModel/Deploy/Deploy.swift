public import OrderedCollections
public import YAMLTree

/// Where and how many containers of a service run (Compose Deploy Specification).
public struct Deploy: MappingCodable, Sendable, Equatable {
    /// `replicated`, `global`, `replicated-job` or `global-job`; absent means replicated.
    public var mode: String?
    /// The number of containers.
    public var replicas: Int?
    /// `vip` gives the service one address, `dnsrr` answers those of its containers in turn.
    public var endpointMode: String?
    /// Labels of the service, not of its containers.
    public var labels: OrderedDictionary<String, String>
    /// Limits and reservations.
    public var resources: Resources?
    /// When containers restart.
    public var restartPolicy: RestartPolicy?
    /// Where containers may run.
    public var placement: Placement?
    /// How updates are rolled out.
    public var updateConfig: UpdateConfig?
    /// How failed updates are rolled back.
    public var rollbackConfig: UpdateConfig?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        mode: String? = nil,
        replicas: Int? = nil,
        endpointMode: String? = nil,
        labels: OrderedDictionary<String, String> = [:],
        resources: Resources? = nil,
        restartPolicy: RestartPolicy? = nil,
        placement: Placement? = nil,
        updateConfig: UpdateConfig? = nil,
        rollbackConfig: UpdateConfig? = nil,
        fields: RetainedFields = .none
    ) {
        self.mode = mode
        self.replicas = replicas
        self.endpointMode = endpointMode
        self.labels = labels
        self.resources = resources
        self.restartPolicy = restartPolicy
        self.placement = placement
        self.updateConfig = updateConfig
        self.rollbackConfig = rollbackConfig
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        mode = reader.value("mode")
        replicas = reader.value("replicas")
        endpointMode = reader.value("endpoint_mode")
        labels = reader.map("labels")
        resources = reader.value("resources")
        restartPolicy = reader.value("restart_policy")
        placement = reader.value("placement")
        updateConfig = reader.value("update_config")
        rollbackConfig = reader.value("rollback_config")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("mode", mode)
        writer.write("replicas", replicas)
        writer.write("endpoint_mode", endpointMode)
        writer.write("labels", labels)
        writer.write("resources", resources)
        writer.write("restart_policy", restartPolicy)
        writer.write("placement", placement)
        writer.write("update_config", updateConfig)
        writer.write("rollback_config", rollbackConfig)
    }
}
