/// The nodes of a system, and how one of them is released. Each orchestrator has one.
public protocol NodeInventory: Sendable {
    /// The nodes in the order of their names, each with what speaks against its release.
    ///
    /// - Parameters:
    ///   - released: The names of nodes that are going to be released before; they are left out, and what they take from
    ///     budgets, quorums and pools is gone.
    ///   - tolerated: Kinds of obstacles that the caller does not mind.
    /// - Returns: The nodes that are left.
    func candidates(after released: [String], tolerating tolerated: Set<Obstacle.Kind>) -> [ReleaseCandidate]

    /// The plan that releases a node of the inventory.
    ///
    /// Throws a `ReleaseError` when there is no such node, or obstacles that cannot be tolerated.
    func plan(releasing node: String, after released: [String]) throws(ReleaseError) -> ReleasePlan
}

extension NodeInventory {
    /// The nodes, when none is going to be released before and no obstacle is tolerated.
    public var candidates: [ReleaseCandidate] { candidates(after: [], tolerating: []) }

    /// The plan that releases a node of the inventory, when none is going to be released before.
    public func plan(releasing node: String) throws(ReleaseError) -> ReleasePlan {
        try plan(releasing: node, after: [])
    }
}

/// A release that cannot be planned.
public struct ReleaseError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Why.
    @nonexhaustive public enum Reason: Sendable, Hashable {
        /// The inventory has no node of this name.
        case unknownNode
        /// Obstacles stand in the way.
        case obstructed([Obstacle])
        /// No node may be released; the obstacles of each are in the inventory.
        case nothingEligible
        /// The policy refused a candidate, for the reason in the text.
        case policy(String)
        /// The uses that the caller gave name a node that the inventory does not have.
        case unknownUse
    }

    /// Why.
    public var reason: Reason
    /// The name of the node; nil for all.
    public var node: String?

    /// Creates an error.
    public init(_ reason: Reason, node: String? = nil) {
        self.reason = reason
        self.node = node
    }

    /// The node, why it cannot be released, and what to do.
    public var description: String {
        let name = node.map { "the node \($0)" } ?? "no node"
        switch reason {
        case .unknownNode: return "\(name) is not in the inventory; name one of those that are"
        case .obstructed(let obstacles):
            let list = obstacles.map(\.description).joined(separator: ", ")
            return "\(name) cannot be released: \(list); remove the obstacles, or allow them by name"
        case .nothingEligible: return "no node may be released; remove an obstacle, or allow it by name"
        case .policy(let text): return "the policy refused \(name): \(text)"
        case .unknownUse: return "the list of uses names \(name), which the inventory does not have"
        }
    }
}
