/// Requests made up from a seed, with what a replay needs to know beside them.
public struct Workload: Sendable, Hashable {
    /// The requests. Their times count operations: requests of one time are one batch.
    public var trace: Trace
    /// The batches and the space left of each object.
    public var options: ReplayOptions

    /// Creates a workload of a trace, or of requests made elsewhere.
    public init(trace: Trace, options: ReplayOptions = ReplayOptions()) {
        self.trace = trace
        self.options = options
    }

    /// A popularity that does not change: object k of `objects` is requested in proportion to k^-exponent.
    public static func zipf(objects: Int, exponent: Double, requests: Int, seed: UInt64) -> Workload {
        shuffled(objects: objects, exponent: exponent, requests: requests, period: .max, seed: seed)
    }

    /// The same, but what is popular is drawn anew every `period` requests.
    public static func drift(
        objects: Int,
        exponent: Double,
        requests: Int,
        period: Int,
        seed: UInt64
    ) -> Workload {
        shuffled(objects: objects, exponent: exponent, requests: requests, period: max(1, period), seed: seed)
    }

    /// The objects 0, 1, ... `length` - 1, round and round.
    public static func loop(length: Int, requests: Int) -> Workload {
        made(of: (0..<max(0, requests)).map { ([UInt64($0 % max(1, length))], []) }, spaces: 1, seed: 0)
    }

    /// New objects, each requested a second time after `lag` others, and never again.
    public static func twice(objects: Int, lag: Int) -> Workload {
        let rounds = (0..<max(0, objects)).map { index -> Round in
            ([UInt64(index)], index >= lag ? [UInt64(index - lag)] : [])
        }
        return made(of: rounds, spaces: 1, seed: 0)
    }

    /// Batches of `size` new objects; the half of each batch that has the most space left, or the least, is used once more
    /// when `lag` further batches have come.
    public static func batches(
        count: Int,
        size: Int,
        lag: Int,
        reusing favoured: SpaceOrder,
        seed: UInt64
    ) -> Workload {
        let size = max(1, size)
        let spaces = randomSpaces(max(0, count) * size, seed)
        let rounds = (0..<max(0, count)).map { batch -> Round in
            let members = { (batch: Int) in (batch * size..<(batch + 1) * size).map { UInt64($0) } }
            guard batch >= lag else { return (members(batch), []) }
            let old = members(batch - lag).sorted {
                (favoured.key(spaces[Int($0)]), $0) < (favoured.key(spaces[Int($1)]), $1)
            }
            return (members(batch), Array(old.prefix(size / 2)))
        }
        return made(of: rounds, spaces: 1024, seed: seed)
    }

    /// What enters together, and what is used one by one after it.
    private typealias Round = (batch: [UInt64], uses: [UInt64])

    private static func made(of rounds: [Round], spaces range: UInt64, seed: UInt64) -> Workload {
        var trace = Trace()
        var interner = Trace.Interner()
        var operation: Int64 = 0
        for round in rounds {
            for operationMembers in [round.batch] + round.uses.map({ [$0] }) {
                for name in operationMembers {
                    // Workloads have far fewer objects than 32 bits can number.
                    guard let object = try? interner.number(of: name, in: &trace) else { continue }
                    trace.append(object, time: operation)
                }
                operation += 1
            }
        }
        let known = range > 1 ? randomSpaces(Int((trace.names.max() ?? 0) + 1), seed) : []
        let spaces = known.isEmpty ? [] : trace.names.map { known[Int($0)] }
        return Workload(trace: trace, options: ReplayOptions(batching: .byTime, spaces: spaces))
    }

    private static func randomSpaces(_ count: Int, _ seed: UInt64) -> [UInt64] {
        var generator = SplitMix(seed: ~seed)
        return (0..<count).map { _ in generator.next() % 1024 + 1 }
    }

    private static func shuffled(
        objects: Int,
        exponent: Double,
        requests: Int,
        period: Int,
        seed: UInt64
    ) -> Workload {
        var generator = SplitMix(seed: seed)
        let popularity = ZipfDistribution(count: max(1, objects), exponent: exponent)
        var names = Array(0..<UInt64(max(1, objects)))
        let rounds = (0..<max(0, requests)).map { index -> Round in
            if index % period == 0 { names.shuffle(using: &generator) }
            return ([names[popularity.draw(from: &generator)]], [])
        }
        return made(of: rounds, spaces: 1024, seed: seed)
    }
}
