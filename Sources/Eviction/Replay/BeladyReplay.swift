/// Belady's offline policy: releases what is used again last, or never.
///
/// What is there is the set of its next uses, and no two objects share one: a request is a hit exactly if its index is in
/// that set, and the victim is the set's greatest member.
enum BeladyReplay {
    static func run(_ trace: Trace, _ capacity: Capacity) -> ReplayResult {
        var result = ReplayResult()
        result.requests = trace.count
        let next = trace.nextUses()
        var pending = BucketIndex(bound: max(1, trace.count))
        /// The shares of what is there and never used again.
        var dead: [UInt64] = []
        var shares = [UInt64](repeating: 0, count: trace.objectCount)
        var free = capacity.total
        for (index, object) in trace.objects.enumerated() {
            let size = trace.sizes.isEmpty ? 1 : trace.sizes[index]
            result.requestedSize &+= size
            if pending.contains(index) {
                pending.remove(index)
            } else {
                result.misses += 1
                result.missedSize &+= size
                let share = max(1, capacity.share(ofSize: size))
                guard share <= capacity.total else {
                    result.bypasses += 1
                    continue
                }
                while free < share {
                    result.replacements += 1
                    if let last = dead.popLast() {
                        free += last
                    } else if let last = pending.last {
                        pending.remove(last)
                        free += shares[Int(trace.objects[last])]
                    }
                }
                free -= share
                shares[Int(object)] = share
            }
            if next[index] < trace.count { pending.insert(next[index]) } else { dead.append(shares[Int(object)]) }
        }
        return result
    }
}
