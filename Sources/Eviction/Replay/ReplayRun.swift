/// One replay: which objects are there, and how full it is.
struct ReplayRun<Ranking: SlotRanking> {
    private(set) var result = ReplayResult()
    private var ranking: Ranking
    private let trace: Trace
    private let capacity: Capacity
    private let options: ReplayOptions
    /// What each object takes of the capacity; 0 for what is not there.
    private var shares: [UInt64]
    private var free: UInt64

    init(_ ranking: Ranking, _ trace: Trace, _ capacity: Capacity, _ options: ReplayOptions) {
        self.ranking = ranking
        self.trace = trace
        self.capacity = capacity
        self.options = options
        shares = [UInt64](repeating: 0, count: trace.objectCount)
        free = capacity.total
        self.ranking.grow(to: trace.objectCount)
    }

    /// Runs all requests; `startsBatch` says with which a new batch begins.
    @inline(__always) mutating func replay(startsBatch: (Int) -> Bool) {
        result.requests = trace.count
        if trace.sizes.isEmpty {
            for (index, object) in trace.objects.enumerated() {
                if startsBatch(index) { ranking.beginBatch() }
                request(object, size: 1)
            }
            result.requestedSize = UInt64(trace.count)
        } else {
            for (index, object) in trace.objects.enumerated() {
                if startsBatch(index) { ranking.beginBatch() }
                let size = trace.sizes[index]
                result.requestedSize &+= size
                request(object, size: size)
            }
        }
    }

    @inline(__always) private mutating func request(_ object: Slot, size: UInt64) {
        if shares[Int(object)] != 0 {
            ranking.use(object)
            return
        }
        result.misses += 1
        result.missedSize &+= size
        // What takes nothing is counted as 1, so that it can be there.
        let share = max(1, capacity.share(ofSize: size))
        guard share <= capacity.total else {
            result.bypasses += 1
            return
        }
        while free < share, let release = ranking.release() {
            result.replacements += 1
            if case .tieInBatch = release.reason { result.tiedReplacements += 1 }
            free += shares[Int(release.slot)]
            shares[Int(release.slot)] = 0
            if Ranking.remembersReleased { while ranking.expire() != nil {} }
        }
        free -= share
        shares[Int(object)] = share
        let space = Int(object) < options.spaces.count ? options.spaces[Int(object)] : 1
        ranking.insert(object, SlotTraits(remaining: space, size: size, cost: options.cost.seconds(size: size)))
    }
}
