/// One run of a pool: which tasks are where, and when they end.
struct NodePoolRun<Policy: EvictionPolicy<Int>> {
    private struct Task {
        var size: UInt64
        var node: Int
    }

    private(set) var result = NodePool.Result()
    private let pool: NodePool
    private var policy: Policy
    private var generator: SplitMix
    /// The policy's name of the node at each place; a replaced node gets a new name.
    private var names: [Int] = []
    private var used: [UInt64]
    private var tasks: [Task] = []
    /// The tasks of each node.
    private var running: [Set<Slot>]
    /// The tasks that run, by the time of their end.
    private var ends = SlotHeap()
    private var next = Slot.end
    private var nodeCount: Int

    init(_ pool: NodePool, _ policy: Policy, _ seed: UInt64) {
        self.pool = pool
        self.policy = policy
        generator = SplitMix(seed: seed)
        nodeCount = max(1, pool.nodes)
        used = [UInt64](repeating: 0, count: nodeCount)
        running = [Set<Slot>](repeating: [], count: nodeCount)
    }

    mutating func start() throws(EvictionError) {
        names = Array(0..<nodeCount)
        try policy.admit(names.map { Candidate(id: $0, capacity: pool.space) })
    }

    /// Makes up a task of a random size and duration, at most as large as a node, and places it.
    mutating func arriveAtRandom(at time: UInt64) throws(EvictionError) {
        let size = min(pool.space, .random(in: pool.sizes, using: &generator))
        try arrive(NodeTask(arrival: time, duration: duration(), size: size))
    }

    /// Places a task; when it fits nowhere, in a fresh node instead of the one that the policy releases.
    mutating func arrive(_ task: NodeTask) throws(EvictionError) {
        try endTasks(until: task.arrival)
        result.tasks += 1
        result.offeredSize = result.offeredSize.addingClamped(task.size)
        guard task.size <= pool.space else {
            result.refusedTasks += 1
            return
        }
        var place = place(for: task.size)
        if place == nil { place = try replaceNode() }
        guard let node = place else { return }
        used[node] += task.size
        try policy.update(names[node], used: used[node])
        try policy.use(names[node])
        tasks.append(Task(size: task.size, node: node))
        running[node].insert(Slot(tasks.count - 1))
        let end = task.arrival.addingClamped(task.duration)
        ends.insert(Slot(tasks.count - 1), SlotHeap.Key(rank: end, stamp: UInt64(tasks.count)), into: &next)
    }

    /// Evenly up to twice the mean that gives the load, one task arriving in each unit of time.
    private mutating func duration() -> UInt64 {
        let meanSize = Double(pool.sizes.lowerBound + pool.sizes.upperBound) / 2
        let mean = pool.load * Double(pool.space) * Double(nodeCount) / max(1, meanSize)
        return 1 + UInt64(generator.unit() * 2 * min(max(0, mean), 1e9))
    }

    private mutating func endTasks(until time: UInt64) throws(EvictionError) {
        while next != .end, ends.key(next).rank <= time {
            let ended = next
            let task = tasks[Int(ended)]
            ends.remove(ended, from: &next)
            running[task.node].remove(ended)
            used[task.node] -= task.size
            try policy.update(names[task.node], used: used[task.node])
        }
    }

    private func place(for size: UInt64) -> Int? {
        let fitting = used.indices.filter { pool.space - used[$0] >= size }
        return switch pool.placement {
        case .spread: fitting.min { used[$0] < used[$1] }
        case .pack: fitting.max { used[$0] < used[$1] }
        }
    }

    private mutating func replaceNode() throws(EvictionError) -> Int? {
        guard let decision = policy.release(), let node = names.firstIndex(of: decision.id) else { return nil }
        result.releases += 1
        result.lostSize += used[node]
        for task in running[node] { ends.remove(task, from: &next) }
        result.lostTasks += running[node].count
        running[node] = []
        used[node] = 0
        names[node] = (names.max() ?? 0) + 1
        try policy.admit(Candidate(id: names[node], capacity: pool.space))
        return node
    }
}

extension UInt64 {
    /// The sum, or the largest number if the sum is larger.
    fileprivate func addingClamped(_ other: UInt64) -> UInt64 {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? .max : sum
    }
}
