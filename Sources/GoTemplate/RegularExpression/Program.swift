/// What a pattern becomes: instructions that a set of threads runs in step over the text.
struct Program: Sendable {
    enum Operation: UInt8, Sendable {
        /// The scalar `argument` is taken.
        case rune
        /// A scalar of the set with the number `argument` is taken.
        case set
        /// Goes on at `next`, and failing that at `argument`.
        case fork
        /// The place is kept in the slot `argument`.
        case save
        /// Goes on if the assertion `argument` holds.
        case assert
        case match
    }

    struct Instruction: Sendable {
        var operation: Operation
        var next: Int32 = 0
        var argument: Int32 = 0
    }

    /// A set with a bit for each ASCII character.
    struct Set: Sendable {
        private let low: UInt64
        private let high: UInt64
        private let runes: RuneSet

        init(_ runes: RuneSet) {
            self.runes = runes
            var bits: (UInt64, UInt64) = (0, 0)
            for range in runes.ranges where range.first < 128 {
                for rune in range.first...min(range.last, 127) {
                    if rune < 64 { bits.0 |= 1 << UInt64(rune) } else { bits.1 |= 1 << UInt64(rune - 64) }
                }
            }
            (low, high) = bits
        }

        func contains(_ rune: UInt32) -> Bool {
            if rune < 64 { return low >> UInt64(rune) & 1 == 1 }
            if rune < 128 { return high >> UInt64(rune - 64) & 1 == 1 }
            return runes.contains(rune)
        }
    }

    var instructions: [Instruction] = []
    var sets: [Set] = []
    var start: Int32 = 0
    /// The bytes that every match begins with.
    var prefix: [UInt8] = []
    /// Whether a match can only be at the start of the text.
    var isAnchored = false
}
