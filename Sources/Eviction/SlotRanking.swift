/// A place in the flat arrays of a ranking. Places are numbered from zero, without large gaps.
public typealias Slot = UInt32

/// What a ranking may look at.
public struct SlotTraits: Sendable, Hashable {
    /// The space left.
    public var remaining: UInt64
    /// The size.
    public var size: UInt64
    /// What it costs to have it again.
    public var cost: Double

    /// Creates traits.
    public init(remaining: UInt64 = 1, size: UInt64 = 1, cost: Double = 1) {
        self.remaining = remaining
        self.size = size
        self.cost = cost
    }
}

/// The rule of a policy, on numbered slots: what ``RankedPolicy`` puts names on and checks, and what a replay runs bare.
///
/// A slot is absent, ranked or suspended. Callers keep to that: they insert what is absent, use, update and remove what is
/// not, suspend what is ranked and resume what is suspended. Rankings do not check it again.
public protocol SlotRanking: Sendable {
    /// Whether released slots are remembered for a time, as in the ghost queue of S3-FIFO. Callers then ask
    /// ``expire()`` before they give such a slot to another candidate.
    static var remembersReleased: Bool { get }

    /// Makes room for the slots below `count`. O(count), amortised O(1) for each new slot.
    mutating func grow(to count: Int)

    /// What is inserted and used from here on is one batch, until the next call.
    mutating func beginBatch()

    /// Ranks an absent slot.
    mutating func insert(_ slot: Slot, _ traits: SlotTraits)

    /// Notes a use. A suspended slot stays suspended.
    mutating func use(_ slot: Slot)

    /// Notes that the space left has changed.
    mutating func update(_ slot: Slot, remaining: UInt64)

    /// Takes a ranked slot out of the choice.
    mutating func suspend(_ slot: Slot)

    /// Puts a suspended slot back.
    mutating func resume(_ slot: Slot)

    /// Makes a ranked or suspended slot absent.
    mutating func remove(_ slot: Slot)

    /// Chooses a ranked slot and makes it absent; nil if none is ranked.
    mutating func release() -> RankedRelease?

    /// A slot that was released and is no longer remembered; nil if there is none. Call it until it answers nil.
    mutating func expire() -> Slot?
}

/// What a ranking chose.
public struct RankedRelease: Sendable, Hashable {
    /// The slot.
    public let slot: Slot
    /// Why.
    public let reason: ReleaseReason

    /// Creates a choice.
    @inline(__always) public init(slot: Slot, reason: ReleaseReason) {
        self.slot = slot
        self.reason = reason
    }
}

extension SlotRanking {
    /// Most rankings forget what they release.
    public static var remembersReleased: Bool { false }

    /// Most rankings know no batches.
    public mutating func beginBatch() {}

    /// Most rankings do not look at space.
    public mutating func update(_ slot: Slot, remaining: UInt64) {}

    /// Most rankings forget what they release.
    public mutating func expire() -> Slot? { nil }
}
