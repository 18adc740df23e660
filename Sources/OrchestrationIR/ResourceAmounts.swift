public import OrderedCollections

/// Amounts of what containers use.
public struct ResourceAmounts: Sendable, Equatable {
    /// Processor time in billionths of a core.
    public var nanoCPUs: Int64?
    /// Memory in bytes.
    public var memoryBytes: Int64?
    /// How many processes there may be.
    public var processes: Int?
    /// Amounts of other resources by their names, such as `nvidia.com/gpu`.
    public var others: OrderedDictionary<String, String>

    /// Creates amounts.
    public init(
        nanoCPUs: Int64? = nil,
        memoryBytes: Int64? = nil,
        processes: Int? = nil,
        others: OrderedDictionary<String, String> = [:]
    ) {
        self.nanoCPUs = nanoCPUs
        self.memoryBytes = memoryBytes
        self.processes = processes
        self.others = others
    }

    /// Whether no amount is given.
    public var isEmpty: Bool {
        nanoCPUs == nil && memoryBytes == nil && processes == nil && others.isEmpty
    }
}
