import Eviction

/// What an operation costs with 1,000 and with 100,000 candidates.
///
/// Nine of ten operations use or update a candidate, one releases and inserts.
struct ScalingTable {
    private struct Row {
        let name: String
        let small: Double
        let large: Double
    }

    private static let gate = 4.0
    private var rows: [Row] = []

    var allGatesHold: Bool { rows.allSatisfy { $0.large < Self.gate * $0.small } }

    static func measured() -> ScalingTable {
        var table = ScalingTable()
        table.add("LastInserted") { _ in LastInsertedRanking() }
        table.add("FirstInserted") { _ in FirstInsertedRanking() }
        table.add("LeastRecentlyUsed") { _ in RecencyRanking() }
        table.add("LeastRemaining, space below 1025") { _ in SpaceRanking(order: .leastRemaining) }
        table.add("LeastRemaining, any space", spaces: 1 << 40) { _ in SpaceRanking(order: .leastRemaining) }
        table.add("LeastRecentBatch, single") { _ in BatchRecencyRanking(order: .leastRemaining) }
        table.add("LeastRecentBatch, of 64", batch: 64) { _ in BatchRecencyRanking(order: .leastRemaining) }
        table.add("SIEVE") { _ in SieveRanking() }
        table.add("S3FIFO") { S3FIFORanking(capacity: .count($0)) }
        table.add("GDSF") { _ in GreedyDualRanking() }
        return table
    }

    var text: String {
        let lines = rows.map { row in
            let ratio = row.large / row.small
            let verdict = ratio < Self.gate ? "" : "  MISSED"
            let columns = [row.name, row.small.digits(1), row.large.digits(1), ratio.digits(2), "< 4\(verdict)"]
            return "| " + columns.joined(separator: " | ") + " |"
        }
        let head = [
            "| policy | ns/op, n = 1,000 | ns/op, n = 100,000 | ratio | gate |", "| --- | ---: | ---: | ---: | ---: |",
        ]
        return (head + lines).joined(separator: "\n") + "\n"
    }

    private mutating func add<Ranking: SlotRanking>(
        _ name: String,
        spaces: UInt64 = 1025,
        batch: Int = 1,
        _ make: @escaping (Int) -> Ranking
    ) {
        let time = { (count: Int) in
            (0..<5).map { _ in Self.nanoseconds(make(count), count, spaces, batch) }.min() ?? 0
        }
        rows.append(Row(name: name, small: time(1000), large: time(100_000)))
    }

    private static func nanoseconds(
        _ start: some SlotRanking,
        _ count: Int,
        _ spaces: UInt64,
        _ batch: Int
    ) -> Double {
        var ranking = start
        ranking.grow(to: count)
        var numbers = Numbers()
        for slot in 0..<count {
            if slot % batch == 0 { ranking.beginBatch() }
            ranking.insert(Slot(slot), SlotTraits(remaining: numbers.next() % spaces, size: numbers.next() % 1000))
        }
        let operations = 2_000_000
        let time = seconds {
            for step in 0..<operations {
                if step % batch == 0 { ranking.beginBatch() }
                let number = numbers.next()
                let slot = Slot(number >> 32) % Slot(count)
                switch number % 10 {
                case 0:
                    guard let released = ranking.release() else { continue }
                    while ranking.expire() != nil {}
                    ranking.insert(
                        released.slot,
                        SlotTraits(remaining: (number >> 8) % spaces, size: (number >> 8) % 1000)
                    )
                case 1...5: ranking.use(slot)
                default: ranking.update(slot, remaining: (number >> 8) % spaces)
                }
            }
        }
        return time * 1e9 / Double(operations)
    }
}

/// Random numbers that cost next to nothing.
struct Numbers {
    private var state: UInt64 = 9

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
