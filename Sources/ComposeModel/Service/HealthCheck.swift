public import YAMLTree

/// The check that tells whether a container is healthy.
public struct HealthCheck: MappingCodable, Sendable, Equatable {
    /// The command, led by `CMD`, `CMD-SHELL` or `NONE`; empty keeps the image's.
    public var test: [String]
    /// The time between checks.
    public var interval: ComposeDuration?
    /// How long one check may take.
    public var timeout: ComposeDuration?
    /// The number of failures in a row that make the container unhealthy.
    public var retries: Int?
    /// The time in which failures do not count.
    public var startPeriod: ComposeDuration?
    /// The time between checks during `start_period`.
    public var startInterval: ComposeDuration?
    /// Whether the check of the image is switched off.
    public var disable: Bool?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        test: [String] = [],
        interval: ComposeDuration? = nil,
        timeout: ComposeDuration? = nil,
        retries: Int? = nil,
        startPeriod: ComposeDuration? = nil,
        startInterval: ComposeDuration? = nil,
        disable: Bool? = nil,
        fields: RetainedFields = .none
    ) {
        self.test = test
        self.interval = interval
        self.timeout = timeout
        self.retries = retries
        self.startPeriod = startPeriod
        self.startInterval = startInterval
        self.disable = disable
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        test = reader.list("test")
        interval = reader.value("interval")
        timeout = reader.value("timeout")
        retries = reader.value("retries")
        startPeriod = reader.value("start_period")
        startInterval = reader.value("start_interval")
        disable = reader.value("disable")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("test", test)
        writer.write("interval", interval)
        writer.write("timeout", timeout)
        writer.write("retries", retries)
        writer.write("start_period", startPeriod)
        writer.write("start_interval", startInterval)
        writer.write("disable", disable)
    }
}
