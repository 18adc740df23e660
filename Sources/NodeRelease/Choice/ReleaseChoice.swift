public import Eviction

/// Chooses the nodes to release: those that may be released go to a policy, and the policy says which goes first.
///
/// The policy gets the nodes in the order in which they were made, and then their uses. Uses that were at the same time are
/// one batch only if the caller says so: nodes that one rollout or one scaling-up used together. Equal times on a clock
/// never make a batch.
public struct ReleaseChoice: Sendable {
    /// Which policy decides.
    public var policy: ReleasePolicyName
    /// Whether the fullest or the emptiest node goes first, where space decides. Releasing the emptiest disturbs the
    /// least; releasing the fullest relieves pressure, or makes room for a larger node.
    public var order: SpaceOrder
    /// The uses of nodes, the oldest first; the names in one list were used together. With nil, a node was used when
    /// something was last placed on it, as the inventory says.
    public var uses: [[String]]?
    /// Kinds of obstacles that the caller does not mind.
    public var tolerated: Set<Obstacle.Kind>

    /// Creates a choice.
    public init(
        policy: ReleasePolicyName = .leastRecentBatch,
        order: SpaceOrder = .mostRemaining,
        uses: [[String]]? = nil,
        tolerating tolerated: Set<Obstacle.Kind> = []
    ) {
        self.policy = policy
        self.order = order
        self.uses = uses
        self.tolerated = tolerated
    }

    /// Chooses nodes, one after the other; what one release takes from budgets, quorums and pools counts for the next.
    ///
    /// Throws a `ReleaseError` when fewer than `count` may be released, when the uses name an unknown node, or when no plan
    /// can be made. O(count n log n) for n nodes.
    public func choose(_ count: Int = 1, from inventory: some NodeInventory) throws(ReleaseError) -> [ChosenNode] {
        var chosen: [ChosenNode] = []
        var released: [String] = []
        while chosen.count < count {
            let candidates = inventory.candidates(after: released, tolerating: tolerated)
            if released.isEmpty { try checkUses(candidates) }
            guard let decision = try release(candidates, released),
                let candidate = candidates.first(where: { $0.name == decision.id })
            else { throw ReleaseError(.nothingEligible) }
            let plan = try inventory.plan(releasing: candidate.name, after: released)
            chosen.append(ChosenNode(candidate: candidate, reason: decision.reason, plan: plan))
            released.append(candidate.name)
        }
        return chosen
    }

    private func checkUses(_ candidates: [ReleaseCandidate]) throws(ReleaseError) {
        let names = Set(candidates.map(\.name))
        for name in (uses ?? []).joined() where !names.contains(name) {
            throw ReleaseError(.unknownUse, node: name)
        }
    }

    private func release(
        _ candidates: [ReleaseCandidate],
        _ released: [String]
    ) throws(ReleaseError) -> Decision<String>? {
        var policy = self.policy.policy(order, count: max(1, candidates.count))
        do {
            for candidate in candidates.sorted(by: Self.wasMadeBefore) {
                try policy.admit(CollectionOfOne(candidate.forPolicy))
                if let obstacle = candidate.obstacles.first {
                    try policy.pin(candidate.name, reason: obstacle.description)
                }
            }
            let gone = Set(released)
            for batch in uses ?? Self.placements(candidates) { try policy.use(batch.filter { !gone.contains($0) }) }
        } catch {
            throw ReleaseError(.policy(error.description), node: error.id)
        }
        return policy.release()
    }

    /// The uses that the inventory tells, each on its own; nodes on which nothing was placed come first.
    private static func placements(_ candidates: [ReleaseCandidate]) -> [[String]] {
        candidates.filter { $0.lastUse != nil }.sorted { isEarlier(($0.lastUse, $0.name), ($1.lastUse, $1.name)) }
            .map { [$0.name] }
    }

    private static func wasMadeBefore(_ left: ReleaseCandidate, _ right: ReleaseCandidate) -> Bool {
        isEarlier((left.created, left.name), (right.created, right.name))
    }
}

/// A node that was chosen, why, and how it is released.
public struct ChosenNode: Sendable {
    /// The node.
    public let candidate: ReleaseCandidate
    /// Why the policy chose it.
    public let reason: ReleaseReason
    /// How it is released.
    public let plan: ReleasePlan
}

extension ReleaseCandidate {
    /// What policies look at, in mebibytes: they rank small numbers fastest.
    fileprivate var forPolicy: Candidate<String> {
        let capacity = max(1, self.capacity >> 20)
        return Candidate(
            id: name,
            capacity: capacity,
            used: min(capacity, used >> 20),
            size: capacity,
            cost: cost.isFinite ? max(0, cost) : 0
        )
    }
}

/// By time, and by name where that is the same; what has no time comes first.
private func isEarlier(_ left: (Moment?, String), _ right: (Moment?, String)) -> Bool {
    switch (left.0, right.0) {
    case (let first?, let second?) where first != second: first < second
    case (nil, _?): true
    case (_?, nil): false
    default: left.1 < right.1
    }
}
