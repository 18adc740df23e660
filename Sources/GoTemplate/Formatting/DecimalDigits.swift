/// The decimal digits of a finite float: `0.d₁d₂d₃… × 10^point`.
struct DecimalDigits {
    /// Digits from 0 to 9, the first of which is not 0; none for zero.
    var digits: [UInt8]
    var point: Int

    /// As few digits as tell the number from all others.
    init(shortest value: Double) {
        // Swift prints these digits too; only their layout differs.
        let text = Array(value.magnitude.description.utf8)
        let end = text.firstIndex(of: UInt8(ascii: "e")) ?? text.count
        let exponent = Int(String(decoding: text[min(end + 1, text.count)...], as: UTF8.self)) ?? 0
        let mantissa = text[..<end]
        let whole = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? end
        digits = mantissa.filter { $0 != UInt8(ascii: ".") }.map { $0 - UInt8(ascii: "0") }
        point = whole + exponent
        trim()
    }

    /// All digits: a float has a finite number of them.
    init(exact value: Double) {
        var limbs: [UInt32] = []
        var shift = Int(value.exponent) - 52
        if value.isSubnormal { shift = -1074 }
        var mantissa = value.significandBitPattern
        if value.isNormal { mantissa |= 1 << 52 }
        while mantissa > 0 {
            limbs.append(UInt32(mantissa % 1_000_000_000))
            mantissa /= 1_000_000_000
        }
        // A division by two is a multiplication by five, and the point moves.
        let factor: UInt64 = shift < 0 ? 5 : 2
        var left = limbs.isEmpty ? 0 : Int(shift.magnitude)
        while left > 0 {
            // Thirteen factors at once still fit.
            let count = min(left, 13)
            left -= count
            Self.multiply(&limbs, by: (0..<count).reduce(1) { product, _ in product * factor })
        }
        digits = []
        for limb in limbs.reversed() {
            let text = Array(String(limb).utf8)
            digits += repeatElement(0, count: 9 - text.count)
            digits += text.map { $0 - UInt8(ascii: "0") }
        }
        point = digits.count + min(0, shift)
        trim()
    }

    /// Multiplies a number of limbs of nine digits, the lowest first.
    private static func multiply(_ limbs: inout [UInt32], by factor: UInt64) {
        var carry: UInt64 = 0
        for index in limbs.indices {
            let product = UInt64(limbs[index]) * factor + carry
            limbs[index] = UInt32(product % 1_000_000_000)
            carry = product / 1_000_000_000
        }
        while carry > 0 {
            limbs.append(UInt32(carry % 1_000_000_000))
            carry /= 1_000_000_000
        }
    }

    /// Removes zeros at both ends.
    private mutating func trim() {
        let leading = digits.prefix { $0 == 0 }.count
        digits.removeFirst(leading)
        point -= leading
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { point = 0 }
    }

    /// Rounds to so many digits, halves to even.
    mutating func round(to count: Int) {
        guard count >= 0 else { return (digits, point) = ([], 0) }
        guard count < digits.count else { return }
        let next = digits[count]
        let isHalf = next == 5 && digits.count == count + 1
        let isUp = isHalf ? count > 0 && digits[count - 1] % 2 == 1 : next >= 5
        digits.removeSubrange(count...)
        guard isUp else { return trim() }
        var index = count - 1
        while index >= 0 {
            if digits[index] < 9 {
                digits[index] += 1
                return trim()
            }
            digits[index] = 0
            index -= 1
        }
        digits = [1]
        point += 1
    }

    /// So many digits from a place on, as text; zeros beyond the last.
    func text(from start: Int, count: Int) -> [UInt8] {
        let first = min(max(start, 0), digits.count)
        let known = digits[first..<max(first, min(start + count, digits.count))]
        let leading = min(max(-start, 0), count)
        let zero = UInt8(ascii: "0")
        var text = [UInt8](repeating: zero, count: leading)
        text += known.map { $0 + zero }
        text += [UInt8](repeating: zero, count: max(0, count - text.count))
        return text
    }
}
