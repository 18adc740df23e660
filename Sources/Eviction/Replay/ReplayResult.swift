/// What a policy did on a trace.
public struct ReplayResult: Sendable, Hashable, Codable {
    /// The requests.
    public var requests = 0
    /// The requests for what was not there.
    public var misses = 0
    /// The releases.
    public var replacements = 0
    /// The releases in which space decided within a batch of several members.
    public var tiedReplacements = 0
    /// The misses of objects larger than the capacity, which are not taken in.
    public var bypasses = 0
    /// The sizes of all requests.
    public var requestedSize: UInt64 = 0
    /// The sizes of the misses.
    public var missedSize: UInt64 = 0

    /// Creates a result of no requests.
    public init() {}

    /// Misses for each request; 0 without requests.
    public var missRatio: Double { ratio(Double(misses), Double(requests)) }
    /// Releases for each request: the paper's replacement rate, which it names and does not define.
    public var replacementRate: Double { ratio(Double(replacements), Double(requests)) }
    /// The share of the requested sizes that was not there.
    public var missedSizeRatio: Double { ratio(Double(missedSize), Double(requestedSize)) }

    /// The mean time in seconds that a request waits for what is not there, if nothing is fetched at the same time.
    public func meanWait(_ cost: FetchCost) -> Double {
        ratio(cost.seconds(count: misses, size: missedSize), Double(requests))
    }

    private func ratio(_ part: Double, _ whole: Double) -> Double { whole == 0 ? 0 : part / whole }
}
