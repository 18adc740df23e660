/// Something that takes space on one node for some time, such as a pod.
public struct NodeTask: Sendable, Hashable {
    /// When it arrives, in the unit of its trace.
    public var arrival: UInt64
    /// How long it stays.
    public var duration: UInt64
    /// The space that it takes, in the unit of the nodes' space.
    public var size: UInt64

    /// Creates a task.
    public init(arrival: UInt64, duration: UInt64, size: UInt64) {
        self.arrival = arrival
        self.duration = duration
        self.size = size
    }
}

extension Trace {
    /// The requests as tasks, in the order of their arrival, which is counted from the earliest. A request without a size
    /// takes 1; one that ends before it begins stays no time.
    ///
    /// - Returns: Nil if the trace does not say when requests come and end.
    /// - Complexity: O(n log n)
    public var nodeTasks: [NodeTask]? {
        guard !isEmptyOfTimes else { return count == 0 ? [] : nil }
        let sorted = timeReversals > 0 ? sortedByTime() : self
        let start = sorted.times[0]
        return sorted.times.indices.map { index in
            NodeTask(
                arrival: sorted.times[index].distance(since: start),
                duration: sorted.ends[index].distance(since: sorted.times[index]),
                size: sorted.sizes.isEmpty ? 1 : sorted.sizes[index]
            )
        }
    }

    private var isEmptyOfTimes: Bool { times.isEmpty || ends.isEmpty }
}

extension Int64 {
    /// The time since an earlier one; zero if that one is later.
    fileprivate func distance(since earlier: Int64) -> UInt64 {
        self <= earlier ? 0 : UInt64(bitPattern: self) &- UInt64(bitPattern: earlier)
    }
}
