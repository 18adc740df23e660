/// How a replay treats what a trace does not say.
public struct ReplayOptions: Sendable, Hashable {
    /// What requests make one batch.
    public enum Batching: Sendable, Hashable {
        /// Each is one of its own.
        case single
        /// So many in a row are.
        case every(Int)
        /// Those of one time are. Only for comparison with simulators that do it: clocks do not make batches.
        case byTime
    }

    /// What requests make one batch.
    public var batching: Batching
    /// The space left of each object, by its number; objects beyond its end have 1.
    public var spaces: [UInt64]
    /// What fetching an object of some size costs; GDSF ranks by it.
    public var cost: FetchCost

    /// Creates options.
    public init(batching: Batching = .single, spaces: [UInt64] = [], cost: FetchCost = FetchCost()) {
        self.batching = batching
        self.spaces = spaces
        self.cost = cost
    }
}

/// The time to fetch something: a round trip, and the transfer of its bytes.
public struct FetchCost: Sendable, Hashable, Codable {
    /// The time that any fetch takes, in seconds.
    public var roundTrip: Double
    /// Sizes per second; infinite if only round trips count.
    public var bandwidth: Double

    /// Creates a model; by default every fetch costs 1.
    public init(roundTrip: Double = 1, bandwidth: Double = .infinity) {
        self.roundTrip = roundTrip
        self.bandwidth = bandwidth
    }

    /// The seconds to fetch `count` things of `size` together.
    public func seconds(count: Int = 1, size: UInt64) -> Double {
        Double(count) * roundTrip + Double(size) / bandwidth
    }
}
