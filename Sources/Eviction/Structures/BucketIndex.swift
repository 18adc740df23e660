/// A set of small integers with its least and greatest member in a few steps: a tree of 64-bit words, each bit of which
/// says whether the word below it holds anything.
struct BucketIndex: Sendable {
    /// The lowest level first.
    private var levels: [[UInt64]] = []

    /// Creates an empty set of numbers below `bound`.
    init(bound: Int) {
        var words = max(1, bound)
        repeat {
            words = (words + 63) / 64
            levels.append([UInt64](repeating: 0, count: words))
        } while words > 1
    }

    mutating func insert(_ number: Int) {
        var position = number
        for level in levels.indices {
            let word = levels[level][position >> 6]
            levels[level][position >> 6] = word | 1 << UInt64(position & 63)
            if word != 0 { return }
            position >>= 6
        }
    }

    mutating func remove(_ number: Int) {
        var position = number
        for level in levels.indices {
            levels[level][position >> 6] &= ~(1 << UInt64(position & 63))
            if levels[level][position >> 6] != 0 { return }
            position >>= 6
        }
    }

    func contains(_ number: Int) -> Bool {
        levels[0][number >> 6] >> UInt64(number & 63) & 1 == 1
    }

    /// The least number; nil if there is none.
    var first: Int? {
        descend { $0.trailingZeroBitCount }
    }

    /// The greatest number; nil if there is none.
    var last: Int? {
        descend { 63 - $0.leadingZeroBitCount }
    }

    @inline(__always) private func descend(_ choose: (UInt64) -> Int) -> Int? {
        var position = 0
        for level in levels.indices.reversed() {
            let word = levels[level][position]
            if word == 0 { return nil }
            position = position << 6 | choose(word)
        }
        return position
    }
}
