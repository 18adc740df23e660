/// Arithmetic on natural numbers as decimal digits, the lowest first, without zeros at the end.
enum Digits {
    static func trimmed(_ digits: [UInt8]) -> [UInt8] {
        Array(digits[..<((digits.lastIndex { $0 != 0 } ?? -1) + 1)])
    }

    static func isLess(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        if a.count != b.count { return a.count < b.count }
        return a.reversed().lexicographicallyPrecedes(b.reversed())
    }

    static func sum(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(max(a.count, b.count) + 1)
        var carry: UInt8 = 0
        for index in 0..<max(a.count, b.count) {
            let digit = (index < a.count ? a[index] : 0) + (index < b.count ? b[index] : 0) + carry
            result.append(digit % 10)
            carry = digit / 10
        }
        if carry > 0 { result.append(carry) }
        return result
    }

    /// `a` must not be less than `b`.
    static func difference(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
        var result = a
        subtract(b, from: &result)
        return trimmed(result)
    }

    static func product(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: a.count + b.count)
        for (offset, digit) in a.enumerated() where digit != 0 {
            var carry = 0
            for (index, other) in b.enumerated() {
                let value = Int(result[offset + index]) + Int(digit) * Int(other) + carry
                result[offset + index] = UInt8(value % 10)
                carry = value / 10
            }
            result[offset + b.count] = UInt8(carry)
        }
        return trimmed(result)
    }

    /// Long division; `b` must not be zero.
    static func quotient(_ a: [UInt8], _ b: [UInt8]) -> (quotient: [UInt8], remainder: [UInt8]) {
        var quotient: [UInt8] = []
        var remainder: [UInt8] = []
        for digit in a.reversed() {
            if !remainder.isEmpty || digit != 0 { remainder.insert(digit, at: 0) }
            var count: UInt8 = 0
            while !isLess(remainder, b) {
                remainder = difference(remainder, b)
                count += 1
            }
            quotient.append(count)
        }
        return (trimmed(quotient.reversed()), remainder)
    }

    private static func subtract(_ b: [UInt8], from a: inout [UInt8]) {
        var borrow: UInt8 = 0
        for index in a.indices {
            let taken = (index < b.count ? b[index] : 0) + borrow
            borrow = a[index] < taken ? 1 : 0
            a[index] = a[index] + borrow * 10 - taken
            if borrow == 0, index >= b.count { break }
        }
    }
}
