/// Belady's policy for objects of different sizes: releases the largest product of size and time to the next use.
///
/// Exact, where others sample: within one size the last to be used again is the largest product, so only the heads of the
/// heaps of each size are compared, O(d) for d different sizes.
enum BeladySizeReplay {
    static func run(_ trace: Trace, _ capacity: Capacity) -> ReplayResult {
        var run = Run(trace, capacity)
        for index in trace.objects.indices { run.request(index) }
        return run.result
    }

    private struct Run {
        private let trace: Trace
        private let capacity: Capacity
        private let next: [Int]
        private var heap = SlotHeap()
        /// The heaps of the sizes that are there, by their places in `sizes`.
        private var roots: [Slot] = []
        private var sizes: [UInt64] = []
        private var classes: [UInt64: Int] = [:]
        /// The class of each object that is there, else -1.
        private var classOf: [Int]
        private var free: UInt64
        private(set) var result = ReplayResult()

        init(_ trace: Trace, _ capacity: Capacity) {
            self.trace = trace
            self.capacity = capacity
            next = trace.nextUses()
            classOf = [Int](repeating: -1, count: trace.objectCount)
            free = capacity.total
            result.requests = trace.count
        }

        mutating func request(_ index: Int) {
            let object = trace.objects[index]
            let size = trace.sizes.isEmpty ? 1 : trace.sizes[index]
            result.requestedSize &+= size
            var place = classOf[Int(object)]
            if place >= 0 {
                heap.remove(object, from: &roots[place])
            } else {
                result.misses += 1
                result.missedSize &+= size
                let share = max(1, capacity.share(ofSize: size))
                guard share <= capacity.total else {
                    result.bypasses += 1
                    return
                }
                while free < share, release(at: index) {}
                free -= share
                place = classNumber(of: share)
                classOf[Int(object)] = place
            }
            let key = SlotHeap.Key(rank: ~UInt64(next[index]), stamp: UInt64(object))
            heap.insert(object, key, into: &roots[place])
        }

        private mutating func classNumber(of share: UInt64) -> Int {
            if let number = classes[share] { return number }
            let number = sizes.count
            classes[share] = number
            sizes.append(share)
            roots.append(.end)
            return number
        }

        private mutating func release(at index: Int) -> Bool {
            var best = -1
            var worst = -1.0
            for place in roots.indices where roots[place] != .end {
                let use = Int(~heap.key(roots[place]).rank)
                // Never used again counts as infinitely late: the largest of those goes first.
                let distance = use == trace.count ? 1e18 : Double(use - index)
                let product = distance * Double(sizes[place])
                if product > worst { (best, worst) = (place, product) }
            }
            guard best >= 0 else { return false }
            let victim = roots[best]
            heap.remove(victim, from: &roots[best])
            classOf[Int(victim)] = -1
            free += sizes[best]
            result.replacements += 1
            return true
        }
    }
}
