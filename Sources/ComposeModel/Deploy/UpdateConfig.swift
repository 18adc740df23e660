public import YAMLTree

/// How changes of a service are rolled out, or back.
public struct UpdateConfig: MappingCodable, Sendable, Equatable {
    /// The number of containers to change at a time; 0 means all.
    public var parallelism: Int?
    /// The time between groups.
    public var delay: ComposeDuration?
    /// What to do on failure: `continue`, `pause` or `rollback`.
    public var failureAction: String?
    /// How long a container is watched for failure.
    public var monitor: ComposeDuration?
    /// The share of failures to tolerate, from 0 to 1.
    public var maxFailureRatio: Double?
    /// `stop-first` or `start-first`; absent means stop-first.
    public var order: String?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        parallelism: Int? = nil,
        delay: ComposeDuration? = nil,
        failureAction: String? = nil,
        monitor: ComposeDuration? = nil,
        maxFailureRatio: Double? = nil,
        order: String? = nil,
        fields: RetainedFields = .none
    ) {
        self.parallelism = parallelism
        self.delay = delay
        self.failureAction = failureAction
        self.monitor = monitor
        self.maxFailureRatio = maxFailureRatio
        self.order = order
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        parallelism = reader.value("parallelism")
        delay = reader.value("delay")
        failureAction = reader.value("failure_action")
        monitor = reader.value("monitor")
        maxFailureRatio = reader.value("max_failure_ratio")
        order = reader.value("order")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("parallelism", parallelism)
        writer.write("delay", delay)
        writer.write("failure_action", failureAction)
        writer.write("monitor", monitor)
        writer.write("max_failure_ratio", maxFailureRatio)
        writer.write("order", order)
    }
}
