/// A set of Unicode scalars: ranges in order that neither overlap nor touch.
struct RuneSet: Hashable, Sendable {
    struct Range: Hashable, Sendable {
        var first: UInt32
        var last: UInt32
    }

    static let lastRune: UInt32 = 0x10FFFF
    static let all = RuneSet(ranges: [Range(first: 0, last: lastRune)])

    private(set) var ranges: [Range]

    /// The set of any ranges, in any order.
    init(_ parts: [Range]) {
        ranges = []
        for part in parts.sorted(by: { $0.first < $1.first }) {
            if let last = ranges.last, part.first <= last.last &+ 1 {
                ranges[ranges.count - 1].last = max(last.last, part.last)
            } else {
                ranges.append(part)
            }
        }
    }

    private init(ranges: [Range]) {
        self.ranges = ranges
    }

    var negated: RuneSet {
        var result: [Range] = []
        var next: UInt32 = 0
        for range in ranges {
            if range.first > next { result.append(Range(first: next, last: range.first - 1)) }
            next = range.last + 1
        }
        if next <= Self.lastRune { result.append(Range(first: next, last: Self.lastRune)) }
        return RuneSet(ranges: result)
    }

    /// The set with all scalars that differ from one of it in case alone.
    var folded: RuneSet {
        var parts = ranges
        for orbit in CaseOrbits.all where orbit.contains(where: contains) {
            for rune in orbit { parts.append(Range(first: rune, last: rune)) }
        }
        return RuneSet(parts)
    }

    func contains(_ rune: UInt32) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            let range = ranges[middle]
            if rune < range.first {
                high = middle
            } else if rune > range.last {
                low = middle + 1
            } else {
                return true
            }
        }
        return false
    }
}

/// Scalars that are one when case is ignored, such as `K`, `k` and the sign for kelvin.
enum CaseOrbits {
    static let all: [[UInt32]] = UnicodeTable.orbits.split(separator: ",").map { orbit in
        orbit.split(separator: " ").compactMap { UInt32($0, radix: 36) }
    }

    private static let byRune: [UInt32: [UInt32]] = {
        var table: [UInt32: [UInt32]] = [:]
        for orbit in all {
            for rune in orbit { table[rune] = orbit }
        }
        return table
    }()

    /// The scalars that equal `rune` when case is ignored, itself among them.
    static func orbit(of rune: UInt32) -> [UInt32] { byRune[rune] ?? [rune] }
}
