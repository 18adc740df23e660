/// Who goes when room is needed.
///
/// A policy holds candidates and ranks them. It knows no capacity: whoever calls decides when to release
/// (``BoundedSet`` does it for a fixed capacity). Policies are values: a copy is a snapshot, and the same operations on
/// equal values choose the same candidates, on every machine.
///
/// One call of `admit` or `use` is one batch. Policies that rank sets of candidates take batches for sets; equal times on
/// a clock never make a set. Every error names the candidate and leaves the policy as it was.
public protocol EvictionPolicy<ID>: Sendable {
    /// What names a candidate.
    associatedtype ID: Hashable & Sendable

    /// How many candidates there are, and how much they take.
    var occupancy: Occupancy { get }

    /// The candidate named `id`. O(1).
    func candidate(_ id: ID) -> Candidate<ID>?

    /// Why `id` may not be released; nil if it may, or is not there. O(1).
    func pinReason(_ id: ID) -> String?

    /// All that may not be released, with the reasons. O(p log p) for p pins.
    var pins: [EvictionError.Pin] { get }

    /// Takes in candidates; together they are one batch.
    mutating func admit(_ batch: some Collection<Candidate<ID>>) throws(EvictionError)

    /// Notes that candidates were used; together they are one batch, the most recent one.
    mutating func use(_ batch: some Collection<ID>) throws(EvictionError)

    /// Changes the space that a candidate uses. That is no use of it.
    mutating func update(_ id: ID, used: UInt64) throws(EvictionError)

    /// Keeps `id` from being released until it is unpinned. A second pin replaces the reason.
    mutating func pin(_ id: ID, reason: String) throws(EvictionError)

    /// Lets `id` be released again; does nothing if it was not pinned.
    mutating func unpin(_ id: ID) throws(EvictionError)

    /// Takes out a candidate, pinned or not, without choosing; nil if it is not there.
    @discardableResult mutating func remove(_ id: ID) -> Candidate<ID>?

    /// Chooses a candidate that is not pinned, takes it out, and says why; nil if there is none.
    mutating func release() -> Decision<ID>?
}

/// How full something is. Sizes are sums of ``Candidate/size``.
public struct Occupancy: Sendable, Hashable, Codable {
    /// The number of candidates.
    public var count = 0
    /// Their sizes.
    public var size: UInt64 = 0
    /// The number of those that are pinned.
    public var pinnedCount = 0
    /// The sizes of those that are pinned.
    public var pinnedSize: UInt64 = 0

    /// Nothing.
    public init() {}

    /// How many may be released.
    public var eligibleCount: Int { count - pinnedCount }
}

extension EvictionPolicy {
    /// How many candidates there are.
    public var count: Int { occupancy.count }

    /// Whether `id` is there. O(1).
    public func contains(_ id: ID) -> Bool { candidate(id) != nil }

    /// Takes in one candidate, a batch of its own.
    public mutating func admit(_ candidate: Candidate<ID>) throws(EvictionError) {
        try admit(CollectionOfOne(candidate))
    }

    /// Notes that one candidate was used, a batch of its own.
    public mutating func use(_ id: ID) throws(EvictionError) {
        try use(CollectionOfOne(id))
    }
}
