public import YAMLTree

/// When the containers of a service restart.
public struct RestartPolicy: MappingCodable, Sendable, Equatable {
    /// `none`, `on-failure` or `any`; absent means any.
    public var condition: String?
    /// The time between attempts.
    public var delay: ComposeDuration?
    /// The number of attempts; absent means no limit.
    public var maxAttempts: Int?
    /// The time after which a restart counts as successful.
    public var window: ComposeDuration?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        condition: String? = nil,
        delay: ComposeDuration? = nil,
        maxAttempts: Int? = nil,
        window: ComposeDuration? = nil,
        fields: RetainedFields = .none
    ) {
        self.condition = condition
        self.delay = delay
        self.maxAttempts = maxAttempts
        self.window = window
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        condition = reader.value("condition")
        delay = reader.value("delay")
        maxAttempts = reader.value("max_attempts")
        window = reader.value("window")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("condition", condition)
        writer.write("delay", delay)
        writer.write("max_attempts", maxAttempts)
        writer.write("window", window)
    }
}
