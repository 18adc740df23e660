/// What a policy released, and why.
public struct Decision<ID: Hashable & Sendable>: Sendable, Hashable {
    /// Who was released.
    public let id: ID
    /// What made the policy choose it.
    public let reason: ReleaseReason
    /// The size that its release gives back.
    public let reclaimed: UInt64

    /// Creates a decision.
    public init(id: ID, reason: ReleaseReason, reclaimed: UInt64) {
        self.id = id
        self.reason = reason
        self.reclaimed = reclaimed
    }
}

extension Decision: Encodable where ID: Encodable {}
extension Decision: Decodable where ID: Decodable {}

/// Why a candidate was chosen.
public enum ReleaseReason: Sendable, Hashable, Codable {
    /// No other came in later.
    case lastInserted
    /// No other came in earlier.
    case firstInserted
    /// No other has been unused for longer.
    case leastRecentlyUsed
    /// No other has less space left (or more, as the order says).
    case space(remaining: UInt64, order: SpaceOrder)
    /// It belongs to the least recently used batch, which has `size` members that may be released, and space decides there.
    case tieInBatch(size: Int, remaining: UInt64, order: SpaceOrder)
    /// No other has a lower priority.
    case priority(Double)
    /// It was not used since it came in or was last looked at.
    case unvisited
}

extension ReleaseReason: CustomStringConvertible {
    /// A sentence for people.
    public var description: String {
        switch self {
        case .lastInserted: "it came in last"
        case .firstInserted: "it came in first"
        case .leastRecentlyUsed: "it has been unused for longest"
        case .space(let remaining, .leastRemaining): "it has the least space left (\(remaining))"
        case .space(let remaining, .mostRemaining): "it has the most space left (\(remaining))"
        case .tieInBatch(let size, let remaining, let order):
            "of the \(size) least recently used, it has the \(order == .leastRemaining ? "least" : "most") space left "
                + "(\(remaining))"
        case .priority(let priority): "it has the lowest priority (\(priority))"
        case .unvisited: "it was not used since it was last looked at"
        }
    }
}
