/// The binary digits of π's fraction, from which Blowfish takes its first boxes: nothing that anybody chose.
enum PiDigits {
    /// The first words of 32 bits, the highest digits first.
    static func words(_ count: Int) -> [UInt32] {
        // π = 16 arctan(1/5) - 4 arctan(1/239), in fixed point. The first word is the 3, the last ones are cut off
        // with what rounding has made of them.
        let guards = 2
        var sum = arctangent(ofOneOver: 5, times: 16, words: count + guards + 1)
        subtract(arctangent(ofOneOver: 239, times: 4, words: sum.count), from: &sum)
        return Array(sum[1...count])
    }

    /// The series x - x³/3 + x⁵/5 - …
    private static func arctangent(ofOneOver divisor: UInt64, times factor: UInt32, words: Int) -> [UInt32] {
        var power = [UInt32](repeating: 0, count: words)
        power[0] = factor
        divide(&power, by: divisor)
        var sum = power
        var isAdded = false
        var odd: UInt64 = 3
        while power.contains(where: { $0 != 0 }) {
            divide(&power, by: divisor * divisor)
            var term = power
            divide(&term, by: odd)
            if isAdded { add(term, to: &sum) } else { subtract(term, from: &sum) }
            isAdded.toggle()
            odd += 2
        }
        return sum
    }

    private static func divide(_ number: inout [UInt32], by divisor: UInt64) {
        var remainder: UInt64 = 0
        for index in number.indices {
            let part = remainder << 32 | UInt64(number[index])
            number[index] = UInt32(truncatingIfNeeded: part / divisor)
            remainder = part % divisor
        }
    }

    private static func add(_ other: [UInt32], to number: inout [UInt32]) {
        var carry: UInt64 = 0
        for index in number.indices.reversed() {
            let part = UInt64(number[index]) + UInt64(other[index]) + carry
            number[index] = UInt32(truncatingIfNeeded: part)
            carry = part >> 32
        }
    }

    private static func subtract(_ other: [UInt32], from number: inout [UInt32]) {
        var borrow: UInt64 = 0
        for index in number.indices.reversed() {
            let part = UInt64(number[index]) &- UInt64(other[index]) &- borrow
            number[index] = UInt32(truncatingIfNeeded: part)
            borrow = part >> 63
        }
    }
}
