/// How the number of instances of a workload follows the load.
public struct Autoscaling: Sendable, Equatable {
    /// The least number of instances.
    public var minimum: Int
    /// The greatest number of instances.
    public var maximum: Int
    /// The use of processor time to keep, in hundredths of what is requested.
    public var processorPercent: Int?
    /// The use of memory to keep, in hundredths of what is requested.
    public var memoryPercent: Int?
    /// The use of memory to keep, in bytes for each instance.
    public var memoryBytes: Int64?

    /// Creates limits and targets.
    public init(
        minimum: Int,
        maximum: Int,
        processorPercent: Int? = nil,
        memoryPercent: Int? = nil,
        memoryBytes: Int64? = nil
    ) {
        self.minimum = minimum
        self.maximum = maximum
        self.processorPercent = processorPercent
        self.memoryPercent = memoryPercent
        self.memoryBytes = memoryBytes
    }
}
