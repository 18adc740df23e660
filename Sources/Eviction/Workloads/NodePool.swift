/// A pool of equal nodes on which tasks are placed, and from which a node is released when a task fits nowhere.
///
/// Here space drives the releases, as in a cluster, and not the number of nodes. The released node is replaced by an empty
/// one; the tasks on it are lost.
public struct NodePool: Sendable, Hashable {
    /// Where a task goes.
    public enum Placement: String, Sendable, Hashable, Codable, CaseIterable {
        /// To the node with the most space left.
        case spread
        /// To the node with the least space left in which it fits.
        case pack
    }

    /// What happened.
    public struct Result: Sendable, Hashable, Codable {
        /// The tasks that arrived.
        public internal(set) var tasks = 0
        /// The tasks among them that are larger than a node, and were turned away.
        public internal(set) var refusedTasks = 0
        /// The nodes that were released.
        public internal(set) var releases = 0
        /// The tasks that were lost with them.
        public internal(set) var lostTasks = 0
        /// The sizes of all tasks.
        public internal(set) var offeredSize: UInt64 = 0
        /// The sizes of the lost ones.
        public internal(set) var lostSize: UInt64 = 0

        /// Releases for each task.
        public var replacementRate: Double { Double(releases) / Double(max(1, tasks)) }
        /// The share of all work, by size, that was lost.
        public var displacedShare: Double { Double(lostSize) / Double(max(1, offeredSize)) }
        /// The tasks lost with one node.
        public var lostPerRelease: Double { Double(lostTasks) / Double(max(1, releases)) }
    }

    /// The number of nodes.
    public var nodes = 50
    /// The space of each.
    public var space: UInt64 = 1024
    /// The sizes of tasks, all as likely; at most `space`.
    public var sizes: ClosedRange<UInt64> = 16...256
    /// The work that arrives as a share of what the nodes can hold.
    public var load = 1.1
    /// Where tasks go.
    public var placement = Placement.spread
    /// The number of tasks.
    public var tasks = 20_000

    /// Creates the pool of the documentation's figures: 50 nodes of 1024, tasks of 16 to 256, a load of 1.1.
    public init() {}

    /// Runs the tasks of `seed` with a policy that holds nothing yet.
    ///
    /// - Throws: ``EvictionError`` if a node has no space.
    public func run(_ policy: some EvictionPolicy<Int>, seed: UInt64) throws(EvictionError) -> Result {
        var run = NodePoolRun(self, policy, seed)
        try run.start()
        for time in 0..<max(0, tasks) { try run.arriveAtRandom(at: UInt64(time)) }
        return run.result
    }

    /// Runs given tasks, in the order of the array, with a policy that holds nothing yet. Of the pool only ``nodes``,
    /// ``space`` and ``placement`` count.
    ///
    /// - Throws: ``EvictionError`` if a node has no space.
    public func run(_ policy: some EvictionPolicy<Int>, tasks: [NodeTask]) throws(EvictionError) -> Result {
        var run = NodePoolRun(self, policy, 0)
        try run.start()
        for task in tasks { try run.arrive(task) }
        return run.result
    }
}
