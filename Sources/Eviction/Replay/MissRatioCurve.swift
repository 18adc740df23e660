/// The misses of LRU for every capacity, from one pass over a trace (Mattson's stack distances).
public struct MissRatioCurve: Sendable, Hashable {
    /// The requests.
    public let requests: Int
    /// By capacity from 0: the misses of LRU in a set of so many objects. The last one is the number of first requests.
    public let misses: [Int]

    /// Counts the distances in `trace`: the different objects between two requests for the same one. O(n log n).
    public init(leastRecentlyUsed trace: Trace) {
        requests = trace.count
        var hits = [Int](repeating: 0, count: trace.objectCount + 1)
        var latest = [Int](repeating: -1, count: trace.objectCount)
        // 1 at the latest request of each object.
        var marks = PrefixSums(count: trace.count)
        for (index, object) in trace.objects.enumerated() {
            let before = latest[Int(object)]
            if before >= 0 {
                hits[marks.total - marks.sum(through: before) + 1] += 1
                marks.add(-1, at: before)
            }
            marks.add(1, at: index)
            latest[Int(object)] = index
        }
        var left = trace.count
        misses = hits.map { hit in
            left -= hit
            return left
        }
    }

    /// The share of misses in a set of `capacity` objects; 0 without requests.
    public func missRatio(capacity: Int) -> Double {
        guard requests > 0 else { return 0 }
        return Double(misses[min(max(0, capacity), misses.count - 1)]) / Double(requests)
    }
}

/// Sums of prefixes of numbers that change (a Fenwick tree): both steps O(log n).
private struct PrefixSums {
    private var tree: [Int32]
    private(set) var total = 0

    init(count: Int) {
        tree = [Int32](repeating: 0, count: count + 1)
    }

    mutating func add(_ change: Int32, at index: Int) {
        total += Int(change)
        var position = index + 1
        while position < tree.count {
            tree[position] += change
            position += position & -position
        }
    }

    func sum(through index: Int) -> Int {
        var position = index + 1
        var sum = 0
        while position > 0 {
            sum += Int(tree[position])
            position &= position - 1
        }
        return sum
    }
}
